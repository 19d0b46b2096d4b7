"""A made-up directory of N case studies in two languages, in no generator's own format."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

VOCABULARY = json.loads((Path(__file__).parent / "vocabulary.json").read_text(encoding="utf-8"))
LANGUAGES = ("en", "ru")
SEED = 2026


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A case study. What is a mapping holds words by language."""

    slug: str
    country: str
    city: dict[str, str]
    services: list[str]
    populations: list[str]
    person: dict[str, str]
    email: str
    website: str
    updated: str
    title: dict[str, str]
    summary: dict[str, str]
    body: dict[str, str]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the paper. `title` and `body` hold words by language."""

    slug: str
    order: int
    title: dict[str, str]
    body: dict[str, str]


def make(n: int, seed: int = SEED) -> tuple[list[Entry], list[Section]]:
    """Return `n` case studies, by name, and the sections. The same numbers give the same words."""
    rng = random.Random(seed * 1_000_003 + n)
    prose = _Prose(rng)
    entries = list(_entries(rng, prose, n))
    sections = list(_sections(prose))
    return sorted(entries, key=lambda entry: entry.slug), sections


def _entries(rng: random.Random, prose: "_Prose", n: int) -> Iterator[Entry]:
    countries = VOCABULARY["countries"]
    names = list(countries)
    weights = [1.0 / (i + 2) ** 0.6 for i in range(len(names))]
    for number in range(n):
        # Every country is used, however few case studies there are.
        country = names[number] if number < len(names) else rng.choices(names, weights)[0]
        city = rng.choice(countries[country]["cities"])
        slug = f"{rng.choice(prose.nouns)}-{rng.choice(prose.nouns)}-{number:05d}"
        person = rng.choice(VOCABULARY["names"])
        facts = {
            "services": sorted(rng.sample(list(VOCABULARY["services"]), 5)),
            "populations": sorted(rng.sample(list(VOCABULARY["populations"]), 2)),
            "updated": f"20{rng.randint(19, 26)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
        }
        words: dict[str, dict[str, str]] = {"title": {}, "summary": {}, "body": {}}
        for language in LANGUAGES:
            words["title"][language] = f"{prose.title(language)} {number}"
            words["summary"][language] = prose.sentence(language, 18)[0]
            words["body"][language] = prose.body(language, f"https://{slug}.example/{language}/")
        yield Entry(
            slug=slug,
            country=country,
            city=city,
            person=person,
            email=f"{person['en'].lower()}@{slug}.example",
            website=f"https://{slug}.example/",
            **facts,
            **words,
        )


def _sections(prose: "_Prose") -> Iterator[Section]:
    for order, (slug, title) in enumerate(VOCABULARY["sections"].items(), start=1):
        body = {}
        for language in LANGUAGES:
            parts = []
            for _ in range(3):
                parts.append("## " + prose.sentence(language, 4)[0].rstrip(".?!") + "\n")
                parts.append(prose.body(language, f"https://paper.example/{slug}/{language}/"))
            body[language] = "\n".join(parts)
        yield Section(slug, order, title, body)


class _Prose:
    """Words without sense, as often as in the paper itself (English), or by Zipf's law (Russian)."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        english, russian = VOCABULARY["words_en"], VOCABULARY["words_ru"]
        self.words: dict[str, Sequence[str]] = {"en": list(english), "ru": russian}
        self.weights = {
            "en": list(accumulate(english.values())),
            "ru": list(accumulate(1.0 / (i + 3) ** 0.9 for i in range(len(russian)))),
        }
        self.nouns = [word for word in english if len(word) > 4 and word.isalpha()]

    def title(self, language: str) -> str:
        words = self.sentence(language, self.rng.randint(2, 5))[0].rstrip(".?!").split(" ")
        return " ".join(word.strip(",:") for word in words if word != "—")

    def sentence(self, language: str, length: int = 0) -> tuple[str, int]:
        rng = self.rng
        length = length or rng.randint(7, 20)
        words = rng.choices(self.words[language], cum_weights=self.weights[language], k=length)
        words[0] = words[0][:1].upper() + words[0][1:]
        if length > 9:
            place = rng.randint(3, length - 4)
            words[place] += rng.choice((",", ",", ",", " —", ":"))
        return " ".join(words) + rng.choice((".", ".", ".", ".", ".", "?", "!")), length

    def paragraph(self, language: str, budget: int) -> tuple[list[str], int]:
        sentences, total = [], 0
        while total < budget:
            sentence, length = self.sentence(language)
            sentences.append(sentence)
            total += length
        return sentences, total

    def body(self, language: str, link: str) -> str:
        """Return 250 to 400 words: paragraphs, a list, a quotation, a link, two bold runs."""
        rng = self.rng
        total = rng.randint(260, 360)
        number = rng.randint(4, 6)
        quote, quoted = self.paragraph(language, 14)
        items = [self.sentence(language, rng.randint(4, 9)) for _ in range(rng.randint(3, 5))]
        left = total - quoted - sum(length for _, length in items)
        paragraphs = [self.paragraph(language, max(16, left // number - 6))[0] for _ in range(number)]
        _link(paragraphs[1], link)
        for place in (0, number - 1):
            _embolden(paragraphs[place])
        texts = [" ".join(sentences) for sentences in paragraphs]
        listed = "\n".join("- " + item for item, _ in items)
        quotation = "\n".join("> " + sentence for sentence in quote)
        return "\n\n".join([*texts[:2], listed, *texts[2:-1], quotation, texts[-1]]) + "\n"


def _link(sentences: list[str], link: str) -> None:
    words = sentences[0].split(" ")
    words[2] = f"[{words[2].strip('.,:!?')} {words[3].strip('.,:!?')}]({link})"
    del words[3]
    sentences[0] = " ".join(words)


def _embolden(sentences: list[str]) -> None:
    words = sentences[-1].split(" ")
    words[1], words[3] = "**" + words[1], words[3].rstrip(".,:!?") + "**"
    sentences[-1] = " ".join(word for word in words if word)

"""A case study that was sent in is never passed off as words of the position paper."""

import json
import re

from kit import HOUSE, build, case, section, words

SENT_IN = "Sent in by those who do the work, after the position paper."
LISTING = {"content/paper/en/beginning.md": section(lists_cases="true")}


def page(origin: str, path: str = "en/case-studies/house.html") -> str:
    return build({HOUSE: case(origin=origin), **LISTING})[path].decode()


def test_its_page_says_who_wrote_it_and_does_not_speak_of_2019():
    assert SENT_IN in page("contributed")
    assert "In the words of those who do the work, as they sent them in." in page("contributed")
    assert "as published by TalkingDrugs" not in page("contributed")
    assert "In the words of the position paper" not in page("contributed")
    assert "as published in 2019" not in page("contributed")


def test_a_case_study_of_the_paper_says_what_it_always_said():
    assert SENT_IN not in page("paper")
    assert "Word for word as published by TalkingDrugs." in page("paper")
    assert "Describes the situation as published in 2019." in page("paper")


def test_its_translation_does_not_claim_to_come_from_talkingdrugs():
    russian = page("contributed", "ru/case-studies/house.html")

    assert "TalkingDrugs" not in re.search(r"<main.*</main>", russian, re.DOTALL)[0]


def test_it_is_no_part_of_the_paper():
    assert "We are a centre" not in page("contributed", "en/paper/index.html")
    assert "We are a centre" in page("paper", "en/paper/index.html")


def test_no_catalogue_and_no_other_directory_takes_it_for_the_paper():
    files = build({HOUSE: case(origin="contributed")})
    page, paper = (files[f"en/case-studies/{name}.html"].decode() for name in ("house", "index"))
    listed = json.loads(files["data/v1/hsds/services.en.json"])["contents"][0]

    assert "dcterms" not in page
    assert "isBasedOn" not in page
    assert "isBasedOn" in paper
    assert listed["alert"].startswith(SENT_IN)
    assert json.loads(files["data/case-studies.json"])["case_studies"][0]["origin"] == "contributed"


def test_no_hand_is_laid_on_its_words():
    body = "Мы -- центр для женщин (а не клуб), и у нас есть naloxone."
    text = case(
        origin="contributed",
        kind="{id: centre, quote: центр}",
        populations="[]",
        words="{ru: " + words(body=f"'{body}'", heading="'Дом, Canada'") + "}",
        to_translate="[en]",
    )

    assert body in build({HOUSE: text})["ru/case-studies/house.html"].decode()

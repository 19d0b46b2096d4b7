"""What the form asks for, in which order and in which words."""

from dataclasses import dataclass

from whrin_site.tools.messages import N_


@dataclass(frozen=True, slots=True)
class Question:
    """One question: how it is asked, where the answer stands in the file, and its words."""

    kind: str
    path: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Questions that belong together."""

    id: str
    title: str
    lead: str
    questions: tuple[Question, ...]


_WORDS_OF_TEXT = N_("Tick what the text names. For each, copy the words of the text that show it.")
_ONE_PER_LINE = N_("Copy the words from the text, one passage a line.")

STEPS: tuple[Step, ...] = (
    Step(
        "what",
        N_("What it is"),
        "",
        (
            Question("language", "", N_("Which language do you write in?"), N_("Others translate it later.")),
            Question(
                "line",
                "words.*.name",
                N_("What is it called?"),
                N_("The name of the organisation, group or project. Example: Night Kitchen"),
            ),
        ),
    ),
    Step(
        "text",
        N_("The text"),
        N_("In the words of those who do the work."),
        (
            Question(
                "line",
                "words.*.heading",
                N_("Heading"),
                N_("The name, the city and the country. Example: Night Kitchen, Toronto, Canada"),
            ),
            Question(
                "text",
                "words.*.body",
                N_("The text itself"),
                N_(
                    "What happens, what you do about it, who can come, what is missing. "
                    "An empty line begins a new paragraph."
                ),
            ),
            Question(
                "line",
                "words.*.summary",
                N_("One sentence for lists"),
                N_("What it is, for whom. Example: A kitchen run by women who use drugs, open every night."),
            ),
        ),
    ),
    Step(
        "facts",
        N_("What the text says"),
        N_("Readers find your text by these facts. Only what the text itself says counts."),
        (
            Question("tag", "kind", N_("What kind of thing is it?"), N_("Choose what fits best.")),
            Question("tag", "place.country", N_("In which country?")),
            Question(
                "tag",
                "place.city",
                N_("In which city?"),
                N_("If it is not in the list, leave this out: it can be added later."),
            ),
            Question("tags", "services", N_("What help is there?"), _WORDS_OF_TEXT),
            Question(
                "truth", "services_open_list", N_("The text says that there is more help than it names.")
            ),
            Question("tags", "populations", N_("For whom is it?"), _WORDS_OF_TEXT),
            Question("tags", "approaches", N_("How do you work?"), _WORDS_OF_TEXT),
        ),
    ),
    Step(
        "more",
        N_("More, if the text says it"),
        N_("All of this can stay empty."),
        (
            Question("statements", "access", N_("Who can come, and when?"), _ONE_PER_LINE),
            Question("statements", "limits", N_("What is missing?"), _ONE_PER_LINE),
            Question("statements", "resources_needed", N_("What does the work take?"), _ONE_PER_LINE),
            Question("statements", "materials", N_("Books, leaflets, other materials"), _ONE_PER_LINE),
            Question(
                "names",
                "partners",
                N_("Who works with you?"),
                N_("Names of organisations, as the text spells them, one a line."),
            ),
        ),
    ),
    Step(
        "contact",
        N_("A contact"),
        N_(
            "Only if the person has agreed. What is published reaches everybody, and a printed page or a USB "
            "stick cannot be called back. Without consent to all three forms the contact is left out."
        ),
        (
            Question("line", "contact.email", N_("E-mail address")),
            Question("line", "contact.web", N_("Website"), N_("It begins with https:// or http://")),
            Question(
                "line", "contact.person", N_("Name to ask for"), N_("A first name is enough, or none at all.")
            ),
            Question(
                "line",
                "contact.consent.by",
                N_("Who agreed?"),
                N_("A role, such as “the coordinator”. Everybody can read the file: no full name."),
            ),
            Question("day", "contact.consent.on", N_("On which day?")),
            Question("ticks", "contact.consent.to", N_("What did she agree to?")),
        ),
    ),
    Step(
        "file",
        N_("The file"),
        "",
        (
            Question(
                "id",
                "",
                N_("Name of the file"),
                N_("It becomes the address of the page: small Latin letters, digits and hyphens."),
            ),
        ),
    ),
)

CONSENT = {"web": N_("on the web"), "usb": N_("in copies on USB sticks"), "print": N_("in print")}
"""The forms to which somebody can agree, in words."""

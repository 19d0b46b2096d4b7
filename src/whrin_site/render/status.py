"""Who vouches for words: the badge and the sentences that stand before them."""

from typing import Literal

from whrin_site.model.site import Standing
from whrin_site.render.dates import day
from whrin_site.render.press import Press
from whrin_site.render.views import StatusNote
from whrin_site.tools.messages import N_

Voice = Literal["paper", "contributed", "ours"]

_BADGES = {
    "source": N_("Source text"),
    "published-translation": N_("Publisher’s translation"),
    "draft": N_("Unreviewed draft translation"),
    "reviewed": N_("Reviewed translation"),
    "approved": N_("Approved by {by}"),
    "outdated": N_("Translation out of date"),
    "missing": N_("Not translated yet"),
}

_UNCHECKED = N_(
    "This translation has not been checked by a person who knows both languages and the field. "
    "Rely on the source text where wording matters."
)


def badge(press: Press, status: str, by: str | None = None) -> str:
    """Return the short name of a status; `by` is who approved the words."""
    return press.says(_BADGES[status], by=by)


def status_note(press: Press, standing: Standing, voice: Voice) -> StatusNote:
    """Return what has to be said before words of this standing.

    `voice` tells whose words they are: those of the position paper, of a text that was sent in
    later, or our own.
    """
    return StatusNote(
        standing.status,
        badge(press, standing.status, standing.review_by),
        tuple(_sentences(press, standing, voice)),
    )


def _sentences(press: Press, standing: Standing, voice: Voice) -> list[str]:
    says = press.says
    match standing.status:
        case "source" if voice == "contributed":
            return [says("In the words of those who do the work, as they sent them in.")]
        case "source":
            return [
                says(
                    "Word for word as published by TalkingDrugs. "
                    "This English text appears to be a translation itself."
                )
            ]
        case "missing":
            return [says("This part is shown in its source language because it has not been translated.")]
        case "outdated":
            return [says("The source text changed after this translation was made."), says(_UNCHECKED)]
        case "reviewed":
            return [
                says(
                    "Checked against the source text on {on} by {by}.",
                    by=standing.review_by,
                    on=_day(press, standing),
                )
            ]
        case "approved":
            return [
                says("{by} approved this wording on {on}.", by=standing.review_by, on=_day(press, standing))
            ]
        case "draft":
            return _draft(press, standing, voice)
    return []


def _draft(press: Press, standing: Standing, voice: Voice) -> list[str]:
    software = standing.method == "software-assisted"
    made = N_("Draft translation made with software and not yet checked by a person.")
    sentences = [press.says(made if software else _UNCHECKED)]
    if voice == "paper":
        chain = N_(
            "Translated from the English text published by TalkingDrugs, "
            "which itself appears to be a translation from Russian."
        )
        disclaimer = N_(
            "This translation was not made by WHRIN or TalkingDrugs. "
            "They are not responsible for its content or accuracy."
        )
        brackets = N_("Words in square brackets were added by the translator.")
        sentences += [press.says(text) for text in (chain, brackets, disclaimer)]
    return sentences


def _day(press: Press, standing: Standing) -> str:
    return day(standing.review_on, press.language).text if standing.review_on else ""

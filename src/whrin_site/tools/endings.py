"""The endings that words of a language take on, for a search that needs no index of its own."""

_RUSSIAN = (
    # nouns: налоксон, налоксона; убежище, убежищ; женщина, женщинами; помощь, помощи
    "а я о е и ы у ю ь й ой ей ою ею ом ем ам ям ах ях ами ями ов ев ий ие ия ию ии ием иям иях иями "
    "ье ья ью ьи "
    # what nouns are made with: безопасность, безопасное; активистка, активисты
    "ость ости остью остей остям остях остями ка ки ке ку кой ок кам ками ках "
    # adjectives and participles: безопасный, безопасного, безопасными
    "ый ая яя ое ее ые ого его ому ему ым им ых их ую юю ыми ими "
    # verbs: помогать, помогает, помогли
    "ть ти ет ют ит ят ут ат ешь ишь ете ите ал ала али ил ила или ел ела ели ли ла ло л "
    "ться тся ются ется ится ятся лась лись лся"
)
_ENGLISH = (
    "s e es ed ing ings y ies ied er ers al able ability ive ity ities ion ions "
    "ate ates ated ating ation ations ise ises ised ising isation"
)

_ENDINGS = {"en": _ENGLISH, "ru": _RUSSIAN}


def endings(language: str) -> tuple[str, ...]:
    """Return the endings that a search cuts off; none for a language that is not known here.

    A rough cut is enough: both sides are cut by the same rule, and the texts are few.
    """
    return tuple(_ENDINGS.get(language, "").split())

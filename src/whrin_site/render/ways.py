"""Where the menu and the foot of every page lead."""

from whrin_site.model import addresses
from whrin_site.tools.messages import N_

MENU = (
    (N_("Case studies"), addresses.CASES),
    (N_("Position paper"), addresses.PAPER),
    (N_("Search"), addresses.SEARCH),
    (N_("About"), addresses.text("about")),
)

FOOTER = (
    (N_("Take it along"), addresses.TAKE_ALONG),
    (N_("Glossary"), addresses.GLOSSARY),
    (N_("Suggest a case study"), addresses.CONTRIBUTE),
    (N_("Corrections and notes"), addresses.CORRECTIONS),
    (N_("Safety"), addresses.text("reading-safely")),
    (N_("Privacy"), addresses.text("about") + "#privacy"),
    (N_("Accessibility"), addresses.text("about") + "#accessibility"),
    (N_("Data"), addresses.text("data")),
    (N_("News feed"), addresses.feed()),
)

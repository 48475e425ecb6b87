"""The kinds of notice and of term that this room owns; its AppConfig makes them known."""

from django.utils.translation import gettext_lazy as _

from berichten.soorten import Berichtsoort
from escalatie.actions import klok
from escalatie.actions.actieverzoeken import verzoeken_verstreken
from escalatie.verwoording import WOORDEN, verwoord
from termijnen.soorten import Termijnsoort

NOTICES = tuple(Berichtsoort(naam, woorden.categorie, verwoord) for naam, woorden in WOORDEN.items())
TERMS = tuple(
    Termijnsoort(naam, behandel, label, verwoord=verwoord, over=f"{naam}{stap}__stagnatie", wacht_op_werkdag=opent_stap)
    for naam, behandel, label, stap, opent_stap in (
        ("stap_vastleggen", klok.vastleggen_verstreken, _("Leg vast wat er gaat gebeuren"), "", True),
        ("stap_resultaat", klok.resultaat_verstreken, _("Bewaak het resultaat"), "", True),
        ("actie", klok.acties_verstreken, _("Actie"), "__stap", True),
        ("actieverzoek", verzoeken_verstreken, _("Kunt u dit doen?"), "__actie__stap", False),
        ("vraag", klok.vragen_verstreken, _("Beantwoord de vraag"), "", False),
        ("bevestiging", klok.bevestigingen_verstreken, _("Antwoord op het besluit"), "__besluit__stap", False),
        ("tussenvraag", klok.tussenvragen_verstreken, _("Beantwoord de vraag"), "", True),
        ("oplossing", klok.oplossingen_verstreken, _("Is het opgelost?"), "", True),
    )
)

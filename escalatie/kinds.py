"""The kinds of notice and of term that this room owns; its AppConfig makes them known."""

from django.utils.translation import gettext_lazy as _

from berichten.soorten import Berichtsoort
from escalatie.actions import klok
from escalatie.actions.actieverzoeken import verzoeken_verstreken
from escalatie.verwoording import WOORDEN, verwoord
from termijnen.soorten import Termijnsoort

NOTICES = tuple(Berichtsoort(naam, woorden.categorie, verwoord) for naam, woorden in WOORDEN.items())
TERMS = tuple(
    Termijnsoort(naam, behandel, label, verwoord=verwoord, over=f"{naam}{stap}__stagnatie")
    for naam, behandel, label, stap in (
        ("stap_vastleggen", klok.vastleggen_verstreken, _("Leg vast wat er gaat gebeuren"), ""),
        ("stap_resultaat", klok.resultaat_verstreken, _("Bewaak het resultaat"), ""),
        ("actie", klok.acties_verstreken, _("Actie"), "__stap"),
        ("actieverzoek", verzoeken_verstreken, _("Kunt u dit doen?"), "__actie__stap"),
        ("vraag", klok.vragen_verstreken, _("Beantwoord de vraag"), ""),
        ("bevestiging", klok.bevestigingen_verstreken, _("Antwoord op het besluit"), "__besluit__stap"),
        ("tussenvraag", klok.tussenvragen_verstreken, _("Beantwoord de vraag"), ""),
        ("oplossing", klok.oplossingen_verstreken, _("Is het opgelost?"), ""),
    )
)

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WerklijstConfig(AppConfig):
    name = "werklijst"

    def ready(self) -> None:
        from berichten.selectie import aantal_ongelezen
        from berichten.soorten import ADRESSEN, Adressen
        from core import navigatie, plaatsen
        from instanties.permissions import is_beheerder, is_professional
        from werklijst.panelen import Klokpaneel

        ADRESSEN.fill(Adressen("werklijst:berichten", instellen="werklijst:berichten_instellen"))
        plaatsen.registreer("beheer.start", Klokpaneel)
        navigatie.registreer("werklijst:mijn_werk", _("Mijn werk"), volgorde=10, voor=is_professional)
        navigatie.registreer("werklijst:berichten", _("Berichten"), volgorde=60, teller=aantal_ongelezen)
        navigatie.registreer("instanties:beheer", _("Beheer"), volgorde=80, voor=is_beheerder)

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WerklijstConfig(AppConfig):
    name = "werklijst"

    def ready(self) -> None:
        from berichten.selectie import aantal_ongelezen
        from berichten.soorten import ADRESSEN, Adressen
        from core import navigation, places
        from instanties.permissions import is_beheerder, is_professional
        from werklijst.panelen import Klokpaneel

        ADRESSEN.fill(
            Adressen(
                "werklijst:berichten", instellen="werklijst:berichten_instellen", bericht="werklijst:bericht_openen"
            )
        )
        places.register("beheer.start", Klokpaneel)
        navigation.register("werklijst:mijn_werk", _("Mijn werk"), order=10, visible_to=is_professional)
        navigation.register("werklijst:berichten", _("Berichten"), order=60, count=aantal_ongelezen)
        navigation.register("instanties:beheer", _("Beheer"), order=80, visible_to=is_beheerder)

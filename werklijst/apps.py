from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WerklijstConfig(AppConfig):
    name = "werklijst"

    def ready(self) -> None:
        from berichten import selectie, soorten
        from core import navigatie, plaatsen
        from instanties.permissions import is_beheerder
        from werklijst.panelen import Klokpaneel

        soorten.inbox_staat_op("werklijst:berichten")
        soorten.instellen_staat_op("werklijst:berichten_instellen")
        plaatsen.registreer("beheer.start", Klokpaneel())
        navigatie.registreer(
            "werklijst:mijn_werk", _("Mijn werk"), volgorde=10, voor=lambda request: request.user.is_professional
        )
        navigatie.registreer(
            "werklijst:berichten",
            _("Berichten"),
            volgorde=60,
            voor=lambda request: True,
            teller=lambda request: selectie.aantal_ongelezen(request.user),
        )
        navigatie.registreer(
            "instanties:beheer", _("Beheer"), volgorde=80, voor=lambda request: is_beheerder(request.user)
        )

from django.apps import AppConfig


class InstantiesConfig(AppConfig):
    name = "instanties"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from berichten import soorten
        from core import begrippen
        from instanties import berichtregels, selectie
        from instanties import hoedanigheid as van_functies
        from instanties.actions.meldingen import SOORT_BERICHT
        from logboek import hoedanigheid

        begrippen.registreer_bron(selectie.eigen_woorden)
        hoedanigheid.registreer(van_functies.van)
        soorten.registreer(
            SOORT_BERICHT, regel=berichtregels.beheermelding, categorie=_("Er is iets voor u als beheerder"), spoed=True
        )

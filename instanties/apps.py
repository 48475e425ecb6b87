from django.apps import AppConfig


class InstantiesConfig(AppConfig):
    name = "instanties"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in
        from django.utils.translation import gettext_lazy as _

        from berichten import soorten, waarneming
        from core import begrippen
        from instanties import berichtregels, buitengesloten, selectie, sessieduur, vervanging
        from instanties import hoedanigheid as van_functies
        from instanties.actions.meldingen import SOORT_BERICHT
        from instanties.actions.uitnodigingen import SOORT_NIEUWE_CODE
        from instanties.actions.vervangingen import SOORT_BERICHT as SOORT_VERVANGING
        from logboek import hoedanigheid

        begrippen.registreer_bron(selectie.eigen_woorden)
        user_logged_in.connect(sessieduur.begin, dispatch_uid="instanties.sessieduur")
        buitengesloten.luister()
        hoedanigheid.registreer(van_functies.van)
        waarneming.registreer(vervanging.voor_berichten)
        soorten.registreer(SOORT_VERVANGING, regel=berichtregels.vervanging, categorie=_("U vervangt iemand"))
        soorten.registreer(
            SOORT_BERICHT, regel=berichtregels.beheermelding, categorie=_("Er is iets voor u als beheerder"), spoed=True
        )
        soorten.registreer(
            SOORT_NIEUWE_CODE,
            regel=berichtregels.nieuwe_code,
            categorie=_("Er is een nieuwe inlogcode voor u gemaakt"),
            spoed=True,
        )

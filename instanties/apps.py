from django.apps import AppConfig


class InstantiesConfig(AppConfig):
    name = "instanties"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from berichten import soorten
        from berichten.waarneming import WAARNEMERS
        from core import places
        from instanties import apparaat, buitengesloten, hoedanigheid, kinds, selectie, sessieduur, vervanging
        from instanties.panelen import Rolpaneel, WegenIngang
        from logboek.hoedanigheid import HOEDANIGHEID
        from woorden.begrippen import EIGEN_WOORDEN

        soorten.registreer(kinds.NOTICES)
        places.register("ons_plan.onder", apparaat.Apparaatvraag)
        places.register("ons_plan.onder", WegenIngang, order=40)
        EIGEN_WOORDEN.fill(selectie.eigen_woorden)
        HOEDANIGHEID.fill(hoedanigheid.van)
        WAARNEMERS.fill(vervanging.voor_berichten)
        user_logged_in.connect(sessieduur.begin, dispatch_uid="instanties.sessieduur")
        buitengesloten.luister()
        places.register("mijn_werk.boven", Rolpaneel)

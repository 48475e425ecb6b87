from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ZorgcoordinatieConfig(AppConfig):
    name = "zorgcoordinatie"

    def ready(self) -> None:
        from core import navigation, places
        from zorgcoordinatie.panelen import Signaalpaneel
        from zorgcoordinatie.selectie import heeft_signalen

        places.register("mijn_werk.boven", Signaalpaneel, order=20)
        navigation.register("zorgcoordinatie:signalen", _("Signalen"), order=25, visible_to=heeft_signalen)

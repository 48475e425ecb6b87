from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ZorgcoordinatieConfig(AppConfig):
    name = "zorgcoordinatie"

    def ready(self) -> None:
        from berichten import soorten
        from core import navigation, places
        from instanties.signalen import organisatie_gesloten
        from zorgcoordinatie import kinds
        from zorgcoordinatie.panelen import Signaalpaneel
        from zorgcoordinatie.selectie import heeft_signalen

        soorten.registreer(kinds.NOTICES)
        places.register("mijn_werk.boven", Signaalpaneel, order=20)
        navigation.register("zorgcoordinatie:signalen", _("Signalen"), order=25, visible_to=heeft_signalen)
        organisatie_gesloten.connect(_bij_sluiten)


def _bij_sluiten(sender: Any, instelling: Any, gemeente: Any, opvolger: Any, nu: Any, **_rest: Any) -> None:
    from zorgcoordinatie.actions import bij_sluiten

    bij_sluiten(instelling=instelling, gemeente=gemeente, opvolger=opvolger, nu=nu)

"""The fixed choices of this room: days, areas of life, kinds of instelling, and when a mail comes."""

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _

from woorden.zinnen import zin


class Weekdag(models.IntegerChoices):
    """ISO weekdays, for reachability (I5)."""

    MAANDAG = 1, _("maandag")
    DINSDAG = 2, _("dinsdag")
    WOENSDAG = 3, _("woensdag")
    DONDERDAG = 4, _("donderdag")
    VRIJDAG = 5, _("vrijdag")
    ZATERDAG = 6, _("zaterdag")
    ZONDAG = 7, _("zondag")


class Leefgebied(models.TextChoices):
    """What information is about: the basic areas of life of the convenant, and those that need more care."""

    WONEN = "wonen", _("wonen")
    WERK = "werk", _("werk en dagbesteding")
    INKOMEN = "inkomen", _("inkomen en schulden")
    PSYCHISCH = "psychisch", _("psychische gezondheid")
    LICHAMELIJK = "lichamelijk", _("lichamelijke gezondheid")
    VERSLAVING = "verslaving", _("verslaving")
    OPVOEDING = "opvoeding", _("opvoeding")
    ONDERWIJS = "onderwijs", _("school en onderwijs")
    RELATIES = "relaties", _("relaties en netwerk")
    VEILIGHEID = "veiligheid", _("veiligheid")


class SoortInstelling(models.TextChoices):
    """Kinds of instelling (I1). Rules never hang on a kind's name; it is for finding and for showing."""

    JGZ = "jgz", _("jeugdgezondheidszorg")
    MAATSCHAPPELIJK_WERK = "maatschappelijk_werk", _("maatschappelijk werk")
    CLIENTONDERSTEUNING = "clientondersteuning", _("cliëntondersteuning (MEE)")
    GGZ = "ggz", _("GGZ")
    VERSLAVINGSZORG = "verslavingszorg", _("verslavingszorg")
    JEUGDHULP = "jeugdhulp", _("jeugdhulp")
    SCHOOL = "school", _("school")
    LEERPLICHT = "leerplicht", _("leerplicht")
    WONINGBOUW = "woningbouw", _("woningcorporatie")
    SCHULDHULP = "schuldhulp", _("schuldhulp")
    SOCIAAL_TEAM = "sociaal_team", zin(_("[sociaal team]"))
    GI = "gi", _("gecertificeerde instelling")
    VEILIG_THUIS = "veilig_thuis", _("Veilig Thuis")
    MELDPUNT = "meldpunt", _("meldpunt zorg en overlast")
    DIENST = "dienst", _("dienst van de gemeente")
    ANDERS = "anders", _("andere organisatie")


def hulpsoorten() -> list[str]:
    """The kinds that give help, where a region begins: a school, a corporatie or leerplicht asks the family (T3)."""
    geen = {
        SoortInstelling.SCHOOL,
        SoortInstelling.LEERPLICHT,
        SoortInstelling.WONINGBOUW,
        SoortInstelling.MELDPUNT,
        SoortInstelling.DIENST,
        SoortInstelling.ANDERS,
    }
    return [soort.value for soort in SoortInstelling if soort not in geen]


def _half_hours(first: int, last: int) -> list[tuple[time, str]]:
    """Each half hour, from and to these minutes of the day."""
    return [(time(n // 60, n % 60), f"{n // 60}:{n % 60:02} uur") for n in range(first, last + 1, 30)]


# Reminders are made before the first (termijnen), so that they go along that same morning.
BUNDELTIJDEN = _half_hours(390, 1200)
# When a region's day may begin.
DAGBEGIN = _half_hours(360, 540)


class Mailwijze(models.TextChoices):
    """When what can wait is mailed (R2). Empty: a professional in the bundle, a family at once."""

    BUNDEL = "bundel", _("één mail per dag")
    METEEN = "meteen", _("meteen, bij elk bericht")

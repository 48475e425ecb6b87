"""Who may do what with a family: roles within it, the rights that each gives, and the grants that hold them."""

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from gezinnen.models import Coordinatorschap, Deelnemer, Gezin, GezinRechtVerlening, GezinsRecht, SoortDeelnemer
from instanties.models import Gebruiker


class GezinsRol(models.TextChoices):
    """What a person is within one family (I3)."""

    COORDINATOR = "coordinator", _("zorgcoördinator")
    PROFESSIONAL = "professional", _("professional")
    GEZINSLID = "gezinslid", _("gezinslid")
    NETWERKLID = "netwerklid", _("netwerklid")


ROL_GEEFT: dict[GezinsRol, frozenset[GezinsRecht]] = {
    GezinsRol.COORDINATOR: frozenset(
        {GezinsRecht.BEKIJKEN, GezinsRecht.BEWERKEN, GezinsRecht.REAGEREN, GezinsRecht.STAGNATIE_MELDEN}
    ),
    GezinsRol.PROFESSIONAL: frozenset({GezinsRecht.BEKIJKEN, GezinsRecht.REAGEREN, GezinsRecht.STAGNATIE_MELDEN}),
    GezinsRol.GEZINSLID: frozenset(
        {GezinsRecht.BEKIJKEN, GezinsRecht.REAGEREN, GezinsRecht.STAGNATIE_MELDEN, GezinsRecht.INSTEMMEN}
    ),
    GezinsRol.NETWERKLID: frozenset({GezinsRecht.BEKIJKEN, GezinsRecht.REAGEREN, GezinsRecht.STAGNATIE_MELDEN}),
}


def rollen(gebruiker: Gebruiker, gezin: Gezin) -> set[GezinsRol]:
    """The roles that this person has in this family now, read from who takes part and who coordinates."""
    soorten = Deelnemer.objects.actief().filter(gezin=gezin, gebruiker=gebruiker).values_list("soort", flat=True)
    gevonden = {_ROL_VAN_SOORT[SoortDeelnemer(soort)] for soort in soorten}
    if Coordinatorschap.objects.huidig().filter(gezin=gezin, gebruiker=gebruiker).exists():
        gevonden.add(GezinsRol.COORDINATOR)
    return gevonden


_ROL_VAN_SOORT = {
    SoortDeelnemer.GEZINSLID: GezinsRol.GEZINSLID,
    SoortDeelnemer.NETWERKLID: GezinsRol.NETWERKLID,
    SoortDeelnemer.PROFESSIONAL: GezinsRol.PROFESSIONAL,
}


def rechten(gebruiker: Gebruiker, gezin: Gezin) -> set[GezinsRecht]:
    """The rights granted to this person on this family. `is_superuser` gives nothing; an inactive account has none."""
    if not gebruiker.is_authenticated or not gebruiker.is_active:
        return set()
    codes = GezinRechtVerlening.objects.filter(content_object=gezin, user=gebruiker).values_list(
        "permission__codename", flat=True
    )
    return {GezinsRecht(code) for code in codes}


def herzie_verleningen(gezin: Gezin, gebruiker: Gebruiker) -> None:
    """Make the grants equal to what the person's roles give: to be called by every act that changes a role."""
    gewenst = {recht for rol in rollen(gebruiker, gezin) for recht in ROL_GEEFT[rol]}
    GezinRechtVerlening.objects.filter(content_object=gezin, user=gebruiker).exclude(
        permission__codename__in=gewenst
    ).delete()
    bestaand = rechten(gebruiker, gezin)
    soort = ContentType.objects.get_for_model(Gezin)
    nieuw = Permission.objects.filter(content_type=soort, codename__in=gewenst - bestaand)
    GezinRechtVerlening.objects.bulk_create(
        [GezinRechtVerlening(content_object=gezin, user=gebruiker, permission=recht) for recht in nieuw],
        ignore_conflicts=True,
    )

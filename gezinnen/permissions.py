"""Who may do what with a family: roles within it, the rights that each gives, and the grants that hold them."""

import uuid
from collections.abc import Iterable

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.errors import NotAllowed
from gezinnen.models import (
    Coordinatorschap,
    Deelnemer,
    Gezin,
    GezinRechtVerlening,
    GezinsRecht,
    SoortDeelnemer,
)
from gezinnen.waarneming import ik_en_namens, in_gezinnen_q
from instanties.bellen import bel
from instanties.models import Functie, FunctieVerzoek, Gebruiker, Instelling, Rol, Verzoekstaat
from woorden.zinnen import zin


class GezinsRol(models.TextChoices):
    """What a person is within one family (I3)."""

    COORDINATOR = "coordinator", zin(gettext_lazy("[zorgcoördinator]"))
    PROFESSIONAL = "professional", gettext_lazy("professional")
    GEZINSLID = "gezinslid", gettext_lazy("gezinslid")
    NETWERKLID = "netwerklid", zin(gettext_lazy("[netwerklid]"))


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


def verleend_aan_q(gebruiker: Gebruiker) -> Q:
    """The filter for grants that this person holds, or whoever he or she stands in for in that family (I6)."""
    return in_gezinnen_q(gebruiker, "user", "content_object")


def met_recht(gebruiker: Gebruiker, recht: GezinsRecht) -> QuerySet[Gezin]:
    """Families on which this person holds `recht`: one EXISTS on the grants, whatever the number of families.

    Equal to `rechten` for every family: an inactive account has none, `is_superuser` gives nothing.
    """
    if not gebruiker.is_active:
        return Gezin.objects.none()
    verleend = GezinRechtVerlening.objects.filter(
        verleend_aan_q(gebruiker), content_object=OuterRef("pk"), permission__codename=recht
    )
    return Gezin.objects.filter(Exists(verleend))


def met_rechten(gezinnen: QuerySet[Gezin], gebruiker: Gebruiker) -> QuerySet[Gezin]:
    """Each with `rechten_van`: the codes of the rights that this person holds on it; two may give the same."""
    verleend = GezinRechtVerlening.objects.filter(
        verleend_aan_q(gebruiker), content_object=OuterRef("pk"), permission__codename__in=GezinsRecht.values
    )
    return gezinnen.annotate(rechten_van=ArraySubquery(verleend.values("permission__codename")))


def mag_gezin_maken(gebruiker: Gebruiker) -> bool:
    """A professional who works at an instelling may start a plan with a family, and then coordinates it (G1, Z3)."""
    return gebruiker.is_active and gebruiker.is_professional and eigen_instellingen(gebruiker).exists()


def eigen_instellingen(gebruiker: Gebruiker) -> QuerySet[Instelling]:
    """The instellingen that take part, where this person works now."""
    functies = Functie.objects.geldig().filter(gebruiker=gebruiker, instelling__isnull=False)
    return Instelling.objects.filter(actief=True, pk__in=functies.values("instelling"))


def waarom_niet_uitnodigen(deelnemer: Deelnemer) -> str:
    """Why the coordinator may not hand this person a code for the first login, in Dutch; empty when she may (X2).

    Who holds a code can log in as that person. Of who works here only for an account without another family and with no
    function but that of hulpverlener at this instelling. For who is of family or network the answer never hangs on
    what else the account opens: what she gives, opens this family only (`gezinnen/actions/verhuizen.py`, I9).
    """
    gebruiker = deelnemer.gebruiker
    niet = _(
        "Voor %(naam)s kan dat niet op deze bladzijde. Wie kan inloggen, kiest zelf een nieuw wachtwoord op de inlogpagina. Lukt "
        "het niet? %(bel)s"
    ) % {"naam": deelnemer.naam, "bel": bel()}
    if gebruiker is None or deelnemer.gestopt_op or gebruiker.is_professional != deelnemer.is_professional:
        return niet
    if not deelnemer.is_professional:
        return ""
    ander_werk = (
        Functie.objects.geldig()
        .filter(gebruiker=gebruiker)
        .exclude(rol=Rol.HULPVERLENER, instelling=deelnemer.instelling_id)
    )
    gevraagd = FunctieVerzoek.objects.filter(gebruiker=gebruiker, staat=Verzoekstaat.WACHT).exclude(
        rol=Rol.HULPVERLENER, instelling=deelnemer.instelling_id
    )
    if opent_ander_gezin(deelnemer) or ander_werk.exists() or gevraagd.exists():
        return niet
    return ""


def opent_ander_gezin(deelnemer: Deelnemer) -> bool:
    """Whether the account by which this person takes part opens another family too: for rules, never to be said (I9)."""
    elders = Deelnemer.objects.actief().filter(gebruiker=deelnemer.gebruiker_id)
    return elders.exclude(gezin=deelnemer.gezin_id).exists()


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
    return rechten_op(gebruiker, [gezin.pk]).get(gezin.pk, set())


def rechten_op(gebruiker: Gebruiker, gezin_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, set[GezinsRecht]]:
    """As rechten, for many families in one query; a family without rights is left out.

    Whoever stands in for a colleague holds what that colleague holds there for work, on those days (I6).
    """
    if not gebruiker.is_authenticated or not gebruiker.is_active:
        return {}
    gevonden: dict[uuid.UUID, set[GezinsRecht]] = {}
    verleend = GezinRechtVerlening.objects.filter(
        verleend_aan_q(gebruiker),
        content_object__in=list(gezin_ids),
        permission__codename__in=GezinsRecht.values,
    )
    for gezin_id, code in verleend.values_list("content_object_id", "permission__codename"):
        gevonden.setdefault(gezin_id, set()).add(GezinsRecht(code))
    return gevonden


def is_coordinator(gebruiker: Gebruiker, gezin_id: uuid.UUID) -> bool:
    """Whether this person coordinates this family now, or stands in for who does (I6)."""
    huidig = Coordinatorschap.objects.huidig().filter(gezin_id=gezin_id).values_list("gebruiker_id", flat=True).first()
    return huidig is not None and (huidig == gebruiker.pk or huidig in ik_en_namens(gebruiker, gezin_id))


def eis_coordinator(gebruiker: Gebruiker, gezin_id: uuid.UUID) -> None:
    """Raise NotAllowed unless this person coordinates the family."""
    if not is_coordinator(gebruiker, gezin_id):
        raise NotAllowed(zin(_("Dit doet [de zorgcoördinator].")))


def herzie_verleningen(gezin: Gezin, gebruiker: Gebruiker) -> None:
    """Make the grants equal to what the person's roles give: to be called by every act that changes a role."""
    gewenst = {recht for rol in rollen(gebruiker, gezin) for recht in ROL_GEEFT[rol]}
    GezinRechtVerlening.objects.filter(content_object=gezin, user=gebruiker).exclude(
        permission__codename__in=gewenst
    ).delete()
    soort = ContentType.objects.get_for_model(Gezin)
    nieuw = Permission.objects.filter(content_type=soort, codename__in=gewenst)
    GezinRechtVerlening.objects.bulk_create(
        [GezinRechtVerlening(content_object=gezin, user=gebruiker, permission=recht) for recht in nieuw],
        ignore_conflicts=True,
    )

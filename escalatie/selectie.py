"""What a reader sees of a stagnatie, part by part, and the lists of stagnaties (T3, E10, E13).

Every function takes the reader's Zicht (or asks for it), so that a page, a count and a notice show the same.
"""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q, QuerySet

from escalatie.models import (
    Actie,
    BetrokkenOrganisatie,
    Gebeurtenis,
    Houderrol,
    SoortGebeurtenis,
    SoortVraag,
    Stagnatie,
    StagnatieQuerySet,
    StagnatieRecht,
    Vraag,
)
from escalatie.zicht import Diepte, Zicht, zichten_van_gezin
from gezinnen.models import Deelnemer, SoortDeelnemer
from gezinsplan.models import Afspraak
from instanties.models import Gebruiker, Gemeente, Instelling, SoortInstelling
from toestemming.zicht import Blik

# Events whose words may be read without a ground: who is on turn and until when, nothing of what it is about.
ZONDER_INHOUD = {
    SoortGebeurtenis.GEOPEND,
    SoortGebeurtenis.STAP_GEOPEND,
    SoortGebeurtenis.HOUDER_GEWISSELD,
    SoortGebeurtenis.ACTIES_VASTGELEGD,
    SoortGebeurtenis.OPLOSSING_GEMELD,
}


@dataclass(frozen=True)
class Keuze:
    """Someone who can be asked something: a person of the team or of the ladder, or an instelling."""

    sleutel: str
    label: str
    gebruiker: Gebruiker | None = None
    instelling: Instelling | None = None
    soort: frozenset[SoortVraag] = field(default_factory=frozenset)


def verloop(zicht: Zicht) -> list[Gebeurtenis]:
    """The course, in order. Who doesn't see what it is about gets the events with their dates, and only the ladder's
    own words."""
    rijen = list(zicht.stagnatie.gebeurtenissen.select_related("stap__modelstap", "door").order_by("op", "pk"))
    if not zicht.ziet_doel and zicht.diepte != Diepte.BERICHT:
        for rij in rijen:
            if rij.soort not in ZONDER_INHOUD:
                rij.tekst = ""
    for rij in rijen:
        rij.tekst = zicht.namen.in_tekst(rij.tekst)
    return rijen


def acties(zicht: Zicht) -> QuerySet[Actie]:
    """The actions that this person may read: the coordinator and who sees the goal all of them, others their own.

    From outside: own ones, own instelling's and those of one's own steps; with a ground all that managers and gemeente
    recorded (E13).
    """
    rijen = Actie.objects.filter(stap__stagnatie=zicht.stagnatie).select_related(
        "stap__modelstap", "termijn", "instelling", "deelnemer__gebruiker", "deelnemer__navrager__gebruiker",
        "deelnemer__instelling", "vastgelegd_door", "gemeld_door",
    )  # fmt: skip
    rijen = rijen.order_by("stap__volgnummer", "termijn__loopt_af_op", "pk")
    if zicht.ziet_doel:
        return rijen
    ik = zicht.ik_en_namens
    eigen = Q(vastgelegd_door__in=ik) | Q(stap__houder__in=ik)
    eigen |= Q(deelnemer__gebruiker__in=ik) | Q(deelnemer__navrager__gebruiker__in=ik)
    if zicht.eigen_instellingen:
        eigen |= Q(instelling__in=zicht.eigen_instellingen) | Q(deelnemer__instelling__in=zicht.eigen_instellingen)
    if zicht.diepte == Diepte.BERICHT:
        eigen |= ~Q(stap__modelstap__houderrol=Houderrol.COORDINATOR)
    return rijen.filter(eigen)


def vragen(zicht: Zicht) -> QuerySet[Vraag]:
    """Questions and answers: one's own; the coordinator's and the present keeper's all of them (E2, E4, E5)."""
    rijen = Vraag.objects.filter(stagnatie=zicht.stagnatie).select_related(
        "stap__modelstap", "van", "aan", "aan_instelling", "termijn", "beantwoord_door"
    )
    if zicht.is_coordinator or (zicht.is_houder and zicht.toont_namen):
        return rijen
    eigen = Q(van__in=zicht.ik_en_namens) | Q(aan__in=zicht.ik_en_namens)
    if zicht.is_houder:
        # Without a ground: what the clock asked, for that is answered to whoever keeps the step.
        eigen |= Q(soort=SoortVraag.AANDEEL)
    return rijen.filter(eigen)


def afspraken(zicht: Zicht) -> QuerySet[Afspraak]:
    """The missed afspraken that this person may read: by zicht in the team, from outside own instelling's only (E13)."""
    rijen = Afspraak.objects.filter(stagnatieafspraak__stagnatie=zicht.stagnatie)
    if zicht.blik is not None:
        rijen = rijen.zichtbaar_voor(zicht.blik).met_vraag(zicht.blik)
    else:
        rijen = rijen.filter(uitvoerders__instelling__in=zicht.eigen_instellingen)
    return rijen.select_related("termijn", "doel").prefetch_related("uitvoerders__instelling").distinct()


def van_mijn_organisaties(gebruiker: Gebruiker) -> StagnatieQuerySet:
    """For managers and officials: the stagnaties that concern their instelling or gemeente, or that they keep (E4, E5)."""
    return Stagnatie.objects.met_recht(gebruiker, StagnatieRecht.BEKIJKEN)


def open_van_gezin(blik: Blik) -> list[Zicht]:
    """The open stagnaties of one family that this reader sees, bundled for the plan, oldest first (E10)."""
    gevonden = zichten_van_gezin(blik, Stagnatie.objects.open())
    van_team = (zicht for zicht in gevonden if zicht.blik is not None)
    return sorted(van_team, key=lambda zicht: (zicht.stagnatie.geopend_op, zicht.stagnatie.pk))


def wie_kan_ik_vragen(zicht: Zicht) -> list[Keuze]:
    """Whom this person may address or ask advice here; the act itself holds to the same (E2, E4, E5)."""
    if zicht.stap is None:
        return []
    bewaakt = zicht.is_houder or zicht.is_coordinator
    beide = frozenset({SoortVraag.AANSPREKEN, SoortVraag.ADVIES}) if bewaakt else frozenset({SoortVraag.AANSPREKEN})
    keuzes: dict[str, Keuze] = {}

    def bied_aan(gebruiker: Gebruiker, instelling: Instelling | None, gemeente: Gemeente | None = None) -> None:
        if gebruiker.pk != zicht.gebruiker.pk and gebruiker.is_active:
            label = zicht.namen.met_werk(gebruiker, instelling)
            label = f"{label}, {gemeente}" if gemeente and not instelling else label
            keuzes.setdefault(f"g:{gebruiker.pk}", Keuze(f"g:{gebruiker.pk}", label, gebruiker=gebruiker, soort=beide))

    if zicht.blik is not None:
        # Only whom the plan itself shows to this person: that an instelling takes part may say too much (T3).
        doeners = Deelnemer.objects.filter(afspraken__in=Afspraak.objects.zichtbaar_voor(zicht.blik))
        collegas = zicht.blik.deelnemers(doeners).actief()
        collegas = collegas.filter(soort=SoortDeelnemer.PROFESSIONAL, gebruiker__isnull=False)
        for collega in collegas.order_by("naam"):
            if collega.gebruiker is not None:
                bied_aan(collega.gebruiker, collega.instelling)
    for stap in zicht.stagnatie.stappen.select_related("houder", "houder_instelling", "houder_gemeente"):
        if stap.houder_instelling_id or stap.houder_gemeente_id:
            bied_aan(stap.houder, stap.houder_instelling, stap.houder_gemeente)
    if bewaakt:
        for instelling in _te_vragen_instellingen(zicht):
            sleutel = f"i:{instelling.pk}"
            soort = frozenset({SoortVraag.ADVIES}) if instelling.soort == SoortInstelling.MELDPUNT else beide
            keuzes[sleutel] = Keuze(sleutel, zicht.namen.van(instelling), instelling=instelling, soort=soort)
    return list(keuzes.values())


def _te_vragen_instellingen(zicht: Zicht) -> QuerySet[Instelling]:
    """The meldpunt in every step; from the managers' step on the instellingen that take part."""
    te_vragen = Q(soort=SoortInstelling.MELDPUNT)
    if zicht.stap is not None and zicht.stap.modelstap.houderrol != Houderrol.COORDINATOR:
        te_vragen |= Q(pk__in=betrokken_instellingen(zicht.stagnatie))
    return Instelling.objects.filter(te_vragen, actief=True).order_by("naam")


def betrokken_instellingen(stagnatie: Stagnatie) -> set[UUID]:
    """The instellingen that take part in this stagnatie, beside the plan."""
    rijen = BetrokkenOrganisatie.objects.filter(stagnatie=stagnatie, instelling__isnull=False)
    return {pk for pk in rijen.values_list("instelling_id", flat=True) if pk is not None}

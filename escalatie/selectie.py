"""What a reader sees of a stagnatie, part by part, and the lists of stagnaties (T3, E10, E13).

Every function takes the reader's Zicht (or asks for it), so that a page, a count and a notice show the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from escalatie.filters import Wat
from escalatie.houders import uitvoerende_instellingen
from escalatie.models import (
    BIJDRAGEN,
    Actie,
    BetrokkenOrganisatie,
    Gebeurtenis,
    SoortGebeurtenis,
    SoortVraag,
    Stagnatie,
    StagnatieQuerySet,
    StagnatieRecht,
    Stap,
    Vraag,
)
from escalatie.permissions import met_recht
from escalatie.stapsoorten import IN_PLAN, soort_van
from escalatie.zicht import Zicht, zichten_van_gezin
from escalatie.zichtvorm import Diepte, Zichtvorm
from gezinnen.models import Deelnemer, SoortDeelnemer
from gezinsplan.models import Afspraak
from instanties.models import Gebruiker, Gemeente, Instelling, SoortInstelling
from toestemming.filters import Filters
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


def gebeurtenissen(zicht: Zicht | Zichtvorm) -> QuerySet[Gebeurtenis]:
    """What happened, in order."""
    return Gebeurtenis.objects.filter(stagnatie=zicht.stagnatie).order_by("op", "pk")


def verloop(zicht: Zicht, rijen: list[Gebeurtenis] | None = None) -> list[Gebeurtenis]:
    """The course as this reader reads it. Who doesn't see what it is about gets the events with their dates, and only
    the ladder's own words. `rijen`: the gebeurtenissen, where they are known."""
    rijen = list(gebeurtenissen(zicht)) if rijen is None else rijen
    if not zicht.ziet_doel and zicht.diepte != Diepte.BERICHT:
        for rij in rijen:
            if rij.soort not in ZONDER_INHOUD:
                rij.tekst = ""
    for rij in rijen:
        rij.tekst = zicht.namen.in_tekst(rij.tekst)
    return rijen


def acties(zicht: Zicht | Zichtvorm) -> QuerySet[Actie]:
    """The actions that this person may read: the coordinator and who sees the goal all of them, others their own.

    From outside: own ones, own instelling's and those of one's own steps; with a ground all that managers and gemeente
    recorded, and who keeps the step all of the ladder (E13); which words of them says `vrije_tekst`.
    """
    rijen = Actie.objects.filter(stap__stagnatie=zicht.stagnatie).select_related(
        "stap__modelstap", "termijn", "instelling", "deelnemer__gebruiker", "deelnemer__navrager__gebruiker",
        "deelnemer__instelling", "vastgelegd_door", "gemeld_door",
    )  # fmt: skip
    rijen = rijen.order_by("stap__volgnummer", "termijn__loopt_af_op", "pk")
    if zicht.ziet_doel or zicht.houdt_van_buiten:
        return rijen
    ik = zicht.ik_en_namens
    eigen = Q(vastgelegd_door__in=ik) | Q(stap__houder__in=ik)
    eigen |= Q(deelnemer__gebruiker__in=ik) | Q(deelnemer__navrager__gebruiker__in=ik)
    if zicht.eigen_instellingen:
        eigen |= Q(instelling__in=zicht.eigen_instellingen) | Q(deelnemer__instelling__in=zicht.eigen_instellingen)
    if zicht.diepte == Diepte.BERICHT:
        eigen |= ~Q(stap__modelstap__houderrol__in=IN_PLAN)
    return rijen.filter(eigen)


def vragen(zicht: Zicht | Zichtvorm) -> QuerySet[Vraag]:
    """Questions and answers: one's own; for the coordinator and the present keeper all of them (E2, E4, E5).

    Who leads an instelling that was asked what it can do reads what the others say to that (E4).
    """
    rijen = Vraag.objects.filter(stagnatie=zicht.stagnatie).select_related(
        "stap__modelstap", "van", "aan", "aan_instelling", "termijn", "beantwoord_door"
    )
    if zicht.is_coordinator or zicht.is_houder:
        return rijen
    te_lezen = Q(van__in=zicht.ik_en_namens) | Q(aan__in=zicht.ik_en_namens)
    if zicht.eigen_instellingen:
        onze = Vraag.objects.filter(stagnatie=zicht.stagnatie, soort__in=BIJDRAGEN)
        te_lezen |= Q(Exists(onze.filter(aan_instelling__in=zicht.eigen_instellingen)), soort__in=BIJDRAGEN)
    return rijen.filter(te_lezen)


def afspraken(zicht: Zicht) -> QuerySet[Afspraak]:
    """The missed afspraken that this person may read: by zicht in the team, from outside own instelling's only (E13)."""
    rijen = Afspraak.objects.filter(stagnatieafspraak__stagnatie=zicht.stagnatie)
    if zicht.blik is not None:
        rijen = rijen.zichtbaar_voor(zicht.blik).met_vraag(zicht.blik)
    else:
        rijen = rijen.filter(uitvoerders__instelling__in=zicht.eigen_instellingen)
    return rijen.select_related("termijn", "doel").distinct()


def afspraken_om_te_houden(zicht: Zicht) -> QuerySet[Afspraak]:
    """As `afspraken`; who keeps the step from outside also reads which ones the missing instelling owes (E13)."""
    if not zicht.houdt_van_buiten:
        return afspraken(zicht)
    rijen = Afspraak.objects.filter(stagnatieafspraak__stagnatie=zicht.stagnatie, uitvoerders__instelling__isnull=False)
    return rijen.select_related("termijn", "doel").distinct()


def uitvoerders() -> QuerySet[Deelnemer]:
    """Who carries out an afspraak of a question, to come along with it."""
    return Deelnemer.objects.filter(afspraken=OuterRef("pk")).order_by("naam_volgorde", "pk")


def van_mijn_organisaties(gebruiker: Gebruiker) -> StagnatieQuerySet:
    """For managers and officials: the stagnaties that concern their instelling or gemeente, or that they keep (E4, E5)."""
    return met_recht(gebruiker, StagnatieRecht.BEKIJKEN)


OPEN = Wat(lambda oog: van_gezin(oog).open())


def van_gezin(oog: Filters | None) -> StagnatieQuerySet:
    """The stagnaties of the family of a view."""
    return Stagnatie.objects.filter(gezin=oog.gezin_id) if oog is not None else Stagnatie.objects.none()


def open_van_gezin(blik: Blik, wat: Wat = OPEN) -> list[Zicht]:
    """The open stagnaties of one family that this reader sees, bundled for the plan, oldest first (E10).

    `wat`: the open ones, with what has to come along.
    """
    van_team = (zicht for zicht in zichten_van_gezin(blik, wat) if zicht.blik is not None)
    return sorted(van_team, key=lambda zicht: (zicht.stagnatie.geopend_op, zicht.stagnatie.pk))


def mensen(zicht: Zicht) -> list[Deelnemer]:
    """Who takes part in the plan now, as far as this person knows of them."""
    if zicht.blik is None:
        return []
    return list(zicht.blik.deelnemers().actief().order_by("soort", "naam_volgorde", "pk"))


def _collegas(zicht: Zicht, bekend: Sequence[Deelnemer] | None) -> list[Deelnemer]:
    """The professionals whom the plan itself shows: that an instelling takes part may say too much (T3)."""
    if zicht.blik is None:
        return []
    if bekend is None or not zicht.blik.ziet_alles:
        doeners = Deelnemer.objects.filter(afspraken__in=Afspraak.objects.zichtbaar_voor(zicht.blik))
        bekend = list(zicht.blik.deelnemers(doeners).actief().filter(soort=SoortDeelnemer.PROFESSIONAL))
    return sorted(
        (mens for mens in bekend if mens.is_professional), key=lambda mens: (mens.naam_volgorde, str(mens.pk))
    )


def wie_kan_ik_vragen(
    zicht: Zicht,
    stappen: Iterable[Stap] | None = None,
    bekend: Sequence[Deelnemer] | None = None,
    instellingen: Sequence[Instelling] | None = None,
) -> list[Keuze]:
    """Whom this person may address or ask advice here; the act itself holds to the same (E2, E4, E5).

    The steps, `mensen` and `instellingen` of this stagnatie: where they are known.
    """
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

    for collega in _collegas(zicht, bekend):
        if collega.gebruiker is not None:
            bied_aan(collega.gebruiker, collega.instelling)
    partij = zicht.stagnatie.partij
    if zicht.houdt_voor_coordinator and partij is not None and partij.is_professional and partij.gebruiker:
        bied_aan(partij.gebruiker, partij.instelling)
    if stappen is None:
        stappen = zicht.stagnatie.stappen.select_related("houder", "houder_instelling", "houder_gemeente")
    for stap in stappen:
        if stap.houder_instelling_id or stap.houder_gemeente_id:
            bied_aan(stap.houder, stap.houder_instelling, stap.houder_gemeente)
    if bewaakt:
        for instelling in _te_vragen(zicht, te_noemen(zicht) if instellingen is None else instellingen):
            sleutel = f"i:{instelling.pk}"
            soort = frozenset({SoortVraag.ADVIES}) if instelling.soort == SoortInstelling.MELDPUNT else beide
            keuzes[sleutel] = Keuze(sleutel, zicht.namen.van(instelling), instelling=instelling, soort=soort)
    return list(keuzes.values())


def te_noemen(zicht: Zicht) -> list[Instelling]:
    """The instellingen that work in the open step can be given to, or asked of: each says whether it can be given an
    action (`voert_uit`) and whether it takes part beside the plan (`betrokken`). One query."""
    if zicht.stap is None:
        return []
    uitvoerend = uitvoerende_instellingen(zicht.stagnatie, zicht.stap.modelstap)
    betrokken = Exists(BetrokkenOrganisatie.objects.filter(stagnatie=zicht.stagnatie, instelling=OuterRef("pk")))
    gevonden = Instelling.objects.filter(actief=True).annotate(
        voert_uit=Exists(uitvoerend.filter(pk=OuterRef("pk"))), betrokken=betrokken
    )
    return list(
        gevonden.filter(Q(voert_uit=True) | Q(betrokken=True) | Q(soort=SoortInstelling.MELDPUNT)).order_by(
            "naam", "pk"
        )
    )


def _te_vragen(zicht: Zicht, instellingen: Iterable[Any]) -> list[Instelling]:
    """The meldpunt in every step; outside the plan the instellingen that take part."""
    verder = zicht.stap is not None and not soort_van(zicht.stap.modelstap).in_plan
    return [rij for rij in instellingen if rij.soort == SoortInstelling.MELDPUNT or (verder and rij.betrokken)]

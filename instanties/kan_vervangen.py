"""Who can be named to stand in, and who it comes to then: asked when an absence is recorded (I6)."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from instanties.models import Functie, Gebruiker, Rol, Vervanging
from instanties.vervanging import DOEN, LEIDING, bij, volg


def kan_doen(wie: Gebruiker, door: Gebruiker | None = None) -> QuerySet[Functie]:
    """The functions of others in which some work of this person can be done, at the same organisation (I6).

    `door`: who leads at one organisation says nothing of another; a beheerder, and the person, of each.
    """
    eigen = Functie.objects.geldig().filter(gebruiker=wie)
    if door is not None and door.pk != wie.pk:
        hier = Functie.objects.geldig().filter(gebruiker=door)
        if not hier.filter(rol=Rol.BEHEERDER).exists():
            eigen = eigen.filter(instelling__in=hier.filter(rol__in=LEIDING).values("instelling"))
    werk = Q(pk__in=())
    for functie in eigen:
        if organisatie := functie.instelling_id or functie.gemeente_id:
            werk |= Q(rol__in=DOEN.get(functie.rol, (Rol(functie.rol),))) & bij([organisatie], [organisatie])
    return Functie.objects.geldig().filter(werk).exclude(gebruiker=wie)


def wie_er_dan_is(
    wie: Gebruiker, vervanger: Gebruiker, van: date, tot_en_met: date
) -> list[tuple[date, date, Gebruiker | None]]:
    """Who it comes to in these days, from day to day, where `vervanger` is named for `wie`.

    That one, whoever was named where that one is away too, and so on; None: nobody of them is there. Three questions.
    """
    collega = Functie.objects.geldig().filter(gebruiker=wie)
    daar_werkt = Functie.objects.geldig().filter(
        bij(collega.values("instelling"), collega.values("gemeente")), gebruiker=OuterRef("wie")
    )
    afwezig = list(
        Vervanging.objects.geldig()
        .filter(Exists(daar_werkt), van__lte=tot_en_met, tot_en_met__gte=van)
        .exclude(wie=wie)
        .select_related("vervanger")
    )
    daar = set(kan_doen(wie).values_list("gebruiker_id", flat=True))
    kunnen = {vervanger.pk: vervanger, **{rij.vervanger.pk: rij.vervanger for rij in afwezig if rij.vervanger}}
    kan = {pk for pk, mens in kunnen.items() if mens.is_active and pk in daar}

    def op(dag: date) -> Gebruiker | None:
        genoemd = {rij.wie_id: rij.vervanger_id for rij in afwezig if rij.van <= dag <= rij.tot_en_met}
        gevonden = volg(vervanger.pk, genoemd, {wie.pk}, kan)
        return kunnen[gevonden] if gevonden else None

    # Between the days on which somebody goes or comes back it is the same one.
    grenzen = {van, *(rij.van for rij in afwezig), *(rij.tot_en_met + timedelta(days=1) for rij in afwezig)}
    begint: list[tuple[date, Gebruiker | None]] = []
    for dag in sorted(dag for dag in grenzen if van <= dag <= tot_en_met):
        is_er = op(dag)
        if not begint or begint[-1][1] != is_er:
            begint.append((dag, is_er))
    eindigt = [*(dag - timedelta(days=1) for dag, _is_er in begint[1:]), tot_en_met]
    return [(dag, laatste, is_er) for (dag, is_er), laatste in zip(begint, eindigt, strict=True)]

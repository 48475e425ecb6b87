"""What a page of a stagnatie reads of the database, as far as its reader may see it (E10, E13)."""

from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from core.kept_queries import Rows, kept
from core.mee import Meegevraagd, zet_klaar
from escalatie import selectie
from escalatie.filters import BIJ_STAP
from escalatie.models import (
    Actie,
    Actieverzoek,
    Besluit,
    Bevestiging,
    Lezers,
    Medepartij,
    Modelcriterium,
    Modelniveau,
    Modelspoor,
    Modelstap,
    Oplossing,
    Spoorbegin,
    Stagnatie,
    Stap,
    Terugkoppeling,
    Tussenvraag,
)
from escalatie.verschuldigd import actie_onbevestigd, afspraak_onbevestigd
from escalatie.vrije_tekst import Toets
from escalatie.zicht import Zicht
from escalatie.zichtvorm import Diepte, Zichtvorm
from gezinnen.models import Coordinatorschap, Deelnemer
from gezinnen.selectie import coordinator_werkt
from gezinsplan.models import Afspraak, EenmaligeLink
from instanties.models import Functie, Rol, Verzoekstaat
from termijnen.kalender import regio_met_dagen


def ziet_inhoud(zicht: Zicht | Zichtvorm) -> bool:
    """Whether this reader sees what it is about, beside the own share in it (T3, E13)."""
    return zicht.ziet_doel or zicht.diepte == Diepte.BERICHT


def verloop_van(zicht: Zicht) -> Any:
    """The stagnatie with its course, as far as this reader may see of it: which rows, and which words of them."""
    [stagnatie] = _verloop(zicht.vorm, **zicht.waarden)
    if zicht.diepte == Diepte.KAAL:
        thuis = [rij.naam for rij in stagnatie.rondom if not rij.is_professional]
        team = [rij.gebruiker_id for rij in stagnatie.rondom if rij.gebruiker_id]
        if zicht.naamgever is not None:
            zicht.naamgever.weet_rondom(zicht.stagnatie.gezin_id, stagnatie.rondom)
        stagnatie.toets = toets = Toets(zicht, [zicht.stagnatie.gezin.naam, *thuis], team, stagnatie.genomen)
        antwoorden = [antwoord for besluit in stagnatie.besloten for antwoord in besluit.antwoorden]
        verzoeken = []
        for actie in stagnatie.gedaan:
            for verzoek in actie.verzoeken_nu:
                verzoek.actie = actie
                verzoeken.append(verzoek)
        for rijen in (
            stagnatie.genomen,
            stagnatie.gedaan,
            stagnatie.besloten,
            antwoorden,
            verzoeken,
            stagnatie.verteld,
            stagnatie.gesteld,
        ):
            toets.dek_af(rijen)
    return stagnatie


@kept
def _verloop(zicht: Zichtvorm) -> Rows:
    niveaus = Modelniveau.objects.filter(modelstap=OuterRef("pk")).order_by("nummer")
    ladder = Modelstap.objects.filter(model=OuterRef("model")).order_by("nummer")
    criteria = Modelcriterium.objects.filter(spoor=OuterRef("pk")).order_by("letter")
    sporen = Modelspoor.objects.filter(model=OuterRef("model"), begin=Spoorbegin.GEKOZEN).order_by("nummer")
    stappen = Stap.objects.filter(stagnatie=OuterRef("pk")).order_by("volgnummer")
    oplossingen = Oplossing.objects.filter(stagnatie=OuterRef("pk")).order_by("op")
    tussen = Tussenvraag.objects.filter(stagnatie=OuterRef("pk"), staat=Verzoekstaat.WACHT).order_by("op")
    uitvoerder = ("deelnemer__gebruiker", "deelnemer__navrager__gebruiker", "deelnemer__instelling", "instelling")
    wie = ("van", "aan", "aan_instelling", "beantwoord_door")
    van_buiten = {}
    if zicht.diepte != Diepte.PLAN:
        hier = Coordinatorschap.objects.huidig().filter(gezin=OuterRef("gezin")).annotate(werkt=coordinator_werkt())
        van_buiten["coordineert"] = Meegevraagd(hier, met=["gebruiker", "instelling"])
    if zicht.diepte == Diepte.KAAL:
        van_buiten["rondom"] = Meegevraagd(Deelnemer.objects.filter(gezin=OuterRef("gezin")))
    return Rows(
        Stagnatie.objects.filter(pk=zicht.stagnatie).annotate(
            genomen=Meegevraagd(stappen, met=BIJ_STAP),
            ladder=Meegevraagd(ladder.annotate(niveaus_nu=Meegevraagd(niveaus))),
            sporen=Meegevraagd(sporen.annotate(criteria_nu=Meegevraagd(criteria))),
            gebeurd=Meegevraagd(selectie.gebeurtenissen(zicht), met=["door"]),
            gedaan=Meegevraagd(_acties(zicht), met=["termijn", "vastgelegd_door", "gemeld_door", *uitvoerder]),
            besloten=Meegevraagd(_besluiten(zicht), met=["niveau", "door"]),
            verteld=Meegevraagd(_terugkoppelingen(zicht), met=["van"]),
            gesteld=Meegevraagd(selectie.vragen(zicht).order_by("gesteld_op", "pk"), met=["termijn", *wie]),
            mede=Meegevraagd(
                Medepartij.objects.filter(stagnatie=OuterRef("pk")).order_by("pk"), met=["deelnemer__instelling"]
            ),
            tussen=Meegevraagd(tussen, met=["termijn", "aan_stap"]),
            gemeld=Meegevraagd(oplossingen, met=["door", "beantwoord_door", "na_weg", "termijn"]),
            regio=Meegevraagd(regio_met_dagen()),
            **van_buiten,
        )
    )


def afspraken_van(zicht: Zicht) -> list[Afspraak]:
    """The missed afspraken, each with who was to do it."""
    doet = Meegevraagd(selectie.uitvoerders(), met=["instelling", "navrager"])
    link = EenmaligeLink.objects.beantwoord_naar_onbevestigd().filter(navraag__afspraak=OuterRef("pk"))
    gezegd = ExpressionWrapper(afspraak_onbevestigd(), BooleanField())
    rijen = selectie.afspraken_om_te_houden(zicht).annotate(doet=doet, onbevestigd=Exists(link), zegt_gedaan=gezegd)
    gevonden = list(rijen)
    for rij in gevonden:
        zet_klaar(rij, "uitvoerders", rij.doet)
    return [*gevonden]


def _acties(zicht: Zichtvorm) -> QuerySet[Actie]:
    """The actions, each with whether it was said to be done and isn't confirmed (`zegt_gedaan`), and with what its doer was
    asked and answered (`verzoeken_nu`)."""
    verzoeken = Actieverzoek.objects.filter(actie=OuterRef("pk")).order_by("op")
    leiding = Functie.objects.geldig().filter(
        instelling=OuterRef("instelling"), rol__in=[Rol.MANAGER, Rol.BESTUURDER], gebruiker__is_active=True
    )
    return selectie.acties(zicht).annotate(
        heeft_leiding=Exists(leiding),
        zegt_gedaan=ExpressionWrapper(actie_onbevestigd(), BooleanField()),
        verzoeken_nu=Meegevraagd(verzoeken, met=["termijn", "beantwoord_door", "na_weg"]),
    )


def _besluiten(zicht: Zichtvorm) -> QuerySet[Besluit]:
    """Decisions with what each instelling answered (`antwoorden`); without sight of it only one's own and those that ask
    something of the own side; for who keeps the step all of them, by which words says `vrije_tekst`."""
    bevestigingen = Bevestiging.objects.all()
    besluiten = Besluit.objects.filter(stap__stagnatie=zicht.stagnatie).order_by("op", "pk")
    if not (ziet_inhoud(zicht) or zicht.houdt_van_buiten):
        eigen = Q(gevraagd_aan__in=zicht.ik_en_namens) | Q(instelling__in=zicht.eigen_instellingen)
        eigen |= Q(besluit__door__in=zicht.ik_en_namens) | Q(besluit__stap__houder__in=zicht.ik_en_namens)
        bevestigingen = bevestigingen.filter(eigen)
        besluiten = besluiten.filter(pk__in=bevestigingen.values("besluit"))
    antwoorden = bevestigingen.filter(besluit=OuterRef("pk")).order_by("instelling__naam_volgorde")
    met = ["instelling", "gevraagd_aan", "door", "termijn"]
    return besluiten.annotate(antwoorden=Meegevraagd(antwoorden, met=met))


def _terugkoppelingen(zicht: Zichtvorm) -> QuerySet[Terugkoppeling]:
    """Feedback; without sight of it only one's own words and what was told to oneself. What a youngster chose to tell the
    coordinator alone, nobody else (G18)."""
    rijen = Terugkoppeling.objects.filter(stap__stagnatie=zicht.stagnatie).order_by("op", "pk")
    if not zicht.is_coordinator:
        rijen = rijen.filter(Q(lezers=Lezers.ALLEN) | Q(van__in=zicht.ik_en_namens))
    return (
        rijen
        if ziet_inhoud(zicht) or zicht.houdt_van_buiten
        else rijen.filter(Q(van__in=zicht.ik_en_namens) | Q(stap__houder__in=zicht.ik_en_namens))
    )

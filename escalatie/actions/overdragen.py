"""Steps and actions get another person: a new coordinator, someone who stops, someone who loses access (Z3, E9)."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from escalatie.actions import actieverzoeken, slot
from escalatie.actions.beurt import open_stappen_bij
from escalatie.actions.stappen import herbezet
from escalatie.actions.toegang import geef_grond
from escalatie.actions.verslag import Verslag
from escalatie.houders import gehouden_met, leiding_van
from escalatie.jawoord import mag_niet_weten
from escalatie.models import (
    Actie,
    Actiestaat,
    Bevestiging,
    Bevestigingsstaat,
    Modelniveau,
    Niveauhouder,
    SoortGebeurtenis,
    Stagnatie,
    StagnatieRecht,
    Stagnatiestaat,
    Stap,
    Stapstaat,
    Vraag,
)
from escalatie.permissions import verleen
from escalatie.stapsoorten import STAPSOORTEN, soort_van
from gezinnen.models import Deelnemer, Gezin
from instanties.models import Functie, Gebruiker, Gemeente
from termijnen import actions as termijnen
from termijnen.models import Termijn, Termijnstaat


@transaction.atomic
def herbezet_gezin(gezin: Gezin, oud: Gebruiker, *, nu: datetime, door: Gebruiker | None, reden: str) -> None:
    """The family has another coordinator: the executors' steps and what she guarded otherwise move along (Z3)."""
    open_ids = Stagnatie.objects.open().filter(gezin=gezin).values_list("pk", flat=True)
    stagnaties = slot.vergrendel(open_ids)
    stappen = open_stappen_bij(stagnaties)
    herbezet([stap for stap in stappen if soort_van(stap.modelstap).in_plan], nu=nu, door=door, reden=reden)
    nieuw = gezin.coordinatorschappen.huidig().select_related("gebruiker").first()
    if nieuw is not None:
        # Step terms have their keeper by now; what is left are terms beside the step, like the family's answer.
        staptermijnen = {stap.staptermijn.pk for stap in stappen}
        rest = [
            termijn
            for termijn in slot.lopende_termijnen_van(stagnaties)
            if termijn.houder_id == oud.pk and termijn.pk not in staptermijnen
        ]
        termijnen.wissel_houder(rest, nieuw.gebruiker, nu=nu, door=door, reden=reden)


@transaction.atomic
def herbezet_zonder(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker | None) -> None:
    """This person can no longer log in: the steps that he keeps go to whom the rules now name (E9)."""
    gehouden = Stap.objects.filter(
        staat=Stapstaat.OPEN, stagnatie__staat=Stagnatiestaat.OPEN, houder=gebruiker
    ).values_list("stagnatie_id", flat=True)
    stappen = open_stappen_bij(slot.vergrendel(gehouden))
    herbezet(
        [stap for stap in stappen if stap.houder_id == gebruiker.pk],
        nu=nu,
        door=door,
        reden=_("de vorige persoon kan niet meer inloggen"),
    )


@transaction.atomic
def herbezet_zonder_functie(functie: Functie, *, nu: datetime, door: Gebruiker | None) -> None:
    """The function by which this person kept steps has ended, and no other there lets him: others keep them (E9, I9)."""
    stappen = open_stappen_bij(slot.vergrendel(gehouden_met(functie).values_list("stagnatie_id", flat=True)))
    nog = set(gehouden_met(functie).values_list("pk", flat=True))
    reden = _("de vorige persoon heeft deze functie niet meer")
    herbezet([stap for stap in stappen if stap.pk in nog], nu=nu, door=door, reden=reden, ook_wie_inlogt=True)


@transaction.atomic
def herbezet_niveaus(
    gemeente: Gemeente | None, was: Mapping[str, UUID | None], *, nu: datetime, door: Gebruiker | None
) -> None:
    """Another is named to decide: the running rounds of that level are his from now on, with the same term (E6, E9).

    `was`: who was named before, and by what. `gemeente` None: above the gemeenten.
    """
    niveau = Modelniveau.objects.filter(modelstap=OuterRef("modelstap"), nummer=OuterRef("niveau"))
    if gemeente is None:
        van = Q(Exists(niveau.filter(houder=Niveauhouder.REGIO)))
    else:
        van = Q(houder__in=[wie for wie in was.values() if wie])
        if "bestuur" in was:
            van |= Q(Exists(niveau.filter(houder=Niveauhouder.BESTUUR)))
        van &= Q(houder_gemeente=gemeente)
    beslist = [soort.naam for soort in STAPSOORTEN.values() if soort.beslist]
    lopend = Stap.objects.filter(van, staat=Stapstaat.OPEN, modelstap__houderrol__in=beslist)
    ids = set(lopend.values_list("pk", flat=True))
    stappen = open_stappen_bij(slot.vergrendel(lopend.values_list("stagnatie_id", flat=True)))
    herbezet([stap for stap in stappen if stap.pk in ids], nu=nu, door=door, reden=_("een ander is hiervoor genoemd"))


@transaction.atomic
def geef_acties_over(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker | None) -> None:
    """Running actions of someone who takes part no more are asked of who guards them; whether he can, of nobody."""
    acties = Actie.objects.filter(deelnemer=deelnemer, staat=Actiestaat.LOOPT)
    slot.vergrendel(acties.values_list("stap__stagnatie_id", flat=True))
    actieverzoeken.laat_los(acties, nu=nu, door=door)
    for termijn in Termijn.objects.lopend().filter(actie__in=acties, houder__isnull=False):
        termijnen.vraag_aan(termijn, [termijn.houder_id] if termijn.houder_id else [])


@transaction.atomic
def vraag_niet_meer(gezin: Gezin) -> None:
    """What a safety flag keeps from somebody isn't asked of him any more, but of who keeps it; nobody is told (X5)."""
    op_slot = slot.vergrendel(Stagnatie.objects.open().filter(gezin=gezin).values_list("pk", flat=True))
    for stap in open_stappen_bij(op_slot):
        verborgen = Gebruiker.objects.filter(deelnames__in=mag_niet_weten(stap))
        weg = set(verborgen.values_list("pk", flat=True))
        lopend = Termijn.objects.lopend().filter(pk__in=slot.termijnen_van([stap.stagnatie_id]))
        for termijn in lopend.filter(gevraagden__gebruiker__in=weg).distinct().order_by("pk"):
            blijven = set(termijn.gevraagden.values_list("gebruiker_id", flat=True)) - weg
            termijnen.vraag_aan(termijn, blijven or {termijn.houder_id or stap.houder_id})


@transaction.atomic
def geef_instellingsacties_over(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker | None) -> None:
    """What was asked of an instelling through somebody who no longer leads it: whether it can do an action, and doing it.

    It is asked of who leads it now; is nobody there, of who guards the action (I9, E15).
    """
    acties = Actie.objects.filter(
        Q(termijn__gevraagden__gebruiker=gebruiker) | Q(verzoeken__termijn__gevraagden__gebruiker=gebruiker),
        instelling__isnull=False,
        staat=Actiestaat.LOOPT,
    )
    slot.vergrendel(acties.values_list("stap__stagnatie_id", flat=True))
    verslag = Verslag(nu, door)
    for actie in acties.select_related("instelling", "termijn", "stap__stagnatie").distinct().order_by("pk"):
        leiding = leiding_van(actie.instelling) if actie.instelling else None
        wie = leiding.pk if leiding else actie.termijn.houder_id
        if wie is None or wie == gebruiker.pk:
            continue
        if leiding is not None:
            verleen(
                (actie.stap.stagnatie_id, wie, recht) for recht in (StagnatieRecht.BEKIJKEN, StagnatieRecht.ADVISEREN)
            )
            geef_grond([(actie.stap, leiding)], nu=nu, door=door)
        lopend = Termijn.objects.lopend().filter(Q(actie=actie) | Q(actieverzoek__actie=actie))
        for termijn in lopend.filter(gevraagden__gebruiker=gebruiker):
            termijnen.vraag_aan(termijn, [wie])
            if leiding is not None:
                feit = f"{actie.pk}:{leiding.pk}"
                verslag.meld("stagnatie_actie", [leiding], actie.stap.stagnatie, feit, termijn=termijn)
    verslag.schrijf()


@transaction.atomic
def laat_vragen_los(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker | None) -> None:
    """What was asked of somebody in person who takes part no more gets no answer: asker and keeper hear it at once (I9)."""
    if deelnemer.gebruiker_id is None:
        return
    open_vragen = Vraag.objects.filter(
        aan=deelnemer.gebruiker_id, aan_instelling__isnull=True, beantwoord_op__isnull=True,
        stagnatie__gezin=deelnemer.gezin_id, termijn__staat=Termijnstaat.LOOPT,
    )  # fmt: skip
    slot.vergrendel(open_vragen.values_list("stagnatie_id", flat=True))
    vragen = list(open_vragen.select_related("stap__houder", "stagnatie", "van", "aan", "termijn").order_by("pk"))
    reden = _("doet niet meer mee")
    termijnen.beeindig([vraag.termijn for vraag in vragen], Termijnstaat.VERVALLEN, nu=nu, door=door, reden=reden)
    _vertel_zonder_antwoord(vragen, _("%(wie)s doet niet meer mee en antwoordt niet meer."), nu=nu, door=door)


@transaction.atomic
def geef_vragen_over(gebruiker: Gebruiker, *, nu: datetime, door: Gebruiker | None) -> None:
    """What an instelling was asked through somebody who no longer leads it, is asked of who does now (E4, E6, I9).

    A question, and whether it carries a decision out and what came of that.
    Leads nobody there: the question stands until its term passes, as when nobody answers, and asker and keeper hear it now.
    """
    vragen = list(
        Vraag.objects.filter(
            aan=gebruiker, aan_instelling__isnull=False, beantwoord_op__isnull=True, termijn__staat=Termijnstaat.LOOPT
        )
        .select_related("stap__houder", "stagnatie", "van", "aan", "aan_instelling", "termijn")
        .order_by("pk")
    )
    besloten = _onbeantwoorde_besluiten(gebruiker)
    slot.vergrendel({vraag.stagnatie_id for vraag in vragen} | {rij.besluit.stap.stagnatie_id for rij in besloten})
    over, niemand = [], []
    for vraag in vragen:
        wie = leiding_van(vraag.aan_instelling) if vraag.aan_instelling else None
        if wie is None:
            niemand.append(vraag)
        elif wie.pk != gebruiker.pk:
            vraag.aan = wie
            over.append(vraag)
    Vraag.objects.bulk_update(over, ["aan"])
    verleen(
        (vraag.stagnatie_id, vraag.aan_id, recht)
        for vraag in over
        for recht in (StagnatieRecht.BEKIJKEN, StagnatieRecht.ADVISEREN)
    )
    geef_grond([(vraag.stap, vraag.aan) for vraag in over], nu=nu, door=door)
    verslag = Verslag(nu, door)
    for vraag in over:
        termijnen.vraag_aan(vraag.termijn, [vraag.aan_id])
        verslag.meld("stagnatie_vraag", [vraag.aan], vraag.stagnatie, vraag.termijn_id)
    verslag.schrijf()
    _vertel_zonder_antwoord(niemand, _("Bij %(wie)s is nu niemand die antwoordt."), nu=nu, door=door)
    _geef_besluiten_over(besloten, gebruiker, nu=nu, door=door)


def _onbeantwoorde_besluiten(gebruiker: Gebruiker) -> list[Bevestiging]:
    nog = Q(staat__in=(Bevestigingsstaat.GEVRAAGD, Bevestigingsstaat.GEEN_ANTWOORD)) | Bevestiging.NOG_TERUG_TE_KOPPELEN
    rijen = Bevestiging.objects.filter(nog, gevraagd_aan=gebruiker, besluit__stap__stagnatie__staat=Stagnatiestaat.OPEN)
    return list(rijen.select_related("besluit__stap__stagnatie", "instelling", "termijn").order_by("pk"))


def _geef_besluiten_over(besloten: list[Bevestiging], van: Gebruiker, *, nu: datetime, door: Gebruiker | None) -> None:
    """Leads nobody there: it stays as it was, and who leads it later may answer it still."""
    over = []
    for rij in besloten:
        wie = leiding_van(rij.instelling)
        if wie is not None and wie.pk != van.pk:
            rij.gevraagd_aan = wie
            over.append(rij)
    Bevestiging.objects.bulk_update(over, ["gevraagd_aan"])
    verleen(
        (rij.besluit.stap.stagnatie_id, rij.gevraagd_aan_id, recht)
        for rij in over
        for recht in (StagnatieRecht.BEKIJKEN, StagnatieRecht.ADVISEREN)
    )
    geef_grond([(rij.besluit.stap, rij.gevraagd_aan) for rij in over], nu=nu, door=door)
    verslag = Verslag(nu, door)
    for rij in over:
        termijnen.vraag_aan(rij.termijn, [rij.gevraagd_aan_id])
        verslag.meld(
            "stagnatie_bevestiging", [rij.gevraagd_aan], rij.besluit.stap.stagnatie, rij.pk, termijn=rij.termijn
        )
    verslag.schrijf()


def _vertel_zonder_antwoord(vragen: list[Vraag], tekst: str, *, nu: datetime, door: Gebruiker | None) -> None:
    verslag = Verslag(nu, door)
    for vraag in vragen:
        zin = tekst % {"wie": str(vraag.aan_instelling or vraag.aan)}
        verslag.gebeurde(vraag.stagnatie, SoortGebeurtenis.GEEN_ANTWOORD, stap=vraag.stap, tekst=zin)
        wie = {lid.pk: lid for lid in [*([vraag.van] if vraag.van else []), vraag.stap.houder] if lid is not None}
        verslag.meld("stagnatie_geen_antwoord", wie.values(), vraag.stagnatie, vraag.pk)
    verslag.schrijf()

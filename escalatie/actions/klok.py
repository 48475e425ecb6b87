"""What the clock does when terms of the ladder have passed: always a whole list at once (E4, E5, E9).

Claimed terms count as not kept already; here the consequence is drawn, in the same transaction.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from escalatie.actions import slot
from escalatie.actions.beurt import open_stappen_bij
from escalatie.actions.oplossing import stilte_is_ja
from escalatie.actions.stappen import zet_door
from escalatie.actions.verslag import Verslag
from escalatie.models import (
    Actie,
    Actiestaat,
    Bevestiging,
    Bevestigingsstaat,
    Oplossing,
    SoortGebeurtenis,
    Stap,
    Stapreden,
    Stapstaat,
    Vraag,
)
from escalatie.ontvangers import Ontvangers
from instanties.models import Verzoekstaat
from termijnen.models import Termijn


def vastleggen_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """Nothing was recorded in time: the next step, or a level higher (E4, E5)."""
    stappen = Stap.objects.filter(vastleggen__in=termijnen, staat=Stapstaat.OPEN)
    _stap_verstreken(stappen.values_list("stagnatie_id", "pk"), Stapreden.NIET_VASTGELEGD, nu)


def resultaat_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """The actions haven't given the result in time: the next step, or a level higher (E4, E5)."""
    stappen = Stap.objects.filter(resultaat__in=termijnen, staat=Stapstaat.OPEN)
    _stap_verstreken(stappen.values_list("stagnatie_id", "pk"), Stapreden.NIET_BEREIKT, nu)


def _stap_verstreken(paren: Iterable[tuple[UUID, UUID]], reden: Stapreden, nu: datetime) -> None:
    per_stagnatie = dict(paren)
    stagnaties = slot.vergrendel_voor_klok(per_stagnatie)
    # Has the family let its term pass in the same tick, then it is solved, and nothing goes up.
    stilte_is_ja(stagnaties.values(), nu=nu)
    stappen = open_stappen_bij(stagnaties)
    zet_door([stap for stap in stappen if per_stagnatie[stap.stagnatie_id] == stap.pk], reden, nu=nu)


def acties_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """Actions not carried out in their term: that is seen, and the next step begins at once (E4).

    Not while the family is asked whether it is solved; its no then draws the consequence. An action of a step that has
    passed only counts as not done.
    """
    acties = list(
        Actie.objects.filter(termijn__in=termijnen, staat=Actiestaat.LOOPT).select_related("stap").order_by("pk")
    )
    stagnaties = slot.vergrendel_voor_klok({actie.stap.stagnatie_id for actie in acties})
    stilte_is_ja(stagnaties.values(), nu=nu)
    nog_lopend = Actie.objects.filter(pk__in=[actie.pk for actie in acties], staat=Actiestaat.LOOPT)
    Actie.overgangen.move_all(Actiestaat.NIET_UITGEVOERD, nog_lopend)
    verslag, ontvangers = Verslag(nu), Ontvangers(stagnaties.values(), nu)
    stappen = open_stappen_bij(stagnaties)
    nog_open = {stap.pk for stap in stappen}
    for actie in acties:
        stagnatie = stagnaties[actie.stap.stagnatie_id]
        if stagnatie.is_open:
            verslag.gebeurde(stagnatie, SoortGebeurtenis.ACTIE_NIET_UITGEVOERD, stap=actie.stap)
            if actie.stap_id not in nog_open:
                wie = {lid.pk: lid for lid in [*ontvangers.coordinator(stagnatie), *ontvangers.buiten(stagnatie)]}
                verslag.meld("stagnatie_actie_te_laat", wie.values(), stagnatie, actie.pk)
    verslag.schrijf()
    wachtend = set(
        Oplossing.objects.filter(stagnatie__in=stagnaties, staat=Verzoekstaat.WACHT).values_list(
            "stagnatie_id", flat=True
        )
    )
    geraakt = {actie.stap_id for actie in acties}
    zet_door(
        [stap for stap in stappen if stap.pk in geraakt and stap.stagnatie_id not in wachtend],
        Stapreden.NIET_BEREIKT,
        nu=nu,
    )


def vragen_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """No answer came in time: asker and keeper are told. The step term goes on by itself (E9)."""
    vragen = list(
        Vraag.objects.filter(termijn__in=termijnen, beantwoord_op__isnull=True)
        .select_related("stap", "van", "aan", "aan_instelling")
        .order_by("pk")
    )
    stagnaties = slot.vergrendel_voor_klok({vraag.stagnatie_id for vraag in vragen})
    stappen = {stap.stagnatie_id: stap for stap in open_stappen_bij(stagnaties)}
    verslag = Verslag(nu)
    for vraag in vragen:
        stap = stappen.get(vraag.stagnatie_id)
        if stap is None:
            continue
        tekst = _("%(wie)s heeft niet op tijd geantwoord.") % {"wie": str(vraag.aan_instelling or vraag.aan)}
        stagnatie = stagnaties[vraag.stagnatie_id]
        verslag.gebeurde(stagnatie, SoortGebeurtenis.GEEN_ANTWOORD, stap=vraag.stap, tekst=tekst)
        wie = {lid.pk: lid for lid in [*([vraag.van] if vraag.van else []), stap.houder]}
        verslag.meld("stagnatie_geen_antwoord", wie.values(), stagnatie, vraag.pk)
    verslag.schrijf()


def bevestigingen_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """An instelling has not answered to a decision in time: that is recorded and the official hears it (E6)."""
    bevestigingen = list(
        Bevestiging.objects.filter(termijn__in=termijnen, staat=Bevestigingsstaat.GEVRAAGD)
        .select_related("besluit__stap", "instelling")
        .order_by("pk")
    )
    stagnaties = slot.vergrendel_voor_klok({rij.besluit.stap.stagnatie_id for rij in bevestigingen})
    Bevestiging.overgangen.move_and_save(Bevestigingsstaat.GEEN_ANTWOORD, bevestigingen, op=nu)
    stappen = {stap.stagnatie_id: stap for stap in open_stappen_bij(stagnaties)}
    verslag = Verslag(nu)
    for bevestiging in bevestigingen:
        stap = stappen.get(bevestiging.besluit.stap.stagnatie_id)
        if stap is None:
            continue
        tekst = _("%(wie)s heeft niet op tijd geantwoord.") % {"wie": str(bevestiging.instelling)}
        verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.GEEN_ANTWOORD, stap=bevestiging.besluit.stap, tekst=tekst)
        verslag.meld("stagnatie_geen_antwoord", [stap.houder], stap.stagnatie, bevestiging.pk)
    verslag.schrijf()


def oplossingen_verstreken(termijnen: list[Termijn], nu: datetime) -> None:
    """The family has said nothing in its term: that counts as yes (E11)."""
    ids = Oplossing.objects.filter(termijn__in=termijnen, staat=Verzoekstaat.WACHT).values_list(
        "stagnatie_id", flat=True
    )
    stilte_is_ja(slot.vergrendel_voor_klok(ids).values(), nu=nu)

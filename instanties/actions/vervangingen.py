"""Recording that somebody is away and who stands in, changing it, and taking it back (I6)."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from berichten.actions import Melding, meld, meld_velen
from core import memo
from core.errors import NotAllowed, RuleError
from instanties.actions.meldingen import meld_aan_beheer
from instanties.kan_vervangen import kan_doen, wie_er_dan_is
from instanties.models import Functie, Gebruiker, Gemeente, Instelling, Vervanging
from instanties.permissions import mag_afwezigheid_vastleggen
from instanties.selectie import leidinggevenden
from instanties.signalen import afwezigheid_vastgelegd
from instanties.vervanging import PLANWERK, dag_bij, valt_in_voor
from logboek.actions import schrijf
from logboek.models import Handeling
from woorden.tijdwoorden import dag_voluit, dagen_voluit

SOORT_BERICHT = "vervanging"
SOORT_AFWEZIG = "afwezig"
LANGST = timedelta(days=366)


@transaction.atomic
def leg_vervanging_vast(
    wie: Gebruiker, *, van: date, tot_en_met: date, vervanger: Gebruiker | None, nu: datetime, vandaag: date,
    door: Gebruiker,
) -> Vervanging:  # fmt: skip
    """Record an absence. `vervanger` None: it falls to whom the rules name. Raises RuleError or NotAllowed."""
    _eis_recht(door, wie)
    _vergrendel(wie)
    if van < vandaag:
        raise RuleError(_("Deze dag is voorbij. Kies vandaag of een latere dag."), field="van")
    _eis_dagen(wie, van, tot_en_met, vandaag)
    _eis_vervanger(wie, vervanger, van, tot_en_met, vandaag, door)
    rij = Vervanging.objects.create(
        wie=wie, vervanger=vervanger, van=van, tot_en_met=tot_en_met, gemaakt_op=nu, gemaakt_door=door
    )
    _noteer(Handeling.AANMAKEN, rij, door)
    _vertel(rij, nu=nu, door=door)
    meld_wie_niemand_heeft(rij.wie, max(van, vandaag), nu)
    return rij


@transaction.atomic
def wijzig_vervanging(
    rij: Vervanging, *, tot_en_met: date, vervanger: Gebruiker | None, nu: datetime, vandaag: date, door: Gebruiker
) -> Vervanging:
    """Another last day, or somebody else who stands in. Raises RuleError or NotAllowed."""
    _eis_recht(door, rij.wie)
    _vergrendel(rij.wie)
    rij = Vervanging.objects.select_related("wie", "vervanger").get(pk=rij.pk)
    _eis_loopt_nog(rij, vandaag)
    _eis_dagen(rij.wie, rij.van, tot_en_met, vandaag, behalve=rij.pk)
    _eis_vervanger(rij.wie, vervanger, max(rij.van, vandaag), tot_en_met, vandaag, door)
    was = _in_woorden(rij)
    if vervanger != rij.vervanger or tot_en_met > rij.tot_en_met:
        rij.door_anderen.append(door.pk)
    rij.tot_en_met, rij.vervanger = tot_en_met, vervanger
    rij.save(update_fields=["tot_en_met", "vervanger", "door_anderen"])
    if was == _in_woorden(rij):
        return rij
    _noteer(Handeling.WIJZIGEN, rij, door, was=was)
    _vertel(rij, nu=nu, door=door)
    meld_wie_niemand_heeft(rij.wie, max(rij.van, vandaag), nu)
    return rij


@transaction.atomic
def trek_vervanging_in(rij: Vervanging, *, nu: datetime, vandaag: date, door: Gebruiker) -> None:
    """Back already, or not away after all: from now on the person is here, and who heard of it hears that too.

    Done twice is done once.
    """
    _eis_recht(door, rij.wie)
    _vergrendel(rij.wie)
    rij = Vervanging.objects.select_related("wie", "vervanger").get(pk=rij.pk)
    if rij.ingetrokken_op is not None:
        return
    _eis_loopt_nog(rij, vandaag)
    rij.ingetrokken_op = nu
    rij.door_anderen.append(door.pk)
    rij.save(update_fields=["ingetrokken_op", "door_anderen"])
    _noteer(Handeling.WIJZIGEN, rij, door, was=_("ingetrokken"))
    _vertel(rij, nu=nu, door=door)


def meld_wie_niemand_heeft(wie: Gebruiker, op: date, nu: datetime) -> None:
    """Tell the beheerder, once, at which organisations nobody can stand in for somebody who is away then (I6)."""
    dag = dag_bij(op, [wie.pk])
    if wie.pk not in dag.afwezig:
        return
    for plek in sorted(dag.organisaties_van(wie.pk), key=str):
        if all(dag.keten(wie.pk, plek, rol) for rol in dag.rollen_van(wie.pk, plek)):
            continue
        instelling, gemeente = Instelling.objects.filter(pk=plek).first(), Gemeente.objects.filter(pk=plek).first()
        tekst = _(
            "%(wie)s is afwezig en niemand bij %(waar)s kan vervangen. Geef daar iemand een rol, of noem een vervanger."
        ) % {"wie": wie.naam, "waar": instelling or gemeente}
        meld_aan_beheer(tekst, nu, instelling=instelling, gemeente=gemeente)


def _eis_recht(door: Gebruiker, wie: Gebruiker) -> None:
    if not mag_afwezigheid_vastleggen(door, wie):
        raise NotAllowed(_("Dit legt iemand zelf vast, of de leiding van dezelfde organisatie."))


def _vergrendel(wie: Gebruiker) -> None:
    """One at a time per person, so that an overlap is seen, and nothing is remembered from before."""
    Gebruiker.objects.select_for_update().get(pk=wie.pk)
    memo.forget()


def _eis_loopt_nog(rij: Vervanging, vandaag: date) -> None:
    if rij.ingetrokken_op is not None or rij.tot_en_met < vandaag:
        raise RuleError(_("Deze afwezigheid is al voorbij. Leg een nieuwe vast."))


def _eis_dagen(wie: Gebruiker, van: date, tot_en_met: date, vandaag: date, behalve: UUID | None = None) -> None:
    if tot_en_met < van:
        raise RuleError(_("De laatste dag ligt voor de eerste."), field="tot_en_met")
    if tot_en_met < vandaag:
        raise RuleError(_("Deze dag is voorbij. Kies vandaag of een latere dag."), field="tot_en_met")
    if tot_en_met > vandaag + LANGST:
        raise RuleError(_("Dit is langer dan een jaar. Wie zo lang weg is, draagt het werk over."), field="tot_en_met")
    andere = Vervanging.objects.geldig().filter(wie=wie, van__lte=tot_en_met, tot_en_met__gte=van)
    if behalve is not None:
        andere = andere.exclude(pk=behalve)
    if bestaand := andere.first():
        raise RuleError(
            _("Voor deze dagen staat al iets: van %(van)s tot en met %(tot)s. Wijzig dat.")
            % {"van": dag_voluit(bestaand.van, vandaag), "tot": dag_voluit(bestaand.tot_en_met, vandaag)},
            field="tot_en_met" if bestaand.van > van else "van" if behalve is None else "tot_en_met",
        )


def _eis_vervanger(
    wie: Gebruiker, vervanger: Gebruiker | None, van: date, tot_en_met: date, vandaag: date, door: Gebruiker
) -> None:
    """Raise RuleError, at the field, for who can't stand in, or is away too with nobody named who is there.

    Nobody gives himself a plan: who records it for a hulpverlener names another (I8).
    """
    if vervanger is None:
        return
    if vervanger.pk == wie.pk:
        raise RuleError(_("Niemand vervangt zichzelf. Kies een collega."), field="vervanger")
    kan = kan_doen(wie, door).filter(gebruiker=vervanger).exists()
    if not kan or not vervanger.is_active or not vervanger.is_professional:
        raise RuleError(
            _("Kies een collega die daar hetzelfde werk doet en kan inloggen. Een plan leest alleen een hulpverlener."),
            field="vervanger",
        )
    if vervanger == door and Functie.objects.geldig().filter(gebruiker=wie, rol=PLANWERK).exists():
        raise RuleError(
            _(
                "U legt dit vast voor een ander. Noem dan niet uzelf, maar een collega: niemand geeft zichzelf een plan."
            ),
            field="vervanger",
        )
    for eerste, laatste, is_er in wie_er_dan_is(wie, vervanger, van, tot_en_met):
        if is_er is None:
            raise RuleError(
                _("%(naam)s is zelf weg %(dagen)s, en dan is er niemand anders voor genoemd. Kies een ander.")
                % {"naam": vervanger.naam, "dagen": dagen_voluit(eerste, laatste, vandaag)},
                field="vervanger",
            )


def _vertel(rij: Vervanging, *, nu: datetime, door: Gebruiker) -> None:
    """At once: who stands in, who is away, the leidinggevende; and, by the rooms above, each family (I6, I8)."""
    # Each change is a fact of its own: also back to what it was before.
    sleutel = f"afwezig:{rij.pk}:{nu.isoformat()}"
    if rij.vervanger is not None and rij.vervanger_id != door.pk:
        meld(SOORT_BERICHT, rij.vervanger, sleutel=sleutel, nu=nu, object_id=rij.pk)
    mensen = [rij.wie, *leidinggevenden(rij.wie)]
    meld_velen(
        [Melding(SOORT_AFWEZIG, mens, sleutel, object_id=rij.pk) for mens in mensen if mens != door], nu, door=door
    )
    # Who stands in for others goes away, or is back: for those somebody else comes, and their families hear that too.
    for weg in (rij, *valt_in_voor(rij.wie, max(rij.van, timezone.localdate(nu)), rij.tot_en_met)):
        afwezigheid_vastgelegd.send(sender=Vervanging, vervanging=weg, sleutel=f"{sleutel}:{weg.pk}", nu=nu, door=door)


def _in_woorden(rij: Vervanging) -> str:
    naar = rij.vervanger.naam if rij.vervanger else _("niemand genoemd")
    return f"{rij.van:%d-%m-%Y} t/m {rij.tot_en_met:%d-%m-%Y}, {naar}"


def _noteer(handeling: Handeling, rij: Vervanging, door: Gebruiker, was: str = "") -> None:
    melding = f"afwezig {_in_woorden(rij)}" + (f" (was: {was})" if was else "")
    schrijf(
        handeling, gebruiker=door, object_soort="gebruiker", object_id=rij.wie_id, object_naam=rij.wie.naam,
        melding=melding,
    )  # fmt: skip

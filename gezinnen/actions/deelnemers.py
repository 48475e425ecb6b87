"""The people of the plan: gezinsleden with who holds gezag, and betrokkenen (G1, G4, G17)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.errors import Outdated, RuleError
from core.named import same
from core.names import person_order
from gezinnen.actions.functienaam import zoals_eerder
from gezinnen.actions.gezin import schone_naam, schrijf_gezin, vergrendel
from gezinnen.actions.toegang import begin_deelname, controleer_niet_dubbel
from gezinnen.models import (
    Aanspreekvorm,
    Deelnemer,
    Gezag,
    Gezin,
    Huishouden,
    Leeswijze,
    Relatie,
    SoortDeelnemer,
)
from gezinnen.selectie import misschien_minderjarig
from gezinnen.signalen import gezinslid_veranderd, persoon_veranderd, verhuist
from gezinnen.waarneming import eis_niet_aan_zichzelf
from gezinnen.zeggenschap import zeggenschap
from instanties.actions import wijzig_gebruiker
from instanties.models import Functie, Gebruiker, Gemeente, Instelling
from logboek.models import Handeling
from woorden.getypt import Precies
from woorden.zinnen import zin

# What an account holds of somebody of family or network, and the row in the plan then doesn't (I9).
VAN_ACCOUNT = ("email", "telefoon")
# Years; nobody is older.
OUDSTE = 120


@dataclass(frozen=True, kw_only=True)
class GezinslidGegevens:
    """What is recorded of a gezinslid (G1). `gemeente`: who is responsible for this jeugdige, chosen (G16).

    `geboren_precies`: how much of the birth date is known; the day is then the last on which it can have been.
    """

    naam: str
    relatie: str
    geboortedatum: date | None = None
    geboren_precies: str = Precies.DAG
    huishouden: Huishouden | None = None
    taal: str = ""
    tolk_nodig: bool = False
    leeswijze: str = Leeswijze.ZELF
    aanspreekvorm: str = Aanspreekvorm.U
    gemeente: Gemeente | None = None
    telefoon: str = ""
    email: str = ""
    bereikbaar: Sequence[int] = ()


@dataclass(frozen=True, kw_only=True)
class BetrokkeneGegevens:
    """What is recorded of somebody of network or instelling (G4, I5). With an `instelling`: a professional."""

    naam: str
    instelling: Instelling | None = None
    relatie_tot_gezin: str = ""
    telefoon: str = ""
    email: str = ""
    bereikbaar: Sequence[int] = ()
    navrager: Deelnemer | None = None


@transaction.atomic
def voeg_gezinslid_toe(gezin: Gezin, gegevens: GezinslidGegevens, *, nu: datetime, door: Gebruiker) -> Deelnemer:
    """Add a family member (G1). Raises RuleError at the field that is wrong; the same person twice is refused."""
    gezin = vergrendel(gezin)
    deelnemer = Deelnemer(gezin=gezin, soort=SoortDeelnemer.GEZINSLID)
    _vul_gezinslid(deelnemer, gegevens, nu)
    deelnemer.save(force_insert=True)
    schrijf_gezin(Handeling.AANMAKEN, gezin, deelnemer, door, over_wie=[deelnemer.pk])
    persoon_veranderd.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
    if deelnemer.huishouden_id:
        verhuist.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
    gezinslid_veranderd.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
    return deelnemer


@transaction.atomic
def wijzig_gezinslid(
    deelnemer: Deelnemer, gegevens: GezinslidGegevens, versie: int, *, nu: datetime, door: Gebruiker
) -> Deelnemer:
    """Change what is recorded of a family member, from `versie` on.

    Raises Outdated when someone else changed it in between (both texts), RuleError at the field (G1, G7).
    """
    gezin = vergrendel(deelnemer.gezin)
    deelnemer = _actueel(deelnemer, versie, gegevens)
    woonde = deelnemer.huishouden_id
    _vul_gezinslid(deelnemer, gegevens, nu)
    deelnemer.versie += 1
    with zeggenschap(gezin.pk, nu=nu, door=door):
        deelnemer.save()
    _hernoem_account(deelnemer, nu=nu, door=door)
    schrijf_gezin(Handeling.WIJZIGEN, gezin, deelnemer, door, over_wie=[deelnemer.pk])
    persoon_veranderd.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
    if deelnemer.huishouden_id not in (None, woonde):
        verhuist.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
    gezinslid_veranderd.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
    return deelnemer


@transaction.atomic
def leg_gezinslid_vast(
    gezin: Gezin,
    gegevens: GezinslidGegevens,
    deelnemer: Deelnemer | None,
    versie: int,
    *,
    gezag: tuple[Sequence[Deelnemer], bool] | None = None,
    nu: datetime,
    door: Gebruiker,
) -> Deelnemer:
    """Add or (with `deelnemer`, from `versie` on) change a family member together with who holds gezag, or neither.

    `gezag`: holders, and whether it was looked up; None for who is of age. Raises as the acts it is made of (G1).
    """
    if deelnemer is None:
        lid = voeg_gezinslid_toe(gezin, gegevens, nu=nu, door=door)
    else:
        lid = wijzig_gezinslid(deelnemer, gegevens, versie, nu=nu, door=door)
    if gezag is not None:
        houders, bekend = gezag
    # Whoever turns out to be of age has nobody with gezag.
    if gezag is not None and (houders or misschien_minderjarig(lid, nu)):
        leg_gezag_vast(lid, houders, bekend, nu=nu, door=door)
    return lid


@transaction.atomic
def voeg_betrokkene_toe(
    gezin: Gezin,
    gegevens: BetrokkeneGegevens,
    *,
    gebruiker: Gebruiker | None = None,
    leefgebieden: Iterable[str] | None = None,
    nu: datetime,
    door: Gebruiker,
) -> Deelnemer:
    """Add somebody of network or instelling, chosen from the sociale kaart or without an account (G4, G17, I2).

    With `gebruiker` (who must work at the instelling) access begins at once, for `leefgebieden`: what that share needs.
    Raises RuleError at the field that is wrong (naam, instelling, wie, navrager); the same person twice is refused.
    """
    gezin = vergrendel(gezin)
    soort = SoortDeelnemer.PROFESSIONAL if gegevens.instelling else SoortDeelnemer.NETWERKLID
    deelnemer = Deelnemer(gezin=gezin, soort=soort, instelling=gegevens.instelling, gebruiker=gebruiker)
    if gegevens.instelling and not gegevens.instelling.actief:
        raise RuleError(_("Deze instelling doet niet meer mee."), "wie")
    eis_niet_aan_zichzelf(gebruiker, gezin.pk, door, "wie")
    if gebruiker:
        if not Functie.objects.geldig().filter(gebruiker=gebruiker, instelling=gegevens.instelling).exists():
            raise RuleError(_("%(naam)s werkt daar niet (meer).") % {"naam": gebruiker.naam}, "wie")
        controleer_niet_dubbel(deelnemer, gebruiker)
    _vul_betrokkene(deelnemer, gegevens)
    zoals_eerder(deelnemer)
    deelnemer.save(force_insert=True)
    schrijf_gezin(Handeling.AANMAKEN, gezin, deelnemer, door)
    persoon_veranderd.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
    begin_deelname(deelnemer, leefgebieden=leefgebieden, nu=nu, door=door)
    return deelnemer


@transaction.atomic
def wijzig_betrokkene(
    deelnemer: Deelnemer, gegevens: BetrokkeneGegevens, versie: int, *, nu: datetime, door: Gebruiker
) -> Deelnemer:
    """Change how somebody is reached or who asks after it; the instelling stays as it is (G4, G7, G17).

    Raises Outdated when someone else changed it in between, RuleError at the field that is wrong.
    """
    gezin = vergrendel(deelnemer.gezin)
    deelnemer = _actueel(deelnemer, versie, gegevens)
    _vul_betrokkene(deelnemer, gegevens)
    deelnemer.versie += 1
    deelnemer.save()
    _hernoem_account(deelnemer, nu=nu, door=door)
    schrijf_gezin(Handeling.WIJZIGEN, gezin, deelnemer, door)
    persoon_veranderd.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
    return deelnemer


@transaction.atomic
def leg_mailadres_vast(deelnemer: Deelnemer, email: str, *, nu: datetime, door: Gebruiker) -> Deelnemer:
    """Keep at which address a betrokkene gets mail; the same address again changes nothing (I5, G17)."""
    deelnemer = Deelnemer.objects.select_for_update(of=("self",)).select_related("gezin").get(pk=deelnemer.pk)
    if email == deelnemer.email:
        return deelnemer
    deelnemer.email = email
    deelnemer.versie += 1
    deelnemer.save(update_fields=["email", "versie"])
    schrijf_gezin(Handeling.WIJZIGEN, deelnemer.gezin, deelnemer, door, melding=_("mailadres"))
    persoon_veranderd.send(Deelnemer, deelnemer=deelnemer, nu=nu, door=door)
    return deelnemer


@transaction.atomic
def leg_gezag_vast(
    kind: Deelnemer, houders: Iterable[Deelnemer], bekend: bool, *, nu: datetime, door: Gebruiker
) -> None:
    """Record who holds gezag over a child, beside who held it already: that ends by `beeindig_gezag` only (G1, G16, I9).

    Not `bekend`: nobody does, for unknown means no. Raises RuleError (field gezag) for anybody but an adult gezinslid who
    takes part, and (field gezag_bekend) for unknown while somebody holds it.
    """
    gezin = vergrendel(kind.gezin)
    dragers = {houder.pk: houder for houder in houders} if bekend else {}
    stonden_er = {rij.houder_id: rij.houder for rij in kind.gezagdragers.geldig().select_related("houder")}
    if not misschien_minderjarig(kind, nu):
        raise RuleError(_("Gezag gaat over iemand van het gezin die nog geen 18 is."), "gezag")
    if stonden_er and not bekend:
        raise RuleError(
            _("Er staat al wie het gezag heeft. Klopt dat niet? Beëindig dan eerst dat gezag."), "gezag_bekend"
        )
    for pk, houder in dragers.items():
        past = houder.gezin_id == gezin.pk and houder.is_gezinslid and pk != kind.pk and not houder.overleden_op
        if pk not in stonden_er and (not past or misschien_minderjarig(houder, nu)):
            raise RuleError(_("%(naam)s kan geen gezag hebben.") % {"naam": houder.naam}, "gezag")
    weer = {"geeindigd_op": None, "waarom_geeindigd": ""}
    with zeggenschap(gezin.pk, nu=nu, door=door):
        for pk in dragers.keys() - stonden_er.keys():
            # Once ended and now held again: the same row, of which the history keeps what it said.
            Gezag.objects.update_or_create(kind=kind, houder_id=pk, defaults=weer)
        Deelnemer.objects.filter(pk=kind.pk).update(gezag_bekend=bekend)
    kind.gezag_bekend = bekend
    _log_gezag(gezin, kind, [houder.naam for houder in {**stonden_er, **dragers}.values()], door)
    gezinslid_veranderd.send(Deelnemer, deelnemer=kind, nu=nu, door=door)


@transaction.atomic
def beeindig_gezag(kind: Deelnemer, houder: Deelnemer, *, op: date, reden: str, nu: datetime, door: Gebruiker) -> None:
    """End somebody's gezag over a child, from that day on and with why; who must sign is asked anew (G16, I9, T2).

    Raises RuleError: field op for a day to come, reden without one; nowhere when this person doesn't hold it.
    """
    gezin = vergrendel(kind.gezin)
    rij = Gezag.objects.geldig().filter(kind=kind, houder=houder).first()
    if rij is None:
        raise RuleError(_("%(naam)s heeft hier geen gezag (meer).") % {"naam": houder.naam})
    if op > localdate(nu):
        raise RuleError(_("Deze dag moet nog komen. Leg het vast als het zover is."), "op")
    if not reden.strip():
        raise RuleError(_("Schrijf op waarom het gezag is geëindigd."), "reden")
    rij.geeindigd_op, rij.waarom_geeindigd = op, reden.strip()
    with zeggenschap(gezin.pk, nu=nu, door=door):
        rij.save(update_fields=["geeindigd_op", "waarom_geeindigd"])
    blijven = kind.gezagdragers.geldig().values_list("houder__naam", flat=True)
    _log_gezag(gezin, kind, blijven, door)
    gezinslid_veranderd.send(Deelnemer, deelnemer=kind, nu=nu, door=door)


def _log_gezag(gezin: Gezin, kind: Deelnemer, namen: Iterable[str], door: Gebruiker) -> None:
    melding = _("gezag: ") + (", ".join(sorted(namen, key=person_order)) or "-")
    schrijf_gezin(Handeling.RECHTEN_WIJZIGEN, gezin, kind, door, over_wie=[kind.pk], melding=melding)


def _hernoem_account(deelnemer: Deelnemer, *, nu: datetime, door: Gebruiker) -> None:
    """Somebody of family or network has one name: that of the account, and so in every plan (I9)."""
    account = deelnemer.gebruiker
    if account is not None and not deelnemer.is_professional and account.naam != deelnemer.naam:
        wijzig_gebruiker(account, nu=nu, door=door, naam=deelnemer.naam)


def _vul_gezinslid(deelnemer: Deelnemer, gegevens: GezinslidGegevens, nu: datetime) -> None:
    naam = schone_naam(gegevens.naam, _("Vul de naam in."))
    if gegevens.relatie not in Relatie.values:
        raise RuleError(_("Kies wat deze persoon van het gezin is."), "relatie")
    if gegevens.geboortedatum and gegevens.geboortedatum > localdate(nu):
        raise RuleError(_("Deze geboortedatum ligt in de toekomst."), "geboortedatum")
    if gegevens.geboortedatum and gegevens.geboortedatum.year < localdate(nu).year - OUDSTE:
        raise RuleError(_("Deze dag ligt te ver terug. Klopt het jaar?"), "geboortedatum")
    if gegevens.huishouden and gegevens.huishouden.gezin_id != deelnemer.gezin_id:
        raise RuleError(_("Kies een huishouden van dit gezin."), "huishouden")
    dubbel = (
        Deelnemer.objects.actief()
        .gezinsleden()
        .filter(same(naam), gezin=deelnemer.gezin_id, relatie=gegevens.relatie, geboortedatum=gegevens.geboortedatum)
    )
    if dubbel.exclude(pk=deelnemer.pk).exists():
        raise RuleError(_("%(naam)s staat al bij dit gezin.") % {"naam": naam}, "naam")
    _neem_over(deelnemer, gegevens)
    deelnemer.naam = naam


def _vul_betrokkene(deelnemer: Deelnemer, gegevens: BetrokkeneGegevens) -> None:
    naam = schone_naam(gegevens.naam, _("Vul de naam in."))
    if deelnemer.is_professional and deelnemer.gebruiker_id and not deelnemer._state.adding:
        # Of an account for work the beheerder says the name (I9).
        naam = deelnemer.naam
    _controleer_navrager(deelnemer, gegevens.navrager)
    dubbel = (
        Deelnemer.objects.actief()
        .betrokkenen()
        .filter(same(naam), gezin=deelnemer.gezin_id, instelling=deelnemer.instelling)
    )
    if dubbel.exclude(pk=deelnemer.pk).exists():
        raise RuleError(zin(_("%(naam)s staat al bij [de betrokkenen].")) % {"naam": naam}, "naam")
    _neem_over(deelnemer, gegevens, niet=("instelling",))
    deelnemer.naam = naam
    if deelnemer.gebruiker_id:
        deelnemer.navrager = None


def _controleer_navrager(deelnemer: Deelnemer, navrager: Deelnemer | None) -> None:
    """Raise RuleError (field navrager) unless this is another, with an account, who takes part in this family (G17)."""
    # Who was named before stays where a form only brings back what stands there.
    if navrager is None or navrager.pk == deelnemer.navrager_id:
        return
    if navrager.pk == deelnemer.pk:
        raise RuleError(_("Kies iemand anders om het na te vragen."), "navrager")
    if navrager.gezin_id != deelnemer.gezin_id or navrager.gestopt_op or not navrager.gebruiker_id:
        raise RuleError(_("Kies iemand die meedoet en zelf kan inloggen."), "navrager")


def _neem_over(deelnemer: Deelnemer, gegevens: Any, niet: Sequence[str] = ()) -> None:
    for veld in gegevens.__dataclass_fields__:
        if veld not in niet and not (veld in VAN_ACCOUNT and deelnemer.gebruiker_id and not deelnemer.is_professional):
            waarde = getattr(gegevens, veld)
            setattr(deelnemer, veld, list(waarde) if veld == "bereikbaar" else waarde)


def _actueel(deelnemer: Deelnemer, versie: int, gegevens: Any) -> Deelnemer:
    """Read the row again, locked; raise Outdated with both texts when it isn't the one that was being changed (G7)."""
    nu_daar = Deelnemer.objects.select_for_update(of=("self",)).get(pk=deelnemer.pk)
    if nu_daar.versie == versie:
        return nu_daar
    eigen, huidig = {}, {}
    for veld in gegevens.__dataclass_fields__:
        label = str(getattr(Deelnemer._meta.get_field(veld), "verbose_name", veld))
        eigen[label], huidig[label] = _in_woorden(getattr(gegevens, veld)), _in_woorden(getattr(nu_daar, veld))
    raise Outdated(
        _("Iemand anders heeft dit net veranderd. Kijk wat er nu staat en leg het daarna opnieuw vast."),
        own={label: tekst for label, tekst in eigen.items() if tekst != huidig[label]},
        present={label: tekst for label, tekst in huidig.items() if tekst != eigen[label]},
        version=nu_daar.versie,
    )


def _in_woorden(waarde: Any) -> str:
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    if isinstance(waarde, (list, tuple)):
        return ", ".join(str(deel) for deel in waarde)
    return "" if waarde is None else str(waarde)

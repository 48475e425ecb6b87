"""The escalatiebericht: written by the coordinator, read by the family before it goes, with the family's view (E13)."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.errors import NotAllowed, Outdated, RuleError
from escalatie import vrijgave
from escalatie.actions.beurt import eis_coordinator, eis_schrijft_bericht, eis_tekst, vergrendel_open_stap
from escalatie.actions.verslag import Verslag
from escalatie.models import Berichtlezing, Escalatiebericht, SoortGebeurtenis, Stagnatie, Stap
from escalatie.ontvangers import Ontvangers
from escalatie.zicht import zicht_op
from instanties.models import Gebruiker
from toestemming.actions.vertellen import vraag_privacy_officers
from toestemming.beoordelaars import beslist_in_plaats
from toestemming.kring import Kring, kring_van
from toestemming.models import Veiligheidsvlag

LENGTE = 2000


@transaction.atomic
def schrijf_bericht(
    stagnatie: Stagnatie,
    *,
    afgesproken: str,
    ontbreekt: str,
    gevraagd: str,
    door: Gebruiker,
    nu: datetime,
    versie: int | None = None,
) -> Escalatiebericht:
    """Write the escalatiebericht, or a new text of it, and lay it before the family; in any step (E13).

    Every new text must be read again: until then managers and officials see numbers and dates only. `versie`: the one that
    the form started from. Raises RuleError at the field, or Outdated with both texts.
    """
    velden = {
        "afgesproken": eis_tekst(afgesproken, "afgesproken", _("Schrijf wat er was afgesproken."), LENGTE),
        "ontbreekt": eis_tekst(ontbreekt, "ontbreekt", _("Schrijf wat er ontbreekt."), LENGTE),
        "gevraagd": eis_tekst(gevraagd, "gevraagd", _("Schrijf wat u vraagt."), LENGTE),
    }
    stap = vergrendel_open_stap(stagnatie.pk)
    eis_schrijft_bericht(door, stap)
    bericht = Escalatiebericht.objects.filter(stagnatie=stap.stagnatie).first()
    gezien = zicht_op(door, stap.stagnatie) if bericht is not None else None
    if bericht is not None and (gezien is None or gezien.bericht is None):
        raise RuleError(_("Er ligt al een bericht. U leest het als het gezin het heeft gelezen."))
    if bericht is None:
        bericht = Escalatiebericht(stagnatie=stap.stagnatie)
    elif bericht.versie != versie:
        raise Outdated(
            _("Iemand anders heeft dit bericht intussen veranderd."),
            own=velden,
            present={naam: getattr(bericht, naam) for naam in velden},
            version=bericht.versie,
        )
    else:
        bericht.versie += 1
    for naam, tekst in velden.items():
        setattr(bericht, naam, tekst)
    doel = stap.stagnatie.doel
    bericht.doel, bericht.over_wie = (doel.tekst, list(doel.over_wie)) if doel else ("", [])
    bericht.door, bericht.voorgelegd_op = door, nu
    bericht.vrijgegeven_op = bericht.vrijgegeven_door = None
    bericht.hoe_gelezen = ""
    bericht.save()
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stap.stagnatie], nu)
    verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.BERICHT_VOORGELEGD, stap=stap)
    verslag.meld(
        "stagnatie_bericht_voorgelegd",
        ontvangers.geeft_vrij(stap.stagnatie),
        stap.stagnatie,
        f"{bericht.pk}:{bericht.versie}",
    )
    verslag.schrijf()
    kring = kring_van(stap.stagnatie.gezin_id)
    nodig = vrijgave.wie_leest(kring, stap.stagnatie, localdate(nu))
    vraag_privacy_officers(vrijgave.vlaggen_in_plaats(kring, nodig.wie), f"{bericht.pk}:{bericht.versie}", nu=nu)
    return bericht


@transaction.atomic
def lees_bericht_als_gezin(
    bericht: Escalatiebericht, *, visie: str, door: Gebruiker, nu: datetime, versie: int
) -> Escalatiebericht:
    """A gezinslid has read it and may add how the family sees it; it goes when all who must have read it (E13, T2)."""
    stap, huidig = _lees(bericht, versie)
    if door.pk not in {lid.pk for lid in Ontvangers([stap.stagnatie], nu).geeft_vrij(stap.stagnatie)}:
        raise RuleError(_("Alleen wie hierover gaat, kan dit zeggen."))
    kring = kring_van(stap.stagnatie.gezin_id)
    ikken = [pk for pk, lid in kring.tekenaars.items() if lid.gebruiker_id == door.pk]
    return _gelezen(huidig, stap, kring, ikken, visie, "", door, nu)


@transaction.atomic
def lees_bericht_samen(
    bericht: Escalatiebericht,
    *,
    met: Collection[UUID],
    visie: str,
    hoe: str,
    door: Gebruiker,
    nu: datetime,
    versie: int,
) -> Escalatiebericht:
    """The coordinator records with whom (deelnemers) she read it, and how; it goes when all who must have read it (E13, T2).

    Raises RuleError at the field (met, hoe).
    """
    hoe = eis_tekst(
        hoe, "hoe", _("Schrijf hoe het gezin het bericht heeft gelezen, bijvoorbeeld: samen aan tafel."), 200
    )
    stap, huidig = _lees(bericht, versie)
    eis_coordinator(door, stap)
    kring = kring_van(stap.stagnatie.gezin_id)
    nog = vrijgave.zelf(vrijgave.nog_te_lezen(vrijgave.wie_leest(kring, stap.stagnatie, localdate(nu)), huidig))
    if not met or not set(met) <= set(nog):
        raise RuleError(_("Kies met wie u het hebt gelezen."), "met")
    return _gelezen(huidig, stap, kring, met, visie, hoe, door, nu)


@transaction.atomic
def lees_bericht_in_plaats(
    bericht: Escalatiebericht, *, waarom: str, door: Gebruiker, nu: datetime, versie: int
) -> Escalatiebericht:
    """The privacy officer lets it go in the place of whom a safety flag concerns, with a reason (S19).

    Raises NotAllowed for another, RuleError (field waarom) or where nothing is asked in that place.
    """
    waarom = eis_tekst(waarom, "waarom", _("Schrijf op waarom."), 200)
    stap, huidig = _lees(bericht, versie)
    kring = kring_van(stap.stagnatie.gezin_id)
    nog = vrijgave.nog_te_lezen(vrijgave.wie_leest(kring, stap.stagnatie, localdate(nu)), huidig)
    vlaggen = vrijgave.vlaggen_in_plaats(kring, nog)
    if not vlaggen or not all(beslist_in_plaats(door, _met_gezin(vlag, stap)) for vlag in vlaggen):
        raise NotAllowed(_("Hierover wordt u niets gevraagd."))
    return _gelezen(
        huidig, stap, kring, {vlag.voor_wie_id for vlag in vlaggen if vlag.voor_wie_id}, "", waarom, door, nu
    )


def _met_gezin(vlag: Veiligheidsvlag, stap: Stap) -> Veiligheidsvlag:
    vlag.gezin = stap.stagnatie.gezin
    return vlag


def _lees(bericht: Escalatiebericht, versie: int) -> tuple[Stap, Escalatiebericht]:
    stap = vergrendel_open_stap(bericht.stagnatie_id)
    huidig = vrijgave.met_lezers(Escalatiebericht.objects.all()).get(pk=bericht.pk)
    if huidig.versie != versie:
        raise RuleError(_("Het bericht is intussen veranderd. Lees het nog een keer."))
    if huidig.is_vrijgegeven:
        raise RuleError(_("Dit bericht is al gelezen en verstuurd."))
    return stap, huidig


def _gelezen(
    bericht: Escalatiebericht,
    stap: Stap,
    kring: Kring,
    wie: Collection[UUID],
    visie: str,
    hoe: str,
    door: Gebruiker,
    nu: datetime,
) -> Escalatiebericht:
    """These have read it now; let it go when nobody must read it any more."""
    visie = visie.strip()
    if visie:
        visie = eis_tekst(visie, "visie", "", LENGTE)
    lezers: list[UUID] = bericht.lezers  # type: ignore[attr-defined] # of met_lezers
    nieuw = sorted(set(wie) - set(lezers))
    if not nieuw:
        raise RuleError(_("U hebt dit bericht al gelezen."))
    # What was said to an older text makes place for what is said to this one.
    bericht.visie_gezin = "\n\n".join(filter(None, [bericht.visie_gezin, visie]))[:LENGTE] if lezers else visie
    bericht.hoe_gelezen = "; ".join(filter(None, [bericht.hoe_gelezen, hoe]))[:200]
    Berichtlezing.objects.bulk_create(
        Berichtlezing(bericht=bericht, versie=bericht.versie, wie_id=pk, op=nu, door=door, hoe=hoe) for pk in nieuw
    )
    lezers += nieuw
    nodig = vrijgave.wie_leest(kring, stap.stagnatie, localdate(nu))
    if nodig.uitzoeken or vrijgave.nog_te_lezen(nodig, bericht):
        bericht.save(update_fields=["visie_gezin", "hoe_gelezen"])
        return bericht
    return _geef_vrij(bericht, stap, door, nu)


def _geef_vrij(bericht: Escalatiebericht, stap: Stap, door: Gebruiker, nu: datetime) -> Escalatiebericht:
    bericht.vrijgegeven_op, bericht.vrijgegeven_door = nu, door
    bericht.save(update_fields=["visie_gezin", "hoe_gelezen", "vrijgegeven_op", "vrijgegeven_door"])
    stagnatie = stap.stagnatie
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stagnatie], nu)
    verslag.gebeurde(stagnatie, SoortGebeurtenis.BERICHT_VRIJGEGEVEN, stap=stap)
    wie = {gebruiker.pk: gebruiker for gebruiker in [*ontvangers.coordinator(stagnatie), *ontvangers.buiten(stagnatie)]}
    verslag.meld("stagnatie_bericht_gelezen", wie.values(), stagnatie, f"{bericht.pk}:{bericht.versie}")
    verslag.schrijf()
    return bericht

"""The escalatiebericht: written by the coordinator, read by the family before it goes, with the family's view (E13)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Outdated, RuleError
from escalatie.actions.beurt import eis_coordinator, eis_tekst, vergrendel_open_stap
from escalatie.actions.verslag import Verslag
from escalatie.models import Escalatiebericht, SoortGebeurtenis, Stagnatie, Stap
from escalatie.ontvangers import Ontvangers
from instanties.models import Gebruiker

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
    eis_coordinator(door, stap)
    bericht = Escalatiebericht.objects.filter(stagnatie=stap.stagnatie).first()
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
    return bericht


@transaction.atomic
def lees_bericht_als_gezin(
    bericht: Escalatiebericht, *, visie: str, door: Gebruiker, nu: datetime, versie: int
) -> Escalatiebericht:
    """A gezinslid has read it and may add how the family sees it; now it goes to who is on turn (E13)."""
    stap, huidig = _lees(bericht, versie)
    if door.pk not in {lid.pk for lid in Ontvangers([stap.stagnatie], nu).geeft_vrij(stap.stagnatie)}:
        raise RuleError(_("Alleen iemand van het gezin kan dit zeggen."))
    return _geef_vrij(huidig, stap, visie, "", door, nu)


@transaction.atomic
def lees_bericht_samen(
    bericht: Escalatiebericht, *, visie: str, hoe: str, door: Gebruiker, nu: datetime, versie: int
) -> Escalatiebericht:
    """The coordinator records that she read it with the family, and how; then it goes (E13)."""
    hoe = eis_tekst(
        hoe, "hoe", _("Schrijf hoe het gezin het bericht heeft gelezen, bijvoorbeeld: samen aan tafel."), 200
    )
    stap, huidig = _lees(bericht, versie)
    eis_coordinator(door, stap)
    return _geef_vrij(huidig, stap, visie, hoe, door, nu)


def _lees(bericht: Escalatiebericht, versie: int) -> tuple[Stap, Escalatiebericht]:
    stap = vergrendel_open_stap(bericht.stagnatie_id)
    huidig = Escalatiebericht.objects.get(pk=bericht.pk)
    if huidig.versie != versie:
        raise RuleError(_("Het bericht is intussen veranderd. Lees het nog een keer."))
    if huidig.is_vrijgegeven:
        raise RuleError(_("Dit bericht is al gelezen en verstuurd."))
    return stap, huidig


def _geef_vrij(
    bericht: Escalatiebericht, stap: Stap, visie: str, hoe: str, door: Gebruiker, nu: datetime
) -> Escalatiebericht:
    visie = visie.strip()
    if visie:
        visie = eis_tekst(visie, "visie", "", LENGTE)
    bericht.visie_gezin, bericht.hoe_gelezen = visie, hoe
    bericht.vrijgegeven_op, bericht.vrijgegeven_door = nu, door
    bericht.save(update_fields=["visie_gezin", "hoe_gelezen", "vrijgegeven_op", "vrijgegeven_door"])
    stagnatie = stap.stagnatie
    verslag, ontvangers = Verslag(nu, door), Ontvangers([stagnatie], nu)
    verslag.gebeurde(stagnatie, SoortGebeurtenis.BERICHT_VRIJGEGEVEN, stap=stap)
    wie = {gebruiker.pk: gebruiker for gebruiker in [*ontvangers.coordinator(stagnatie), *ontvangers.buiten(stagnatie)]}
    verslag.meld("stagnatie_bericht_gelezen", wie.values(), stagnatie, f"{bericht.pk}:{bericht.versie}")
    verslag.schrijf()
    return bericht

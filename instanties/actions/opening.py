"""What one beheerder changes of what others may read: the privacy officer hears it the same day (I8, T3, X5)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from berichten.actions import Melding, meld_velen
from instanties import selectie
from instanties.actions.meldingen import meld_aan_beheer
from instanties.models import Gebruiker, Instelling, Regio

SOORT_OPENING = "opening_veranderd"

# Of whom or what others read more, or less is kept: by name, so that a field of the kind can't be added unseen.
VAN_INSTELLING = ("soort", "biedt_hulp", "naam_gevoelig", "naam_voor_anderen")
VAN_REGIO = ("hulpsoorten", "gevoelige_soorten", "inzage_escalatiebericht")


def stand(rij: Instelling | Regio) -> dict[str, Any]:
    """What decides now what others read, to compare with."""
    velden = VAN_REGIO if isinstance(rij, Regio) else VAN_INSTELLING
    return {veld: getattr(rij, veld) for veld in velden}


def vertel_opening(rij: Instelling | Regio, was: Mapping[str, Any], *, nu: datetime, door: Gebruiker | None) -> None:
    """Tell the privacy officers, and the other beheerders, what opens by this change; nothing where it only closes.

    By hand on the server nobody did it, and nobody is told.
    """
    wat = _van_regio(rij, was) if isinstance(rij, Regio) else _van_instelling(rij, was)
    if door is None or not wat:
        return
    zinnen = " ".join(wat)
    tekst = _("%(wie)s, %(dag)s: %(wat)s Kijk of dit klopt.") % {
        "wie": door.naam, "dag": f"{localtime(nu):%d-%m-%Y %H:%M}", "wat": zinnen,
    }  # fmt: skip
    melding = meld_aan_beheer(tekst, nu)
    meld_velen(
        [
            Melding(SOORT_OPENING, officer, sleutel=f"opening:{melding.pk}", object_id=melding.pk)
            for officer in selectie.privacy_officers().exclude(pk=door.pk)
        ],
        nu,
        door=door,
    )


def _van_instelling(rij: Instelling, was: Mapping[str, Any]) -> list[str]:
    naam, wat = {"naam": rij.naam}, []
    if rij.biedt_hulp and not was["biedt_hulp"]:
        wat.append(_("%(naam)s geeft zelf hulp: wie daar werkt en meedoet, kan zonder toestemming meelezen.") % naam)
    if was["naam_gevoelig"] and not rij.naam_gevoelig:
        wat.append(_("De naam van %(naam)s zegt niet meer te veel: anderen in een plan lezen die nu.") % naam)
    if rij.naam_gevoelig and was["naam_gevoelig"] and rij.naam_voor_anderen != was["naam_voor_anderen"]:
        wat.append(_("Anderen lezen %(naam)s nu onder een andere naam.") % naam)
    return wat


def _van_regio(rij: Regio, was: Mapping[str, Any]) -> list[str]:
    wat = []
    if set(rij.hulpsoorten) - set(was["hulpsoorten"]):
        wat.append(_("Nog een soort organisatie kan zelf hulp geven."))
    if set(was["gevoelige_soorten"]) - set(rij.gevoelige_soorten):
        wat.append(_("Van een soort organisatie zegt de naam niet meer te veel."))
    if rij.inzage_escalatiebericht and not was["inzage_escalatiebericht"]:
        wat.append(_("Managers en gemeenten lezen weer het bericht dat bij een vastgelopen plan hoort."))
    return wat

"""What the notices about signals say, to who may read that now (E10, X5)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from berichten.models import Bericht
from core import clock
from woorden.tijdwoorden import AMSTERDAM, dag_voluit
from woorden.zinnen import zin
from zorgcoordinatie.models import Signaal
from zorgcoordinatie.selectie import aan_mij_gevraagd, leidt_daar, vastgehouden, werkt_bij_intake, zelf_gestuurd


def gevraagd(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """That a family waits for the team of this person, or doesn't any more. Who works or leads there no longer, reads nothing."""
    nu, vandaag, url = clock.now(), clock.today(), reverse("zorgcoordinatie:signalen")
    rijen = Signaal.objects.filter(instelling__in=werkt_bij_intake(gebruiker) | leidt_daar(gebruiker))
    gevonden = rijen.select_related("instelling").in_bulk([bericht.object_id for bericht in berichten])
    wachten = set(aan_mij_gevraagd(gebruiker, nu).filter(pk__in=list(gevonden)).values_list("pk", flat=True))
    op_tijd = _("Er wacht een gezin op een antwoord van %(waar)s. Antwoord uiterlijk %(dag)s.")
    te_laat = _("Er wacht een gezin op een antwoord van %(waar)s. Dat had op %(dag)s moeten komen: antwoord nu.")
    voorbij = _("Een signaal bij %(waar)s wacht niet meer op uw antwoord.")
    return {
        bericht.pk: (
            (voorbij if rij.pk not in wachten else te_laat if rij.is_te_laat(nu) else op_tijd)
            % {"waar": rij.instelling, "dag": dag_voluit(rij.uiterlijk_op.astimezone(AMSTERDAM).date(), vandaag)},
            url,
        )
        for bericht in berichten
        if (rij := gevonden.get(bericht.object_id)) is not None
    }


def antwoord(berichten: Sequence[Bericht], gebruiker: Any) -> dict[UUID, tuple[str, str]]:
    """To who sent it: taken up, and held by the sender where that is so (S10); or not, and why that is on the page."""
    rijen = zelf_gestuurd(gebruiker, clock.now()).in_bulk([bericht.object_id for bericht in berichten])
    van_mij = (
        set(vastgehouden(gebruiker).filter(gebruiker=gebruiker).values_list("gezin_id", flat=True)) if rijen else ()
    )
    ja = _("Het gezin dat u aanmeldde bij %(waar)s is opgepakt.")
    en_ik = zin(_("U houdt dit gezin nu vast, tot er [een zorgcoördinator] is."))
    nee = _("Het gezin dat u aanmeldde bij %(waar)s is niet opgepakt. Lees waarom, en wat het gezin wel kan doen.")

    def tekst(rij: Signaal) -> str:
        gezegd = (ja if rij.is_ja else nee) % {"waar": rij.instelling}
        return f"{gezegd} {en_ik}" if rij.gezin_id in van_mij else gezegd

    return {
        bericht.pk: (tekst(rij), reverse("zorgcoordinatie:signalen"))
        for bericht in berichten
        if (rij := rijen.get(bericht.object_id)) is not None and not rij.wacht
    }

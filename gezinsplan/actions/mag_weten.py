"""Who does something about somebody reads of it: not from whom a safety flag keeps that one (X5, S19).

What such a doer reads is asked at every read (`AfspraakQuerySet.eigen_van`), by whatever road the afspraak came to him. What
stands here is for who arranges it: to choose another. Where the coordinator may not know of the flag, nothing is refused:
that would tell her. It is as if he didn't answer, and who set or looked at the flag hears that there is something to solve.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from core.errors import RuleError
from gezinnen.models import Deelnemer
from gezinsplan.models import Afspraak
from gezinsplan.selectie import afgeschermd
from toestemming.actions import vertel_wie_iets_zou_doen


def eis_mag_weten(
    afspraken: Sequence[Afspraak], wie: Sequence[Deelnemer] | None = None, *, veld: str = "uitvoerders", nu: datetime
) -> None:
    """Raise RuleError at the field for who would come to do this and may not know whom it is about.

    `wie`: who comes to do all of these; None: their doers, of afspraken that are about other people now. Asked once they
    are saved: what an afspraak is about may follow its goal.
    """
    for afspraak in afspraken:
        afspraak.refresh_from_db(fields=["over_wie"])
        doen, waarvan = (afspraak.uitvoerders.all(), f" ‘{afspraak}’") if wie is None else (wie, "")
        eis_mag_weten_van(afspraak.over_wie, doen, veld=veld, nu=nu, waarvan=waarvan)


def eis_mag_weten_van(
    over_wie: Collection[UUID], wie: Iterable[Deelnemer], *, veld: str, nu: datetime, waarvan: str = ""
) -> None:
    """Raise RuleError at the field for who of these would come to do something about one of `over_wie`, and may not know.

    `waarvan`: what is said behind it, where there are several.
    """
    doen, stil = {mens.pk: mens for mens in wie}, []
    for vlag in afgeschermd(over_wie).filter(voor_wie__in=doen).select_related("gezin", "gezet_door"):
        assert vlag.voor_wie_id  # noqa: S101 - of those who were sought
        if not vlag.zonder_coordinator:
            fout = _("%(naam)s kan dit niet doen. Kies iemand anders.") % {"naam": doen[vlag.voor_wie_id].naam}
            raise RuleError(f"{fout}{waarvan}", veld)
        stil.append(vlag)
    vertel_wie_iets_zou_doen(stil, nu=nu)

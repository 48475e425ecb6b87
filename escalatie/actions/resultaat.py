"""From when the result of a step is awaited, and until when: the one way in which a person sets that term (E4, E5, E6, E7)."""

from datetime import datetime

from django.utils.translation import gettext as _

from escalatie.actions.beurt import eis_tekst
from escalatie.actions.looptijd import eis_reden_boven_het_maximum
from escalatie.actions.verslag import Verslag
from escalatie.models import SoortGebeurtenis, Stap
from instanties.models import Gebruiker
from termijnen import actions as termijnen
from termijnen.models import Termijnstaat
from woorden.duur import Duur


def begin_resultaat(
    stap: Stap,
    tot: datetime,
    duur: Duur | None,
    *,
    nu: datetime,
    door: Gebruiker,
    reden: str,
    waarom_zo_lang: str,
) -> None:
    """What the keeper owed has been recorded: from now on the result is awaited, until `tot` (E4, E5).

    Above the region's maximum only with a reason, which all read, whoever sets it (E7). Raises RuleError at
    `waarom_zo_lang`.
    """
    waarom_zo_lang = waarom_zo_lang.strip() and eis_tekst(waarom_zo_lang, "waarom_zo_lang", "", 300)
    eis_reden_boven_het_maximum(stap.stagnatie, tot, waarom_zo_lang, nu)
    termijnen.beeindig([stap.vastleggen], Termijnstaat.GEHAALD, nu=nu, door=door, reden=reden)
    nieuw = termijnen.NieuweTermijn(
        soort="stap_resultaat",
        gezin_id=stap.stagnatie.gezin_id,
        houder_id=stap.houder_id,
        begint_op=nu,
        loopt_af_op=tot,
        duur=duur,
        gevraagd=(stap.houder_id,),
    )
    (stap.resultaat,) = termijnen.start([nieuw], nu=nu, door=door, reden=reden)
    stap.save(update_fields=["resultaat"])
    if waarom_zo_lang:
        # Apart: who reads only the ladder's own words doesn't read what was typed.
        verslag, langer = Verslag(nu, door), _("Langer dan gewoon, want: %(waarom)s") % {"waarom": waarom_zo_lang}
        verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.TERMIJN_VERLENGD, stap=stap, tekst=langer)
        verslag.schrijf()

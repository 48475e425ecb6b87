"""Fill the practice region: forty days of invented life, played by the real actions and the real clock up to now."""

from datetime import datetime, timedelta

from oefenomgeving.bezetting import bezet, meld_gezinnen, vraag_een_fusie, vraag_rollen, vraag_toegang
from oefenomgeving.gelezen import lees_de_plannen
from oefenomgeving.tijdreis import speel_tot
from oefenomgeving.verhalen import VERHALEN

DAGEN = 40


def richt_in(nu: datetime) -> None:
    """Make everyone and everything, so that at `nu` there is a family in every state."""
    begin = nu - timedelta(days=DAGEN)
    bezetting = bezet(begin)
    verhalen = [verhaal(bezetting, begin) for verhaal in VERHALEN]
    daden = sorted(
        (
            (verhaal.moment(dag), volgorde, daad)
            for volgorde, verhaal in enumerate(verhalen)
            for dag, daad in verhaal.daden
        ),
        key=lambda rij: (rij[0], rij[1]),
    )
    vorige = begin
    for moment, _volgorde, daad in daden:
        if moment > nu:
            continue
        speel_tot(moment, vorige)
        daad(moment)
        vorige = moment
    speel_tot(nu, vorige)
    meld_gezinnen(bezetting, nu)
    vraag_rollen(bezetting, nu)
    vraag_toegang(bezetting, nu)
    vraag_een_fusie(bezetting, nu)
    lees_de_plannen()

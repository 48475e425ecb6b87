"""Who says that it is solved, and who may write down what the family answers (E11, E15, S1, S7).

Nobody ends alone what the own share caused: whose share it is about doesn't report it, and who reports it doesn't record
the family's yes, nor does anybody who acts for the other. Kept by a step's keeper, the level above, or who works in the plan.
"""

from uuid import UUID

from escalatie.beslissers import is_niveau_erboven, wie_erboven
from escalatie.houders import Houders, medepartijen, van_wie_het_aandeel
from escalatie.models import Gebeurtenis, Oplossing, SoortGebeurtenis, Stagnatie, Stap, Tussenvraag
from escalatie.stapsoorten import soort_van
from escalatie.waarneming import is_houder
from gezinnen.models import Coordinatorschap
from gezinnen.permissions import is_coordinator
from gezinnen.waarneming import ik_en_namens
from instanties.models import Gebruiker
from instanties.permissions import leidt
from instanties.selectie import leidinggevende


def _schap(stagnatie: Stagnatie) -> Coordinatorschap | None:
    huidig = Coordinatorschap.objects.huidig().filter(gezin=stagnatie.gezin_id)
    return huidig.select_related("gebruiker", "instelling").first()


def is_eigen_aandeel(gebruiker: Gebruiker | None, stagnatie: Stagnatie) -> bool:
    """Whether it is about this person's own share, or that of whom he stands in for. None: a doer by his one-time link."""
    return gebruiker is None or _is_van(gebruiker, stagnatie, _schap(stagnatie))


def _aandeel(stagnatie: Stagnatie, schap: Coordinatorschap | None) -> set[UUID]:
    return van_wie_het_aandeel(stagnatie, schap, medepartijen([stagnatie]).get(stagnatie.pk, ()))


def aandeel_van(stagnatie: Stagnatie) -> set[UUID]:
    """The accounts whose share it is about, of all parties (E15)."""
    return _aandeel(stagnatie, _schap(stagnatie))


def _is_van(gebruiker: Gebruiker, stagnatie: Stagnatie, schap: Coordinatorschap | None) -> bool:
    """Whether the share is this person's own, or that of whom he stands in for now."""
    aandeel = _aandeel(stagnatie, schap)
    return bool(aandeel) and not aandeel.isdisjoint(ik_en_namens(gebruiker, stagnatie.gezin_id))


def mag_opgelost_melden(gebruiker: Gebruiker, stap: Stap) -> bool:
    """The coordinator; is it about her share who leads her, or another who keeps the step; without her its keeper (S7)."""
    schap = _schap(stap.stagnatie)
    if _is_van(gebruiker, stap.stagnatie, schap):
        return False
    if schap is None:
        return is_houder(gebruiker, stap)
    if schap.gebruiker_id not in _aandeel(stap.stagnatie, schap):
        return is_coordinator(gebruiker, stap.stagnatie.gezin_id)
    if gebruiker.pk == schap.gebruiker_id:
        return False
    return (
        is_houder(gebruiker, stap)
        or schap.instelling_id in leidt(gebruiker)
        or leidinggevende(schap.gebruiker, schap.instelling) == gebruiker
    )


def wie_meldt(stap: Stap) -> list[Gebruiker]:
    """Of whom it is asked whether it is solved: the coordinator; is it about her share who leads her; else the keeper (S7)."""
    schap = _schap(stap.stagnatie)
    if schap is not None and schap.gebruiker_id not in _aandeel(stap.stagnatie, schap):
        return [schap.gebruiker]
    boven = Houders([stap.stagnatie]).uitvoerder(stap.stagnatie, ()) if schap is not None else None
    return [boven.gebruiker if boven is not None else stap.houder]


def moet_bevestigd(gebruiker: Gebruiker | None, stap: Stap) -> bool:
    """Whether others confirm what this person says was done: of the own share, above the step in the plan; in it where the
    coordinator's share is why another keeps it (E14, E15). None: a doer by his one-time link.
    """
    if not is_eigen_aandeel(gebruiker, stap.stagnatie):
        return False
    schap = _schap(stap.stagnatie)
    is_van_haar = schap is not None and schap.gebruiker_id in _aandeel(stap.stagnatie, schap)
    return is_van_haar or not soort_van(stap.modelstap).in_plan


def meldde_het(gebruiker: Gebruiker, oplossing: Oplossing) -> bool:
    """Whether this person reported it, or is on the same side: one acts, or then acted, for the other (I6)."""
    gezin_id = oplossing.stagnatie.gezin_id
    ik = ik_en_namens(gebruiker, gezin_id)
    gemeld = Gebeurtenis.objects.filter(
        stagnatie=oplossing.stagnatie_id, soort=SoortGebeurtenis.OPLOSSING_GEMELD, op=oplossing.op, door=oplossing.door
    )
    kant = {oplossing.door_id, *gemeld.exclude(namens=None).values_list("namens", flat=True)}
    return not kant.isdisjoint(ik) or gebruiker.pk in ik_en_namens(oplossing.door, gezin_id)


def mag_ja_opschrijven(gebruiker: Gebruiker, stap: Stap, oplossing: Oplossing, *, werkt_mee: bool) -> bool:
    """Whether this person may record that the family said yes, by phone or on paper.

    `werkt_mee`: a professional of the plan who sees what it is about.
    """
    if meldde_het(gebruiker, oplossing) or _is_van(gebruiker, stap.stagnatie, _schap(stap.stagnatie)):
        return False
    return werkt_mee or is_houder(gebruiker, stap) or is_niveau_erboven(gebruiker, stap)


def wie_vraagt_het_gezin(stap: Stap, melder: Gebruiker) -> list[Gebruiker]:
    """Nobody of the family can answer here: who then asks it, another than who reports it: the keeper, else the level above."""
    niet = {melder.pk, *ik_en_namens(melder, stap.stagnatie.gezin_id)}
    if stap.houder_id not in niet:
        return [stap.houder]
    return [wie for wie in wie_erboven(stap) if wie.pk not in niet][:1]


def mag_beslissen(gebruiker: Gebruiker, vraag: Tussenvraag, stap: Stap) -> bool:
    """Whoever was asked, or is of the same level; never who objected, nor the keeper where another was asked."""
    if vraag.aan_stap is None or gebruiker.pk == vraag.door_id:
        return False
    gevraagd = vraag.termijn.gevraagden.filter(gebruiker=gebruiker).exists()
    if is_houder(gebruiker, stap):
        return gevraagd
    if vraag.aan_stap_id == stap.modelstap_id:
        # Of the last step itself: who is above its keeper there.
        return gevraagd or is_niveau_erboven(gebruiker, stap)
    return gevraagd or soort_van(vraag.aan_stap).is_van(gebruiker, stap)

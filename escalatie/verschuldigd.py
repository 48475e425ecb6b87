"""What somebody still owes in what is stuck though its term has passed, and what of it can't wait (E15, S2, R2).

The share that is missing stays with its doer, and once he answered for it with his manager; a question, a decision to
answer and an action stay until they are answered or done; 'done in time', said by who missed it, counts when it is
confirmed; and what is still 'niet gehaald' when it was solved is the
coordinator's, who gives it a new day or says that it is needed no more.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from escalatie.models import (
    Actie,
    Actiestaat,
    Bevestiging,
    Bevestigingsstaat,
    SoortTussenvraag,
    SoortVraag,
    Stagnatie,
    StagnatieAfspraak,
    Stagnatiestaat,
    Tussenvraag,
    Vraag,
)
from gezinnen.models import Coordinatorschap
from gezinsplan.models import Afspraak, Afspraakstaat
from instanties import vervanging
from instanties.models import Verzoekstaat
from termijnen.models import Gevraagd, Termijnstaat

OPEN = Stagnatiestaat.OPEN
_ONBEVESTIGD = Tussenvraag.objects.filter(soort=SoortTussenvraag.WAS_GEDAAN, stagnatie__staat=OPEN).exclude(
    staat=Verzoekstaat.JA
)


def verschuldigd(lezer: Any) -> list[QuerySet[Any]]:
    """Per kind the ids of the terms, for a reader or the shape of one."""
    gevraagd = Gevraagd.objects.filter(vervanging.namens_q(lezer, "gebruiker", "termijn__gezin"))
    acties = Actie.objects.filter(termijn=OuterRef("termijn"), stap__stagnatie__staat=OPEN)
    acties = acties.filter(Q(staat=Actiestaat.NIET_UITGEVOERD) | actie_onbevestigd())
    gemist = StagnatieAfspraak.objects.filter(afspraak__termijn=OuterRef("termijn"), stagnatie__staat=OPEN)
    gemist = gemist.filter(Q(afspraak__staat=Afspraakstaat.NIET_GEDAAN) | afspraak_onbevestigd("afspraak"))
    aan_mij = Vraag.objects.filter(vervanging.namens_q(lezer, "aan", "stagnatie__gezin"), stagnatie__staat=OPEN)
    onbeantwoord = Q(beantwoord_op__isnull=True, termijn__staat=Termijnstaat.NIET_GEHAALD)
    besluiten = Bevestiging.objects.filter(
        vervanging.namens_q(lezer, "gevraagd_aan", "besluit__stap__stagnatie__gezin"),
        Q(staat=Bevestigingsstaat.GEEN_ANTWOORD)
        | Bevestiging.NOG_TERUG_TE_KOPPELEN & ~Q(termijn__staat=Termijnstaat.LOOPT),
        besluit__stap__stagnatie__staat=OPEN,
    )
    return [
        gevraagd.filter(Exists(acties) | Exists(gemist)).values("termijn"),
        aan_mij.filter(onbeantwoord | Q(soort=SoortVraag.AANDEEL, beantwoord_op__isnull=False)).values("termijn"),
        besluiten.values("termijn"),
        _na_de_oplossing(lezer).values("termijn"),
    ]


def actie_onbevestigd() -> Q:
    """Of an Actie: whether it was said to be done in time, and nobody confirmed that yet (E14)."""
    gezegd = _ONBEVESTIGD.filter(actie=OuterRef("pk"))
    return Q(Exists(gezegd), staat=Actiestaat.UITGEVOERD, termijn__staat=Termijnstaat.GEHAALD)


def afspraak_onbevestigd(pad: str = "") -> Q:
    """The same of an Afspraak, or of what leads to one by `pad`."""
    naar = f"{pad}__" if pad else ""
    gezegd = _ONBEVESTIGD.filter(afspraak=OuterRef(f"{naar}pk"))
    waar = {f"{naar}staat": Afspraakstaat.GEDAAN, f"{naar}termijn__staat": Termijnstaat.GEHAALD}
    return Q(Exists(gezegd), **waar)


def _na_de_oplossing(lezer: Any) -> QuerySet[Afspraak]:
    """The missed afspraken of what has been solved, in the families that this reader coordinates."""
    mijn = Coordinatorschap.objects.huidig().filter(vervanging.namens_q(lezer, "gebruiker", "gezin"))
    over = StagnatieAfspraak.objects.filter(afspraak=OuterRef("pk"))
    return Afspraak.objects.filter(
        Exists(over.filter(stagnatie__staat__in=[Stagnatiestaat.OPGELOST, Stagnatiestaat.VERVALLEN])),
        ~Exists(over.filter(stagnatie__staat=OPEN)),
        doel__plan__gezin__in=mijn.values("gezin"),
        staat=Afspraakstaat.NIET_GEDAAN,
        termijn__isnull=False,
    )


def kan_niet_wachten() -> Q:
    """The terms about a crisis, a safety afspraak that wasn't kept, or a step that began because of one (S2)."""
    stagnaties = Stagnatie.objects.filter(klasse__gt=0, pk=OuterRef("over"))
    return Q(Exists(stagnaties)) | Q(Exists(Afspraak.objects.filter(pk=OuterRef("over"), is_veiligheidsafspraak=True)))

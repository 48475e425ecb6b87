"""Questions between people: addressing a colleague or a peer, asking advice, and the answers (E2, E4, E5)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import RuleError
from escalatie.actions.beurt import eis_tekst, is_coordinator, uiterlijk, vergrendel_open_stap
from escalatie.actions.slot import vergrendel_een
from escalatie.actions.toegang import geef_grond
from escalatie.actions.verslag import Verslag
from escalatie.houders import leiding_van, meldpuntmedewerker
from escalatie.models import (
    BIJDRAGEN,
    BetrokkenOrganisatie,
    SoortGebeurtenis,
    SoortVraag,
    Stagnatie,
    StagnatieRecht,
    Stap,
    Vraag,
)
from escalatie.ontvangers import Ontvangers
from escalatie.permissions import verleen
from escalatie.stapsoorten import soort_van
from escalatie.vrije_tekst import genoemd
from escalatie.waarneming import is_houder
from escalatie.zicht import zicht_op
from gezinnen.models import Deelnemer, SoortDeelnemer
from instanties.models import Gebruiker, Instelling, Regio, SoortInstelling
from instanties.permissions import instellingen_als_manager
from instanties.vervanging import ik_en_namens
from termijnen import actions as termijnen
from termijnen.kalender import huidige_kalender, verloopt_op
from termijnen.models import Termijnstaat


@transaction.atomic
def stel_vraag(
    stagnatie: Stagnatie,
    *,
    soort: SoortVraag,
    tekst: str,
    door: Gebruiker,
    nu: datetime,
    aan: Gebruiker | None = None,
    instelling: Instelling | None = None,
) -> Vraag:
    """Address a colleague of the team or a peer, or ask advice; the answer has the region's term (E2, E4, E5).

    `aan`: a person who takes part in the plan or in the stagnatie. `instelling`: its manager is asked; of a meldpunt its
    employee, in every step, without the family's name. An answer never stands in for the step term. Raises RuleError.
    """
    tekst = eis_tekst(tekst, "tekst", _("Schrijf wat u wilt vragen of zeggen."))
    if soort in BIJDRAGEN:
        raise RuleError(_("Deze vraag stelt het systeem zelf."), field="soort")
    stap = vergrendel_open_stap(stagnatie.pk)
    _eis_mag_vragen(door, stap, soort)
    meldpunt = instelling is not None and instelling.soort == SoortInstelling.MELDPUNT
    wie = _wie(stap, aan, instelling, meldpunt)
    if wie.pk == door.pk:
        raise RuleError(_("U kunt uzelf geen vraag stellen."), field="aan")
    if meldpunt and _kent_namen(door, stap.stagnatie):
        _eis_zonder_namen(tekst, stap.stagnatie)
    regio = Regio.objects.huidige()
    (termijn,) = termijnen.start(
        [
            termijnen.NieuweTermijn(
                soort="vraag",
                gezin_id=stap.stagnatie.gezin_id,
                houder_id=door.pk,
                begint_op=nu,
                loopt_af_op=verloopt_op(nu, regio.antwoord, huidige_kalender()),
                duur=regio.antwoord,
                gevraagd=(wie.pk,),
            )
        ],
        nu=nu,
        door=door,
        reden=_("vraag gesteld"),
    )
    vraag = Vraag.objects.create(
        stagnatie=stap.stagnatie,
        stap=stap,
        soort=soort,
        van=door,
        aan=wie,
        aan_instelling=instelling,
        tekst=tekst,
        gesteld_op=nu,
        termijn=termijn,
    )
    if instelling is not None:
        _betrek(stap, wie, instelling, meldpunt, door, nu)
    verslag = Verslag(nu, door)
    zin = _("%(van)s vraagt %(soort)s aan %(aan)s, %(uiterlijk)s.") if soort == SoortVraag.ADVIES else None
    zin = zin or _("%(van)s heeft %(aan)s aangesproken en vraagt antwoord, %(uiterlijk)s.")
    tekst_gebeurtenis = zin % {
        "van": door.naam,
        "aan": str(instelling or wie.naam),
        "soort": vraag.get_soort_display(),
        "uiterlijk": uiterlijk(termijn, nu),
    }
    verslag.gebeurde(stap.stagnatie, SoortGebeurtenis.GEVRAAGD, stap=stap, tekst=tekst_gebeurtenis)
    verslag.meld("stagnatie_vraag", [wie], stap.stagnatie, termijn.pk, termijn=termijn)
    if stap.houder_id not in (door.pk, wie.pk):
        verslag.meld("stagnatie_gevraagd", [stap.houder], stap.stagnatie, termijn.pk)
    verslag.schrijf()
    return vraag


def _eis_mag_vragen(door: Gebruiker, stap: Stap, soort: SoortVraag) -> None:
    if is_houder(door, stap) or is_coordinator(door, stap.stagnatie.gezin_id):
        return
    if soort == SoortVraag.AANSPREKEN:
        collega = Deelnemer.objects.actief().filter(
            gezin=stap.stagnatie.gezin_id,
            gebruiker__in=ik_en_namens(door, stap.stagnatie.gezin_id),
            soort=SoortDeelnemer.PROFESSIONAL,
        )
        if collega.exists() or _is_leiding_hier(door, stap.stagnatie):
            return
    raise RuleError(_("Alleen wie aan zet is of het gezin coördineert, kan dit vragen."))


def _is_leiding_hier(gebruiker: Gebruiker, stagnatie: Stagnatie) -> bool:
    eigen = instellingen_als_manager(gebruiker)
    return BetrokkenOrganisatie.objects.filter(stagnatie=stagnatie, instelling__in=eigen).exists()


def _wie(stap: Stap, aan: Gebruiker | None, instelling: Instelling | None, meldpunt: bool) -> Gebruiker:
    if (aan is None) == (instelling is None):
        raise RuleError(_("Kies aan wie u dit vraagt."), field="aan")
    if instelling is not None:
        wie = meldpuntmedewerker(instelling) if meldpunt else leiding_van(instelling)
        if wie is None:
            melding = _(
                "Bij %(instelling)s is nog niemand die kan antwoorden. De functioneel beheerder kan dat regelen."
            )
            raise RuleError(melding % {"instelling": instelling.voorzichtige_naam}, field="aan")
        if soort_van(stap.modelstap).in_plan and not meldpunt:
            melding = _(
                "In deze stap vraagt u het aan een collega uit het plan. Leidinggevenden komen erbij in een volgende stap."
            )
            raise RuleError(melding, field="aan")
        return wie
    assert aan is not None  # noqa: S101 - one of the two, see above
    stagnatie = stap.stagnatie
    in_plan = Deelnemer.objects.actief().filter(
        gezin=stagnatie.gezin_id, gebruiker=aan, soort=SoortDeelnemer.PROFESSIONAL
    )
    houdt = stagnatie.stappen.filter(houder=aan)
    if not aan.is_active or not (in_plan.exists() or houdt.exists() or _is_leiding_hier(aan, stagnatie)):
        raise RuleError(_("Kies iemand die bij dit plan werkt."), field="aan")
    return aan


def _kent_namen(gebruiker: Gebruiker, stagnatie: Stagnatie) -> bool:
    """Whether this person reads the family's names: of who doesn't, a refusal would tell which names are theirs (E13)."""
    gezien = zicht_op(gebruiker, stagnatie)
    return gezien is not None and gezien.toont_namen


def _eis_zonder_namen(tekst: str, stagnatie: Stagnatie) -> None:
    """Advice of the meldpunt is asked without a name of the family, or of who stands around it (E5)."""
    mensen = Deelnemer.objects.filter(gezin=stagnatie.gezin_id).exclude(soort=SoortDeelnemer.PROFESSIONAL)
    for naam in genoemd(tekst, [stagnatie.gezin.naam, *mensen.values_list("naam", flat=True)]):
        melding = _("Noem hier geen naam van het gezin. Haal ‘%(naam)s’ uit de tekst.") % {"naam": naam}
        raise RuleError(melding, field="tekst")


def _betrek(stap: Stap, wie: Gebruiker, instelling: Instelling, meldpunt: bool, door: Gebruiker, nu: datetime) -> None:
    verleen([(stap.stagnatie_id, wie.pk, recht) for recht in (StagnatieRecht.BEKIJKEN, StagnatieRecht.ADVISEREN)])
    if meldpunt:
        return
    BetrokkenOrganisatie.objects.get_or_create(
        stagnatie=stap.stagnatie, instelling=instelling, defaults={"vanaf_stap": stap.modelstap.nummer}
    )
    geef_grond([(stap, wie)], nu=nu, door=door)


@transaction.atomic
def beantwoord_vraag(vraag: Vraag, *, antwoord: str, door: Gebruiker, nu: datetime) -> Vraag:
    """Answer what one was asked; also after its term, as long as there is no answer yet (E2, E4, E5)."""
    antwoord = eis_tekst(antwoord, "antwoord", _("Schrijf uw antwoord."))
    stagnatie = vergrendel_een(vraag.stagnatie_id)
    huidig = Vraag.objects.select_related("termijn", "van", "stap").get(pk=vraag.pk)
    if huidig.aan_id not in ik_en_namens(door, stagnatie.gezin_id):
        raise RuleError(_("Deze vraag is aan iemand anders gesteld."))
    if huidig.beantwoord_op is not None:
        raise RuleError(_("Op deze vraag is al geantwoord."))
    if huidig.is_vervallen:
        raise RuleError(_("Een antwoord is niet meer nodig: de stap waarin dit is gevraagd, is ingetrokken."))
    if not stagnatie.is_open:
        raise RuleError(_("Een antwoord is niet meer nodig: dit is intussen afgesloten."))
    termijnen.beeindig([huidig.termijn], Termijnstaat.GEHAALD, nu=nu, door=door, reden=_("beantwoord"))
    huidig.antwoord, huidig.beantwoord_op, huidig.beantwoord_door = antwoord, nu, door
    huidig.save(update_fields=["antwoord", "beantwoord_op", "beantwoord_door"])
    stap = stagnatie.stappen.select_related("houder").get(staat="open")
    verslag = Verslag(nu, door)
    verslag.gebeurde(
        stagnatie, SoortGebeurtenis.BEANTWOORD, stap=huidig.stap, tekst=_("Door %(wie)s.") % {"wie": door.naam}
    )
    vrager = [huidig.van] if huidig.van else []
    coordinator = Ontvangers([stagnatie], nu).coordinator(stagnatie) if huidig.soort in BIJDRAGEN else []
    wie = {gebruiker.pk: gebruiker for gebruiker in [*vrager, stap.houder, *coordinator]}
    verslag.meld("stagnatie_antwoord", wie.values(), stagnatie, huidig.pk)
    verslag.schrijf()
    return huidig

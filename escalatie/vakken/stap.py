"""The acts of who keeps a step or carries out an action (E2, E4, E5, E6, E7)."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.clock import now, today
from escalatie import forms as formulieren
from escalatie import forms_sporen, selectie
from escalatie.beeld import voor_gezin
from escalatie.beslissers import eigen_niveaus
from escalatie.besluitformulier import BesluitForm
from escalatie.models import Actie, Modelniveau, Modelspoor, Stap
from escalatie.sporen import bekend
from escalatie.stapsoorten import erboven
from escalatie.vakken.vak import Data, Vak, act_url, veldnamen
from escalatie.zicht import Zicht
from gezinnen.models import Deelnemer
from gezinnen.selectie import beslist_over_eigen_woorden
from termijnen.op_tijd import vraagt_tijdstip


def acties_vastleggen(
    zicht: Zicht,
    stap: Stap,
    data: Data = None,
    *,
    erbij: bool = False,
    mensen: Sequence[Deelnemer] | None = None,
    instellingen: Sequence[Any] | None = None,
) -> Vak:
    """Who does what, by when, with which result: several rows at once (E2, E4, E5).

    `mensen` and `instellingen` of this stagnatie (selectie): where they are known.
    """
    naam = "acties"
    mensen = selectie.mensen(zicht) if mensen is None else mensen
    instellingen = selectie.te_noemen(zicht) if instellingen is None else instellingen
    instellingen = [rij for rij in instellingen if rij.voert_uit]  # type: ignore[union-attr]
    kwargs: dict[str, Any] = {
        "form_kwargs": {"mensen": mensen, "instellingen": instellingen, "namen": zicht.namen},
        "prefix": naam,
        **veldnamen(naam),
    }
    if data is not None and erbij:
        data = data.copy()  # type: ignore[attr-defined]
        aantal = int(data[f"{naam}-TOTAL_FORMS"]) if str(data.get(f"{naam}-TOTAL_FORMS", "")).isdigit() else 1
        data[f"{naam}-TOTAL_FORMS"] = str(min(aantal + 1, formulieren.MEEST_ACTIES))  # type: ignore[index]
    rijen = formulieren.Acties(data, **kwargs)
    if data is None:
        rijen.extra = 2
    erbij_zin = _("Er liggen al acties vast. Wat u hier toevoegt, komt erbij.") if stap.resultaat_id else ""
    return Vak(
        zicht,
        naam,
        _("Leg nog een actie vast") if stap.resultaat_id else _("Leg acties vast"),
        _("Leg deze acties vast"),
        act_url(zicht, "acties_vastleggen", stap.pk),
        rijen,
        uitleg=erbij_zin
        or _("Wie doet wat, wanneer is het klaar, en wat moet het opleveren? Een lege actie telt niet mee."),
        sjabloon="escalatie/delen/acties_formulier.html",
    )


def eerder_hulp(zicht: Zicht, stap: Stap, data: Data = None) -> Vak:
    naam, verder = "eerder-hulp", erboven(stap.modelstap)
    return Vak(
        zicht,
        naam,
        _("Roep eerder hulp in"),
        str(verder.roep),
        act_url(zicht, "eerder_hulp", stap.pk),
        formulieren.ToelichtingForm(data, **veldnamen(naam)),
        uitleg=f"{verder.meteen} {_('Ook al is uw termijn nog niet voorbij. Dit kunt u niet terugdraaien.')}",
    )


def ander_spoor(zicht: Zicht, stap: Stap, spoor: Modelspoor, data: Data = None) -> Vak:
    """Another track of the ladder, with its guidelines (E8, S25)."""
    naam, criteria = f"spoor-{spoor.pk}", list(spoor.criteria.all())
    return Vak(
        zicht,
        naam,
        _("Kies een andere aanpak: %(spoor)s") % {"spoor": spoor.naam},
        _("Kies deze aanpak"),
        act_url(zicht, "ander_spoor", stap.pk, spoor.pk),
        forms_sporen.SpoorForm(data, criteria=criteria, bekend=bekend(criteria, zicht.stagnatie), **veldnamen(naam)),
        uitleg=spoor.wanneer,
    )


def gesprek(zicht: Zicht, stap: Stap, data: Data = None) -> Vak:
    """The day of the talk with which this step begins (S25)."""
    naam, gepland = "gesprek", stap.modelstap.gesprek_gepland
    duur = stap.modelstap.vastleggen()
    return Vak(
        zicht,
        naam,
        _titel_gesprek(stap),
        _("Leg deze dag vast"),
        act_url(zicht, "gesprek", stap.pk),
        (forms_sporen.GeplandGesprekForm if gepland else forms_sporen.GesprekForm)(data, **veldnamen(naam)),
        uitleg=_("Binnen %(duur)s daarna legt u vast wie wat doet.") % {"duur": duur},
    )


def _titel_gesprek(stap: Stap) -> str:
    if stap.gesprek_op is not None:
        return _("Verbeter de dag van het gesprek")
    if stap.modelstap.gesprek_gepland:
        return _("Leg vast wanneer het overleg is")
    return _("Leg vast wanneer het gesprek was")


def buiten_macht(zicht: Zicht, stap: Stap, data: Data = None) -> Vak:
    naam = "boven-onze-macht"
    return Vak(
        zicht,
        naam,
        _("Dit gaat onze mogelijkheden te boven"),
        _("Geef dit door, een stap hoger"),
        act_url(zicht, "buiten_macht", stap.pk),
        formulieren.ToelichtingForm(data, **veldnamen(naam)),
        uitleg=f"{erboven(stap.modelstap).meteen} {_('Dit kunt u niet terugdraaien.')}",
    )


def hoger_niveau(zicht: Zicht, stap: Stap, data: Data = None) -> Vak:
    naam = "hoger-niveau"
    return Vak(
        zicht,
        naam,
        _("Zet een niveau hoger in"),
        _("Zet dit een niveau hoger in"),
        act_url(zicht, "hoger_niveau", stap.pk),
        formulieren.ToelichtingForm(data, **veldnamen(naam)),
        uitleg=_("U blijft aan zet, met een nieuwe termijn. Dit kunt u niet terugdraaien."),
    )


def termijn(zicht: Zicht, stap: Stap, data: Data = None) -> Vak:
    naam = "termijn"
    uitleg = (
        _("Korter mag altijd. Langer mag één keer, hoogstens zo lang als de eerste termijn. Iedereen krijgt bericht.")
        if zicht.is_houder
        else _("U kunt de termijn nog een keer verlengen. Iedereen krijgt bericht.")
    )
    return Vak(
        zicht,
        naam,
        _("Verleng of verkort de termijn") if zicht.is_houder else _("Verleng de termijn"),
        _("Leg de nieuwe termijn vast"),
        act_url(zicht, "termijn", stap.pk),
        formulieren.TermijnForm(data, **veldnamen(naam)),
        uitleg=uitleg,
    )


def terugkoppeling(zicht: Zicht, stap: Stap, data: Data = None) -> Vak:
    naam = "terugkoppeling"
    lid = zicht.blik.deelnemer if zicht.blik is not None else None
    jong = lid is not None and beslist_over_eigen_woorden(lid, today())
    if voor_gezin(zicht):
        return Vak(
            zicht,
            naam,
            _("Ik zie dit anders"),
            _("Laat weten hoe ik het zie"),
            act_url(zicht, "koppel_terug", stap.pk),
            (formulieren.EigenWoordenForm if jong else formulieren.ZienswijzeForm)(data, **veldnamen(naam)),
            uitleg=_("Je kiest zelf wie dit leest. Anderen zien ook niet dat je iets hebt geschreven.")
            if jong
            else _("Wie nu iets moet doen, leest dit. Het blijft staan zoals het hier staat."),
        )
    return Vak(
        zicht,
        naam,
        _("Koppel terug"),
        _("Koppel dit terug"),
        act_url(zicht, "koppel_terug", stap.pk),
        formulieren.TerugkoppelingForm(data, **veldnamen(naam)),
        uitleg=_("Laat weten hoe het staat met wat er is afgesproken of besloten."),
    )


def besluit(
    zicht: Zicht,
    stap: Stap,
    data: Data = None,
    *,
    niveaus: Sequence[Modelniveau] | None = None,
    instellingen: Sequence[Any] | None = None,
) -> Vak:
    naam = "besluit"
    if niveaus is None:
        niveaus = list(Modelniveau.objects.filter(modelstap=stap.modelstap_id).order_by("nummer"))
        niveaus = eigen_niveaus(zicht.gebruiker, stap, niveaus)
    instellingen = selectie.te_noemen(zicht) if instellingen is None else instellingen
    partij = zicht.stagnatie.partij
    van_partij = partij.instelling_id if partij else None
    betrokken = [rij for rij in instellingen if rij.betrokken or rij.pk == van_partij]  # type: ignore[union-attr]
    eerste = {"niveau": niveaus[0].pk if niveaus else None}
    form = BesluitForm(
        data,
        namen=zicht.namen,
        niveaus=niveaus,
        betrokken=betrokken,
        instellingen=instellingen,
        initial=eerste,
        **veldnamen(naam),
    )
    return Vak(
        zicht,
        naam,
        _("Neem een besluit"),
        _("Neem dit besluit"),
        act_url(zicht, "besluit", stap.pk),
        form,
        uitleg=_(
            "Het besluit bindt de instellingen, voor zover zij het kunnen en mogen. Iedereen krijgt bericht, het gezin ook."
        ),
    )


def uitgevoerd(zicht: Zicht, actie: Actie, data: Data = None) -> Vak:
    naam = f"uitgevoerd-{actie.pk}"
    # Once its term has passed, who says that it was done must know on which day (E14).
    nu = now()
    eerste = {"gebeurd_op": _("vandaag")} if actie.termijn.loopt_af_op > nu else None
    tijd = vraagt_tijdstip(actie.termijn, nu)
    return Vak(
        zicht,
        naam,
        _("Meld uitgevoerd"),
        _("Dit is uitgevoerd"),
        act_url(zicht, "uitgevoerd", actie.pk),
        formulieren.UitgevoerdForm(data, vraag_tijd=tijd, initial=eerste, **veldnamen(naam)),
    )


def terugnemen(zicht: Zicht, actie: Actie, data: Data = None) -> Vak:
    naam = f"terugnemen-{actie.pk}"
    return Vak(
        zicht,
        naam,
        _("Dit klopt niet"),
        _("Neem ‘uitgevoerd’ terug"),
        act_url(zicht, "terugnemen", actie.pk),
        formulieren.RedenForm(data, **veldnamen(naam)),
    )


def actietermijn(zicht: Zicht, actie: Actie, data: Data = None) -> Vak:
    naam = f"termijn-{actie.pk}"
    return Vak(
        zicht,
        naam,
        _("Verander de termijn"),
        _("Leg de nieuwe termijn vast"),
        act_url(zicht, "actietermijn", actie.pk),
        formulieren.TermijnForm(data, **veldnamen(naam)),
    )

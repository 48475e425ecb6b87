"""The acts on the page of a stagnatie: which forms this reader gets now, with their words, and where each is sent.

A Vak is one act: it opens in place, posts to a URL named after the act, and comes back with what was typed when a rule
says no. What is offered follows zicht and whose turn it is; what is allowed, the actions decide.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from core.fouten import Verouderd
from escalatie import forms as formulieren
from escalatie import selectie
from escalatie.beeld import Stagnatiebeeld, mag_uitgevoerd_melden, voor_gezin
from escalatie.houders import uitvoerende_instellingen
from escalatie.models import Actie, Actiestaat, Bevestiging, Houderrol, Modelniveau, Oplossing, SoortVraag, Stap, Vraag
from escalatie.permissions import Daad
from escalatie.zicht import Zicht, is_niveau_erboven
from gezinnen.models import Deelnemer
from instanties.models import Instelling

Data = Mapping[str, Any] | None


@dataclass
class Vak:
    """One act with its form. `naam` is the anchor, and the name under which the tab keeps what was typed."""

    zicht: Zicht
    naam: str
    titel: str
    knop: str
    url: str
    form: Any
    uitleg: str = ""
    gevaar: bool = False
    open: bool = False
    sjabloon: str = "escalatie/delen/formulier.html"
    verouderd: Verouderd | None = None

    @property
    def bewaar(self) -> str:
        return f"stagnatie-{self.zicht.stagnatie.pk}-{self.naam}"

    @property
    def pagina(self) -> str:
        """The page with this form opened in place."""
        return f"{pagina(self.zicht)}?open={self.naam}#{self.naam}"


@dataclass
class Vakken:
    """The acts of one page, by their place on it."""

    eerst: list[Vak] = field(default_factory=list)
    verder: list[Vak] = field(default_factory=list)
    bericht: list[Vak] = field(default_factory=list)
    # By the id of the row that they belong to: an action, a question, a decision's answer.
    bij: dict[Any, list[Vak]] = field(default_factory=dict)

    def _lijsten(self) -> list[list[Vak]]:
        return [self.eerst, self.verder, self.bericht, *self.bij.values()]

    def zet_terug(self, gebonden: Vak) -> bool:
        """Put the form that came back in its place; False when that place is gone, for instance because time went on."""
        for lijst in self._lijsten():
            for plek, vak in enumerate(lijst):
                if vak.naam == gebonden.naam:
                    lijst[plek] = gebonden
                    return True
        return False

    def maak_open(self, naam: str) -> None:
        """Open the row with this name."""
        for lijst in self._lijsten():
            for vak in lijst:
                vak.open = vak.open or vak.naam == naam


def pagina(zicht: Zicht) -> str:
    """The address of the page of this stagnatie."""
    return reverse("escalatie:stagnatie", args=[zicht.stagnatie.pk])


def _url(zicht: Zicht, naam: str, *args: Any) -> str:
    return reverse(f"escalatie:{naam}", args=[zicht.stagnatie.pk, *args])


def _veldnamen(naam: str) -> dict[str, Any]:
    # Many forms on one page: each control its own id.
    return {"auto_id": f"{naam}-%s"}


# The step.


def acties_vastleggen(zicht: Zicht, stap: Stap, data: Data = None, *, erbij: bool = False) -> Vak:
    """Who does what, by when, with which result: several rows at once (E2, E4, E5)."""
    naam = "acties"
    mensen: list[Deelnemer] = []
    if zicht.blik is not None:
        mensen = list(zicht.blik.deelnemers().actief().order_by("soort", "naam", "pk"))
    instellingen = list(uitvoerende_instellingen(stap.stagnatie, stap.modelstap).order_by("naam", "pk"))
    kwargs: dict[str, Any] = {
        "form_kwargs": {"mensen": mensen, "instellingen": instellingen},
        "prefix": naam,
        **_veldnamen(naam),
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
        _url(zicht, "acties_vastleggen", stap.pk),
        rijen,
        uitleg=erbij_zin
        or _("Wie doet wat, wanneer is het klaar, en wat moet het opleveren? Een lege actie telt niet mee."),
        sjabloon="escalatie/delen/acties_formulier.html",
    )


def eerder_hulp(zicht: Zicht, stap: Stap, data: Data = None) -> Vak:
    naam = "eerder-hulp"
    return Vak(
        zicht,
        naam,
        _("Roep eerder hulp in"),
        _("Schakel de managers nu in"),
        _url(zicht, "eerder_hulp", stap.pk),
        formulieren.ToelichtingForm(data, **_veldnamen(naam)),
        uitleg=_(
            "De managers zijn dan meteen aan zet, ook al is uw termijn nog niet voorbij. Dit kunt u niet terugdraaien."
        ),
    )


def buiten_macht(zicht: Zicht, stap: Stap, data: Data = None) -> Vak:
    naam = "boven-onze-macht"
    hoger = {
        Houderrol.COORDINATOR: _("De managers zijn dan meteen aan zet. Dit kunt u niet terugdraaien."),
        Houderrol.MANAGER: _("De gemeente is dan meteen aan zet. Dit kunt u niet terugdraaien."),
        Houderrol.AMBTENAAR: _("Het gaat dan een niveau hoger, met een nieuwe termijn. Dit kunt u niet terugdraaien."),
    }
    return Vak(
        zicht,
        naam,
        _("Dit gaat onze mogelijkheden te boven"),
        _("Geef dit door, een stap hoger"),
        _url(zicht, "buiten_macht", stap.pk),
        formulieren.ToelichtingForm(data, **_veldnamen(naam)),
        uitleg=hoger[Houderrol(stap.modelstap.houderrol)],
    )


def hoger_niveau(zicht: Zicht, stap: Stap, data: Data = None) -> Vak:
    naam = "hoger-niveau"
    return Vak(
        zicht,
        naam,
        _("Zet een niveau hoger in"),
        _("Zet dit een niveau hoger in"),
        _url(zicht, "hoger_niveau", stap.pk),
        formulieren.ToelichtingForm(data, **_veldnamen(naam)),
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
        _url(zicht, "termijn", stap.pk),
        formulieren.TermijnForm(data, **_veldnamen(naam)),
        uitleg=uitleg,
    )


def terugkoppeling(zicht: Zicht, stap: Stap, data: Data = None) -> Vak:
    naam = "terugkoppeling"
    return Vak(
        zicht,
        naam,
        _("Koppel terug"),
        _("Koppel dit terug"),
        _url(zicht, "koppel_terug", stap.pk),
        formulieren.TerugkoppelingForm(data, **_veldnamen(naam)),
        uitleg=_("Laat weten hoe het staat met wat er is afgesproken of besloten."),
    )


def besluit(zicht: Zicht, stap: Stap, data: Data = None) -> Vak:
    naam = "besluit"
    niveaus = Modelniveau.objects.filter(modelstap=stap.modelstap_id, nummer__gte=stap.niveau)
    stagnatie = zicht.stagnatie
    betrokken = list(
        Instelling.objects.filter(
            Q(pk__in=stagnatie.organisaties.filter(instelling__isnull=False).values("instelling"))
            | Q(pk__in=[stagnatie.partij.instelling_id] if stagnatie.partij and stagnatie.partij.instelling_id else [])
        )
    )
    eerste = {"niveau": next((rij.pk for rij in niveaus if rij.nummer == stap.niveau), None)}
    form = formulieren.BesluitForm(data, niveaus=niveaus, betrokken=betrokken, initial=eerste, **_veldnamen(naam))
    return Vak(
        zicht,
        naam,
        _("Neem een besluit"),
        _("Neem dit besluit"),
        _url(zicht, "besluit", stap.pk),
        form,
        uitleg=_(
            "Het besluit bindt de instellingen, voor zover zij het kunnen en mogen. Iedereen krijgt bericht, het gezin ook."
        ),
    )


# One action.


def uitgevoerd(zicht: Zicht, actie: Actie, data: Data = None) -> Vak:
    naam = f"uitgevoerd-{actie.pk}"
    return Vak(
        zicht,
        naam,
        _("Meld uitgevoerd"),
        _("Dit is uitgevoerd"),
        _url(zicht, "uitgevoerd", actie.pk),
        formulieren.UitgevoerdForm(data, initial={"gebeurd_op": _("vandaag")}, **_veldnamen(naam)),
    )


def terugnemen(zicht: Zicht, actie: Actie, data: Data = None) -> Vak:
    naam = f"terugnemen-{actie.pk}"
    return Vak(
        zicht,
        naam,
        _("Dit klopt niet"),
        _("Neem ‘uitgevoerd’ terug"),
        _url(zicht, "terugnemen", actie.pk),
        formulieren.RedenForm(data, **_veldnamen(naam)),
    )


def actietermijn(zicht: Zicht, actie: Actie, data: Data = None) -> Vak:
    naam = f"termijn-{actie.pk}"
    return Vak(
        zicht,
        naam,
        _("Verander de termijn"),
        _("Leg de nieuwe termijn vast"),
        _url(zicht, "actietermijn", actie.pk),
        formulieren.TermijnForm(data, **_veldnamen(naam)),
    )


# Questions.


def _vraagkeuzes(zicht: Zicht, soort: SoortVraag) -> list[Any]:
    return [keuze for keuze in selectie.wie_kan_ik_vragen(zicht) if soort in keuze.soort]


def vraag(zicht: Zicht, soort: SoortVraag, data: Data = None, keuzes: list[Any] | None = None) -> Vak:
    """Address a colleague or peer, or ask advice; the answer has a term of its own (E2, E4, E5)."""
    keuzes = _vraagkeuzes(zicht, soort) if keuzes is None else keuzes
    aanspreken = soort == SoortVraag.AANSPREKEN
    naam = "aanspreken" if aanspreken else "advies"
    return Vak(
        zicht,
        naam,
        _("Spreek een collega aan") if aanspreken else _("Vraag advies"),
        _("Spreek deze collega aan") if aanspreken else _("Vraag dit advies"),
        _url(zicht, naam),
        formulieren.VraagForm(data, keuzes=keuzes, **_veldnamen(naam)),
        uitleg=_("Wie u dit vraagt, krijgt een termijn om te antwoorden.")
        if aanspreken
        else _("Wie u dit vraagt, krijgt een termijn om te antwoorden. Aan het meldpunt vraagt u advies zonder namen."),
    )


def antwoord(zicht: Zicht, gesteld: Vraag, data: Data = None) -> Vak:
    naam = f"antwoord-{gesteld.pk}"
    return Vak(
        zicht,
        naam,
        _("Geef antwoord"),
        _("Geef dit antwoord"),
        _url(zicht, "antwoord", gesteld.pk),
        formulieren.AntwoordForm(data, **_veldnamen(naam)),
    )


# The escalatiebericht.


def bericht(zicht: Zicht, data: Data = None) -> Vak:
    naam = "bericht"
    nu = zicht.bericht
    eerste = (
        {"afgesproken": nu.afgesproken, "ontbreekt": nu.ontbreekt, "gevraagd": nu.gevraagd, "versie": nu.versie}
        if nu
        else {}
    )
    uitleg = _(
        "Managers en gemeente lezen dit, nooit het plan zelf. Het gezin leest het eerst, en kan er iets bij zeggen."
    )
    if nu is not None and nu.is_vrijgegeven:
        uitleg = _("Het gezin leest de nieuwe tekst eerst. Tot dan zien managers en gemeente alleen nummers en datums.")
    return Vak(
        zicht,
        naam,
        _("Verander het escalatiebericht") if nu else _("Schrijf het escalatiebericht"),
        _("Leg dit voor aan het gezin"),
        _url(zicht, "bericht"),
        formulieren.BerichtForm(data, initial=eerste, **_veldnamen(naam)),
        uitleg=uitleg,
    )


def samen_gelezen(zicht: Zicht, data: Data = None) -> Vak:
    naam = "samen-gelezen"
    eerste = {"versie": zicht.bericht.versie if zicht.bericht else None}
    return Vak(
        zicht,
        naam,
        _("Samen gelezen met het gezin"),
        _("Leg vast dat het samen is gelezen"),
        _url(zicht, "samen_gelezen"),
        formulieren.SamenGelezenForm(data, initial=eerste, **_veldnamen(naam)),
        uitleg=_("Daarna kan wie aan zet is het bericht lezen."),
    )


def gelezen(zicht: Zicht, data: Data = None) -> Vak:
    naam = "gelezen"
    eerste = {"versie": zicht.bericht.versie if zicht.bericht else None}
    return Vak(
        zicht,
        naam,
        _("Ik heb het gelezen"),
        _("Ik heb dit gelezen"),
        _url(zicht, "gelezen"),
        formulieren.VisieForm(data, initial=eerste, **_veldnamen(naam)),
    )


# The answer of an instelling to a decision.


def bevestig(zicht: Zicht, rij: Bevestiging, data: Data = None) -> Vak:
    naam = f"bevestig-{rij.pk}"
    return Vak(
        zicht,
        naam,
        _("Wij voeren dit uit"),
        _("Bevestig: wij voeren dit uit"),
        _url(zicht, "bevestig", rij.pk),
        formulieren.BevestigForm(data, **_veldnamen(naam)),
        uitleg=_("%(instelling)s voert het besluit uit. De gemeente en het gezin krijgen bericht.")
        % {"instelling": rij.instelling},
    )


def kan_niet(zicht: Zicht, rij: Bevestiging, data: Data = None) -> Vak:
    naam = f"kan-niet-{rij.pk}"
    return Vak(
        zicht,
        naam,
        _("Dit kan niet"),
        _("Laat weten dat dit niet kan"),
        _url(zicht, "kan_niet", rij.pk),
        formulieren.KanNietForm(data, **_veldnamen(naam)),
    )


# Solved.


def opgelost(zicht: Zicht, data: Data = None) -> Vak:
    naam = "opgelost"
    return Vak(
        zicht,
        naam,
        _("Meld opgelost"),
        _("Meld dat dit is opgelost"),
        _url(zicht, "opgelost"),
        formulieren.OpgelostForm(data, **_veldnamen(naam)),
        uitleg=_(
            "Het gezin wordt gevraagd of het ook zo is. Zegt het gezin niets, dan geldt dat na de termijn als ja."
        ),
    )


def opgelost_ja(zicht: Zicht, oplossing: Oplossing, data: Data = None) -> Vak:
    naam = "opgelost-ja"
    namens = not voor_gezin(zicht)
    return Vak(
        zicht,
        naam,
        _("Het gezin zegt: ja, opgelost") if namens else _("Ja, het is opgelost"),
        _("Leg vast: ja, opgelost") if namens else _("Ja, het is opgelost"),
        _url(zicht, "opgelost_ja", oplossing.pk),
        formulieren.GezinsantwoordForm(data, namens=namens, **_veldnamen(naam)),
    )


def opgelost_nee(zicht: Zicht, oplossing: Oplossing, data: Data = None) -> Vak:
    naam = "opgelost-nee"
    namens = not voor_gezin(zicht)
    return Vak(
        zicht,
        naam,
        _("Het gezin zegt: nee, nog niet") if namens else _("Nee, nog niet"),
        _("Leg vast: nog niet opgelost") if namens else _("Nee, het is nog niet opgelost"),
        _url(zicht, "opgelost_nee", oplossing.pk),
        formulieren.GezinsantwoordForm(data, namens=namens, nee=True, **_veldnamen(naam)),
    )


# All together.


def vakken_voor(beeld: Stagnatiebeeld) -> Vakken:
    """Which acts this reader is offered now, the one that is asked first (beeld 1)."""
    zicht = beeld.zicht
    gevonden = Vakken()
    if not zicht.stagnatie.is_open or zicht.stap is None:
        return gevonden
    _gevraagd(gevonden, beeld)
    if beeld.oplossing is None:
        _stap(gevonden, beeld, zicht.stap)
        _acties(gevonden, beeld)
    elif Daad.INSTEMMEN in zicht.daden or zicht.is_coordinator:
        gevonden.eerst += [opgelost_ja(zicht, beeld.oplossing), opgelost_nee(zicht, beeld.oplossing)]
    if zicht.is_coordinator:
        # The managers or the gemeente wait for it: then it is asked first.
        nodig = zicht.bericht is None and zicht.stap.modelstap.houderrol != Houderrol.COORDINATOR
        (gevonden.eerst if nodig else gevonden.bericht).append(bericht(zicht))
    if zicht.bericht is not None and not zicht.bericht.is_vrijgegeven:
        if zicht.is_coordinator:
            gevonden.bericht.insert(0, samen_gelezen(zicht))
        elif Daad.INSTEMMEN in zicht.daden:
            gevonden.bericht.append(gelezen(zicht))
    return gevonden


def _gevraagd(gevonden: Vakken, beeld: Stagnatiebeeld) -> None:
    for gesteld in beeld.aan_mij:
        gevonden.bij[gesteld.pk] = [antwoord(beeld.zicht, gesteld)]
    for rij in beeld.te_bevestigen:
        gevonden.bij[rij.pk] = [bevestig(beeld.zicht, rij), kan_niet(beeld.zicht, rij)]


def _stap(gevonden: Vakken, beeld: Stagnatiebeeld, stap: Stap) -> None:
    zicht = beeld.zicht
    rol = Houderrol(stap.modelstap.houderrol)
    if zicht.is_houder:
        vastleggen = acties_vastleggen(zicht, stap)
        (gevonden.verder if stap.resultaat_id else gevonden.eerst).append(vastleggen)
        if rol == Houderrol.AMBTENAAR:
            (gevonden.eerst if beeld.opnieuw_beslissen else gevonden.verder).append(besluit(zicht, stap))
    if zicht.is_coordinator and stap.resultaat_id:
        (gevonden.eerst if beeld.alles_uitgevoerd else gevonden.verder).append(opgelost(zicht))
    if Daad.VRAGEN in zicht.daden:
        keuzes = selectie.wie_kan_ik_vragen(zicht)
        for soort in (SoortVraag.AANSPREKEN, SoortVraag.ADVIES):
            mogelijk = [keuze for keuze in keuzes if soort in keuze.soort]
            if mogelijk and (soort == SoortVraag.AANSPREKEN or zicht.is_houder or zicht.is_coordinator):
                gevonden.verder.append(vraag(zicht, soort, keuzes=mogelijk))
    if Daad.TERUGKOPPELEN in zicht.daden:
        gevonden.verder.append(terugkoppeling(zicht, stap))
    if zicht.is_houder or (Daad.VERLENGEN in zicht.daden and is_niveau_erboven(zicht.gebruiker, stap)):
        gevonden.verder.append(termijn(zicht, stap))
    if zicht.is_coordinator and not stap.resultaat_id:
        gevonden.verder.append(opgelost(zicht))
    if zicht.is_coordinator and rol == Houderrol.COORDINATOR:
        gevonden.verder.append(eerder_hulp(zicht, stap))
    if zicht.is_houder:
        if rol == Houderrol.AMBTENAAR:
            gevonden.verder.append(hoger_niveau(zicht, stap))
        else:
            gevonden.verder.append(buiten_macht(zicht, stap))


def _acties(gevonden: Vakken, beeld: Stagnatiebeeld) -> None:
    zicht = beeld.zicht
    for stapbeeld in beeld.stappen:
        for actie in stapbeeld.acties:
            vakken = []
            if actie.staat in (Actiestaat.LOOPT, Actiestaat.NIET_UITGEVOERD) and mag_uitgevoerd_melden(zicht, actie):
                vakken.append(uitgevoerd(zicht, actie))
            if actie.staat == Actiestaat.UITGEVOERD and mag_uitgevoerd_melden(zicht, actie):
                vakken.append(terugnemen(zicht, actie))
            if actie.staat == Actiestaat.LOOPT and zicht.is_houder and stapbeeld.stand == "nu":
                vakken.append(actietermijn(zicht, actie))
            if vakken:
                gevonden.bij[actie.pk] = vakken

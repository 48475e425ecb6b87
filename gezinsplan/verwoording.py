"""Notices about a plan: what each says, for those who may see it at the moment of reading (E10, T3)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, UUIDField
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from berichten.models import Bericht
from core import clock
from core.kept_queries import Rows, SlotList, kept
from gezinnen.models import Coordinatorschap, Deelnemer, Herstelverzoek
from gezinnen.selectie import herstel_aan_mij_gevraagd
from gezinnen.waarneming import in_gezinnen_q, vast
from gezinsplan.models import Aanvaarding, Afspraak
from gezinsplan.selectie import bekend_in_plan
from instanties.models import Gebruiker, Vervanging, Weg, Wegsoort
from instanties.vaste_lezer import VasteLezer
from instanties.vervanging import PLANWERK, waarnemers
from toestemming.models import Veiligheidsvlag
from toestemming.namen import namen_voor
from toestemming.zicht import Blik, blikken_van_lijst
from woorden.tijdwoorden import dag_voluit
from woorden.zinnen import zin

Verwoording = tuple[str, str]

# kind → its sentence about one afspraak.
OVER_AFSPRAAK = {
    "navraag_gevraagd": gettext_lazy("%(gezin)s: is dit gedaan? %(wat)s"),
    "later_gevraagd": gettext_lazy("%(gezin)s: er is een latere dag gevraagd voor: %(wat)s"),
    "niet_nodig_gevraagd": gettext_lazy("%(gezin)s: is dit niet meer nodig? %(wat)s"),
    "gesprek_gevraagd": gettext_lazy("%(gezin)s: voer het gesprek over: %(wat)s"),
    "afspraak_gemaakt": gettext_lazy("%(gezin)s: er is een afspraak voor u: %(wat)s"),
    "afspraak_veranderd": gettext_lazy("%(gezin)s: er staat nu iets anders in deze afspraak: %(wat)s"),
    "kan_niet": gettext_lazy("%(gezin)s: iemand kan dit niet doen. Kies een ander voor: %(wat)s"),
    "termijn_gewijzigd": gettext_lazy("%(gezin)s: de termijn is veranderd van: %(wat)s"),
    "afspraak_vervallen": gettext_lazy("%(gezin)s: dit is niet meer nodig: %(wat)s"),
    "vink_teruggenomen": gettext_lazy("%(gezin)s: dit staat niet meer als gedaan in het plan: %(wat)s"),
    "geen_akkoord": gettext_lazy("%(gezin)s: een latere dag kan niet voor: %(wat)s"),
    "link_beantwoord": gettext_lazy("%(gezin)s: er is geantwoord met de link over: %(wat)s"),
    "link_dicht": gettext_lazy(
        "%(gezin)s: de link werkt niet meer, de code was vijf keer fout. Het gaat over: %(wat)s"
    ),
}
# kind of term → its sentence about the afspraak.
OVER_TERMIJN = {
    "afspraak": gettext_lazy("%(gezin)s: %(wat)s"),
    "navraag": gettext_lazy("%(gezin)s: is dit gedaan? %(wat)s"),
    "gesprek": gettext_lazy("%(gezin)s: voer het gesprek over: %(wat)s"),
}
ZINNEN = {**OVER_AFSPRAAK, **OVER_TERMIJN}
# kind → its sentence about the plan as a whole.
OVER_PLAN = {
    "doet_mee": gettext_lazy("%(gezin)s: u doet nu mee met dit plan."),
    "coordinator_geworden": zin(gettext_lazy("%(gezin)s: u bent nu [de zorgcoördinator].")),
    "plan_gestart": gettext_lazy("%(gezin)s: het plan is gestart."),
    "doel_bereikt": gettext_lazy("%(gezin)s: een doel is bereikt!"),
    "zonder_gezin": gettext_lazy("%(gezin)s: er is gesproken zonder het gezin. Vraag het gezin wat het ervan vindt."),
    "reactie_geplaatst": gettext_lazy("%(gezin)s: er is een reactie bij het plan."),
}


def over_afspraken(feiten: Sequence[Any], gebruiker: Gebruiker) -> Mapping[UUID, Verwoording]:
    """Text and address of notices about an afspraak, and of the terms of one that ask something of this reader."""
    afspraken = {afspraak.pk: afspraak for afspraak in zichtbare_eigen(gebruiker, feiten)}
    return {
        feit.pk: (_zin(ZINNEN[feit.soort], afspraken[feit.over]), afspraak_url(feit.over, afspraken))
        for feit in feiten
        if feit.over in afspraken
    }


def over_plannen(berichten: Sequence[Bericht], gebruiker: Gebruiker) -> Mapping[UUID, Verwoording]:
    """Text and address of notices about a plan as a whole."""
    gezien = blikken_van_lijst(gebruiker, {bericht.gezin_id for bericht in berichten})
    bladzij = "gezinsplan:plan" if gebruiker.is_professional else "gezinsplan:ons_plan_gezin"
    return {
        bericht.pk: (
            OVER_PLAN[bericht.soort] % {"gezin": gezien[bericht.gezin_id].gezin.naam},
            reverse(bladzij, args=[bericht.gezin_id]),
        )
        for bericht in berichten
        if bericht.gezin_id in gezien
    }


_WEG = {
    Wegsoort.CODE: gettext_lazy("%(door)s heeft een inlogcode gemaakt voor %(naam)s."),
    Wegsoort.LINK: gettext_lazy("Voor %(naam)s is een link gevraagd om een nieuw wachtwoord te kiezen."),
    Wegsoort.WACHTWOORD: gettext_lazy("%(naam)s heeft een nieuw wachtwoord gekozen."),
    Wegsoort.ADRES: gettext_lazy("%(door)s heeft het e-mailadres veranderd waarmee %(naam)s inlogt."),
    Wegsoort.PASSKEY: gettext_lazy("%(naam)s heeft een passkey toegevoegd."),
    Wegsoort.STAP: gettext_lazy("%(naam)s heeft een andere tweede stap."),
    Wegsoort.DIENST: gettext_lazy("%(naam)s kan nu ook via een inlogdienst inloggen."),
    Wegsoort.OPEN: gettext_lazy("%(door)s heeft de toegang van %(naam)s weer opengezet."),
}


def over_wegen(berichten: Sequence[Bericht], gebruiker: Gebruiker) -> Mapping[UUID, Verwoording]:
    """That somebody of a family can be logged in for in a new way; only for who coordinates it (I8)."""
    gezien = blikken_van_lijst(gebruiker, {bericht.gezin_id for bericht in berichten})
    wegen = Weg.objects.select_related("door").in_bulk([bericht.object_id for bericht in berichten])
    leden: dict[tuple[UUID | None, UUID | None], str] = {
        (lid.gezin_id, lid.gebruiker_id): lid.naam
        for lid in Deelnemer.objects.actief().filter(
            gezin__in=gezien, gebruiker__in={weg.gebruiker_id for weg in wegen.values()}
        )
    }
    coordineert = {pk for pk, blik in gezien.items() if blik.is_coordinator}
    gevonden = {}
    for bericht in berichten:
        weg = wegen.get(bericht.object_id)
        naam = leden.get((bericht.gezin_id, weg.gebruiker_id)) if weg else None
        if weg is None or naam is None or bericht.gezin_id not in coordineert:
            continue
        wie = {"naam": naam, "door": weg.door or _("Wie het systeem draait")}
        zin = str(_WEG[Wegsoort(weg.soort)]) % wie
        if bericht.soort == "weg_van_gezin_bel":
            zin += " " + _("%(naam)s krijgt geen mail. Bel, of vertel het zelf.") % wie
        gevonden[bericht.pk] = (zin, reverse("gezinsplan:mensen", args=[bericht.gezin_id]))
    return gevonden


_OVER_IEMAND = {
    "andere_naam_in_plan": gettext_lazy(
        "Iemand van dit plan heet nu %(naam)s. Dat is niet hier veranderd. Klopt het? Vraag het na."
    ),
    "elders_overleden": gettext_lazy(
        "Iemand anders heeft vastgelegd dat %(naam)s is overleden. Klopt dat? Ga het na, en leg het dan ook hier vast."
    ),
    "toch_niet_overleden": gettext_lazy("%(naam)s is niet overleden: dat was een vergissing, en is hersteld."),
    "herstel_beantwoord": gettext_lazy("%(naam)s: een tweede persoon heeft geantwoord op uw vraag om herstel."),
}


def over_iemand(berichten: Sequence[Bericht], gebruiker: Gebruiker) -> Mapping[UUID, Verwoording]:
    """What another did to somebody of a family that concerns this plan too; only for who coordinates it (I8, I9)."""
    gezien = blikken_van_lijst(gebruiker, {bericht.gezin_id for bericht in berichten})
    leden = Deelnemer.objects.filter(gezin__in=gezien).in_bulk([bericht.object_id for bericht in berichten])
    coordineert = {pk for pk, blik in gezien.items() if blik.is_coordinator}
    return {
        bericht.pk: (
            str(_OVER_IEMAND[bericht.soort]) % {"naam": leden[bericht.object_id].naam},
            reverse("gezinsplan:mensen", args=[bericht.gezin_id]),
        )
        for bericht in berichten
        if bericht.object_id in leden and bericht.gezin_id in coordineert
    }


def over_herstel(berichten: Sequence[Bericht], gebruiker: Gebruiker) -> Mapping[UUID, Verwoording]:
    """That a death was recorded wrongly, to who is asked to confirm it: the plan's number only (I8)."""
    wachten: dict[UUID | None, Herstelverzoek] = {
        rij.pk: rij for rij in herstel_aan_mij_gevraagd(gebruiker, clock.now())
    }
    zin_ = _(
        "Plan %(nummer)s: er is vastgelegd dat iemand is overleden, en %(door)s zegt dat dat niet klopt. Ga het na, en zeg ja of nee."
    )
    return {
        bericht.pk: (zin_ % {"nummer": rij.deelnemer.gezin.nummer, "door": rij.door}, reverse("gezinsplan:herstel"))
        for bericht in berichten
        if (rij := wachten.get(bericht.object_id))
    }


def over_wie_weg_is(berichten: Sequence[Bericht], gebruiker: Gebruiker) -> Mapping[UUID, Verwoording]:
    """That somebody who helps the family is away, and who stands in on the first day still to come; or is here (I6)."""
    vandaag = clock.today()
    gezien = blikken_van_lijst(gebruiker, {bericht.gezin_id for bericht in berichten})
    rijen = Vervanging.objects.select_related("wie").in_bulk([bericht.object_id for bericht in berichten])
    hier = {(bericht.gezin_id, bericht.object_id) for bericht in berichten if bericht.gezin_id in gezien}
    # Per family, and per first day: in the inbox of a family few.
    zinnen: dict[tuple[UUID | None, UUID | None], str] = {}
    for gezin_id, blik in gezien.items():
        weg = [rijen[pk] for gezin, pk in hier if gezin == gezin_id and pk in rijen]
        kent = bekend_in_plan(blik, [rij.wie for rij in weg])
        for rij, wordt in _met_vervanger(blik, [rij for rij in weg if rij.wie_id in kent], kent, vandaag):
            zinnen[gezin_id, rij.pk] = _wie_weg_is(blik, rij, wordt, vandaag)
    return {
        bericht.pk: (zin, reverse("gezinsplan:ons_plan_gezin", args=[bericht.gezin_id]))
        for bericht in berichten
        if (zin := zinnen.get((bericht.gezin_id, bericht.object_id)))
    }


def _met_vervanger(
    blik: Blik, rijen: list[Vervanging], waar: Mapping[UUID, UUID | None], vandaag: date
) -> Iterator[tuple[Vervanging, Gebruiker | None]]:
    """With who stands in here on the first day still to come; nobody for what is past. `waar`: for which instelling."""
    per_dag: dict[date, list[Vervanging]] = {}
    for rij in rijen:
        per_dag.setdefault(max(rij.van, vandaag), []).append(rij)
    for dag, van_dag in per_dag.items():
        vragen = [(rij.wie, waar[rij.wie_id], blik.gezin.pk) for rij in van_dag]
        wordt = waarnemers(vragen, dag, rol=PLANWERK)
        for rij in van_dag:
            gevonden = wordt.get((rij.wie_id, waar[rij.wie_id], blik.gezin.pk))
            yield rij, gevonden.gebruiker if gevonden else None


def _wie_weg_is(blik: Blik, rij: Vervanging, wordt: Gebruiker | None, vandaag: date) -> str:
    namen = namen_voor(blik)
    wie = namen.van(rij.wie)
    if rij.ingetrokken_op or rij.tot_en_met < vandaag:
        return _("%(wie)s is er weer.") % {"wie": wie}
    if wordt is None:
        dan = _("Er is nog niemand die vervangt.")
    elif wie == rij.wie.naam:
        dan = _("%(vervanger)s vervangt.") % {"vervanger": namen.van(wordt)}
    else:
        # Shown by function: a colleague's name would say where that is (X5).
        dan = _("Er is iemand die vervangt.")
    dagen = {"van": dag_voluit(rij.van, vandaag), "tot": dag_voluit(rij.tot_en_met, vandaag)}
    return f"{_('%(wie)s is weg van %(van)s tot en met %(tot)s.') % {'wie': wie, **dagen}} {dan}"


def zichtbare_eigen(gebruiker: Gebruiker, feiten: Sequence[Any]) -> list[Any]:
    """Those of the afspraken of these facts that are this person's own: as doer, navrager or coordinator.

    Not where a safety flag keeps from this person what it is about: but what he said yes to before that (X5).
    """
    gezien = blikken_van_lijst(gebruiker, {feit.gezin_id for feit in feiten})
    over = {"afspraken": list({feit.over for feit in feiten if feit.over}), "gezinnen": list(gezien)}
    lezer, waarden = vast(gebruiker)
    return _eigen(lezer, **waarden, **over)


@kept
def _eigen(gebruiker: VasteLezer) -> Rows:
    """Those of some afspraken, in some families, that are this reader's own."""
    uitvoerders = Afspraak.uitvoerders.through.objects.filter(afspraak_id=OuterRef("pk"))
    zelf = in_gezinnen_q(gebruiker, "deelnemer__gebruiker", "deelnemer__gezin")
    doet = uitvoerders.filter(zelf, deelnemer__gestopt_op__isnull=True)
    navrager = in_gezinnen_q(gebruiker, "deelnemer__navrager__gebruiker", "deelnemer__gezin")
    namens = uitvoerders.filter(navrager, deelnemer__navrager__gestopt_op__isnull=True)
    verborgen = Veiligheidsvlag.objects.geldend().filter(
        in_gezinnen_q(gebruiker, "voor_wie__gebruiker", "gezin"),
        over_wie__overlap=OuterRef("over_wie"),
    )
    coordineert = Coordinatorschap.objects.huidig().filter(
        in_gezinnen_q(gebruiker, "gebruiker", "gezin"), gezin=OuterRef("doel__plan__gezin")
    )
    hier = Afspraak.objects.filter(
        pk__in=SlotList("afspraken", UUIDField()), doel__plan__gezin__in=SlotList("gezinnen", UUIDField())
    )
    kende = Aanvaarding.objects.ja().voor_een_vlag().filter(zelf, afspraak=OuterRef("pk"))
    eigen = hier.filter(
        Exists(coordineert) | (Exists(doet) | Exists(namens)) & ~Exists(verborgen) | Exists(doet) & Exists(kende)
    )
    return Rows(eigen, met=["doel__plan__gezin", "termijn"])


def afspraak_url(afspraak_id: UUID, afspraken: Mapping[UUID, Afspraak]) -> str:
    """Where something is asked or said about this afspraak."""
    return reverse("gezinsplan:afspraak", args=[afspraken[afspraak_id].doel.plan.gezin_id, afspraak_id])


def _zin(zin: str | Promise, afspraak: Afspraak, lengte: int = 120) -> str:
    wat = afspraak.wat if len(afspraak.wat) <= lengte else f"{afspraak.wat[: lengte - 1]}…"
    return str(zin) % {"gezin": _gezinsnaam(afspraak.doel.plan.gezin.naam), "wat": wat}


def _gezinsnaam(naam: str) -> str:
    return naam if naam.lower().startswith(_("gezin")) else _("Gezin %(naam)s") % {"naam": naam}

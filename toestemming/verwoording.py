"""Notices about consent: what each says, through zicht, for those who may see it at the moment of reading (E10, T2, T3)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import Exists, Func, OuterRef, UUIDField
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from berichten.models import Bericht
from gezinnen.models import Coordinatorschap, Deelnemer, Gezin
from instanties.models import Gebruiker, Regio
from toestemming.beoordelaars import beslist_in_plaats, kijkt_mee, mag_beantwoorden
from toestemming.gronden import kent, wat_in_woorden
from toestemming.models import Grondslag, SoortGrondslag, Veiligheidsvlag, Verjaardag, Vlagverzoek
from toestemming.namen import namen_voor
from toestemming.zicht import Blik, blikken_van_lijst, zichtbare_gezinnen
from woorden.zinnen import zin

Verwoording = tuple[str, str]

OVER_GEZIN = {
    "intrekking_bespreken": gettext_lazy("%(gezin)s: er is toestemming ingetrokken. Praat er samen over."),
    "nee_gezegd": gettext_lazy("%(gezin)s: iemand zei wie iets niet mag weten. Lees wat dat verandert."),
    "nee_gaat_mee": gettext_lazy("%(gezin)s: een organisatie heet nu anders. Uw nee geldt daar ook."),
    "nee_geldt_ook": gettext_lazy(
        "%(gezin)s: iemand werkt nu bij een organisatie waartegen u nee zei. Uw nee geldt ook voor die persoon."
    ),
    "nee_coordineert": zin(
        gettext_lazy("%(gezin)s: u zei nee tegen iemand die nu [zorgcoördinator] is. Die ziet nu het hele plan.")
    ),
    "intrekking_te_laat": gettext_lazy("%(gezin)s: het gesprek over ingetrokken toestemming is er nog niet geweest."),
    "vlag_te_laat": gettext_lazy("%(gezin)s: kijk of de veiligheidsvlag nog nodig is."),
    "toestemming_voorbij": gettext_lazy("%(gezin)s: toestemming is voorbij. Bespreek haar opnieuw."),
    "delen_gestopt": gettext_lazy("%(gezin)s: het gezin deelt iets niet langer met u."),
    "toestemming_vastgelegd": zin(
        gettext_lazy("%(gezin)s: [de zorgcoördinator] heeft opgeschreven wat u zei over delen.")
    ),
    "toestemming_gevraagd": gettext_lazy("%(gezin)s: er wordt gevraagd of iets gedeeld mag worden."),
}
# Of a ground that somebody recorded; of who helps, by name for who may know that one, and else without.
OVER_GROND = {
    "vastgelegd": gettext_lazy("%(gezin)s: iemand ziet iets zonder dat er om toestemming is gevraagd. Lees waarom."),
    "helpt": gettext_lazy(
        "%(gezin)s: %(wie)s leest zonder aparte toestemming mee over %(wat)s, voor de hulp. Klopt dat niet? Zeg het."
    ),
    "helpt_met_jullie": gettext_lazy("%(gezin)s: %(wie)s helpt nu mee. Lees wat die mag weten."),
    "iemand": zin(
        gettext_lazy(
            "%(gezin)s: er helpt nog iemand mee, die leest wat daarvoor nodig is. Vraag [de zorgcoördinator] wie."
        )
    ),
}
OVER_VERJAARDAG = {
    "verjaardag_nadert": gettext_lazy("%(naam)s wordt bijna %(leeftijd)d. Dan verandert wie toestemming geeft."),
    "verjaardag_geweest": gettext_lazy("%(naam)s is nu %(leeftijd)d. Kijk wie nu toestemming geeft."),
}
OVER_ZEGGENSCHAP = {
    "zeggenschap_kwijt": gettext_lazy(
        "Er is vastgelegd dat u niet meer beslist over %(over)s. Klopt dit niet? %(bel)s"
    ),
    "zeggenschap_gekregen": gettext_lazy("Er is vastgelegd dat u beslist over %(over)s. Klopt dit niet? %(bel)s"),
    "zeggenschap_anders": gettext_lazy("Er is veranderd wie er beslist over %(over)s. Klopt dit niet? %(bel)s"),
}
OVER_VLAG = {
    "vlag_gevraagd": gettext_lazy("Plan %(nummer)s: een vraag over veiligheid. Lees en antwoord."),
    "vlag_bevestigen": gettext_lazy("Antwoord op een vraag over veiligheid: plan %(nummer)s"),
    "vlag_bevestigd": gettext_lazy("Plan %(nummer)s: wat u over veiligheid vastlegde, is bevestigd."),
    "vlag_opgeheven": gettext_lazy("Plan %(nummer)s: een bescherming is opgeheven. Lees waarom."),
    "vlag_doet_iets": zin(
        gettext_lazy(
            "Plan %(nummer)s: iemand die iets niet mag lezen, zou daar iets voor doen. Dat ziet die persoon niet. "
            "Los het op zonder [de zorgcoördinator]."
        )
    ),
    "vlag_in_huis": zin(
        gettext_lazy(
            "Plan %(nummer)s: wie iets niet mag lezen, staat nu in één huishouden met wie beschermd wordt. Het adres blijft "
            "dicht. Bel, en los het op zonder [de zorgcoördinator]."
        )
    ),
    "beslissing_gevraagd": gettext_lazy("Plan %(nummer)s: beslis in plaats van iemand of iets gedeeld mag worden."),
}
VAN_COORDINATOR = {
    "intrekking": gettext_lazy("Praat over ingetrokken toestemming: %(gezin)s"),
    "toestemming_loopt_af": gettext_lazy("Bespreek de toestemming opnieuw: %(gezin)s"),
    "vlag_herzien": gettext_lazy("Kijk of de veiligheidsvlag nog nodig is: %(gezin)s"),
}
ZINNEN = {**OVER_GEZIN, **VAN_COORDINATOR}


def aanduiding_in_mail(gebruiker: Gebruiker, gezin_ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """How a mail may call these families: by their plan number where the region allows it, while this person sees them."""
    # Asked for every mail of a bundle: a yes or no, and not the whole region.
    if not Regio.objects.filter(plannummer_in_mail=True).exists():
        return {}
    gezinnen = zichtbare_gezinnen(gebruiker).filter(pk__in=list(gezin_ids))
    return {gezin.pk: _("Plan %(nummer)s") % {"nummer": gezin.nummer} for gezin in gezinnen}


def toestemming_url(gezin_id: UUID) -> str:
    """Where consent of a family is shown."""
    return reverse("toestemming:toestemming", args=[gezin_id])


def verwoord(feiten: Sequence[Any], gebruiker: Gebruiker) -> Mapping[UUID, Verwoording]:
    """The line of a notice about a family, or of a running term of this room, for who sees the family."""
    gezinnen = _gezinnen(gebruiker, {feit.gezin_id for feit in feiten})
    return {
        feit.pk: (
            str(ZINNEN[feit.soort]) % {"gezin": _naam(gezinnen[feit.gezin_id])},
            toestemming_url(feit.gezin_id),
        )
        for feit in feiten
        if feit.gezin_id in gezinnen
    }


def over_grond(berichten: Sequence[Bericht], gebruiker: Gebruiker) -> Mapping[UUID, Verwoording]:
    """That somebody sees something without consent: of who helps also who, and about what (T3, I8)."""
    gezien = blikken_van_lijst(gebruiker, {bericht.gezin_id for bericht in berichten})
    rijen = Grondslag.objects.filter(pk__in=[bericht.object_id for bericht in berichten])
    gronden = rijen.select_related("deelnemer__instelling", "deelnemer__gebruiker").in_bulk()
    gevonden: dict[UUID, Verwoording] = {}
    for bericht in berichten:
        blik = gezien.get(bericht.gezin_id) if bericht.gezin_id is not None else None
        if blik is not None and bericht.object_id is not None:
            gevonden[bericht.pk] = _over_grond(blik, gronden.get(bericht.object_id)), toestemming_url(blik.gezin.pk)
    return gevonden


def _over_grond(blik: Blik, grond: Grondslag | None) -> str:
    woorden = {"gezin": _naam(blik.gezin)}
    if grond is None or grond.deelnemer is None or grond.soort_id != SoortGrondslag.RECHTSTREEKS_BETROKKEN:
        return str(OVER_GROND["vastgelegd"]) % woorden
    if not kent(blik, grond):
        return str(OVER_GROND["iemand"]) % woorden
    woorden["wie"] = namen_voor(blik).met_werk(grond.deelnemer, grond.deelnemer.instelling)
    if blik.kijker.is_minderjarig:
        # What an adult is helped with may be that adult's own matter.
        return str(OVER_GROND["helpt_met_jullie"]) % woorden
    return str(OVER_GROND["helpt"]) % {**woorden, "wat": ", ".join(wat_in_woorden(grond))}


def over_vlag(feiten: Sequence[Any], gebruiker: Gebruiker) -> Mapping[UUID, Verwoording]:
    """The line of what is asked or told about a flag, by plan number: for who set it, who is asked, and who answered (S19)."""
    ids = {feit.over if feit.soort == "vlag_bevestigen" else feit.object_id for feit in feiten}
    vragen = {
        rij.pk: rij for rij in Vlagverzoek.objects.filter(pk__in=ids).select_related("vlag__gezin", "vlag__gezet_door")
    }
    vlaggen = {rij.pk: rij for rij in Veiligheidsvlag.objects.filter(pk__in=ids).select_related("gezin")}
    gevonden = {}
    for feit in feiten:
        over = feit.over if feit.soort == "vlag_bevestigen" else feit.object_id
        vlag = vragen[over].vlag if over in vragen else vlaggen.get(over)
        if vlag is not None and (waar := _waar_over_vlag(feit.soort, vragen.get(over), vlag, gebruiker)):
            gevonden[feit.pk] = str(OVER_VLAG[feit.soort]) % {"nummer": vlag.gezin.nummer}, waar
    return gevonden


def _waar_over_vlag(soort: str, vraag: Vlagverzoek | None, vlag: Veiligheidsvlag, gebruiker: Gebruiker) -> str:
    """Where this reader goes on; '' for who has nothing to do with it any more."""
    if soort == "beslissing_gevraagd":
        return reverse("toestemming:bescherming") if beslist_in_plaats(gebruiker, vlag) else ""
    if soort in ("vlag_gevraagd", "vlag_bevestigen"):
        open_ = vraag is not None and vraag.wacht and mag_beantwoorden(vraag, gebruiker)
        return reverse("toestemming:vlag_bevestigen", args=[vraag.pk]) if vraag and open_ else ""
    neemt_deel = vlag.gezin_id in blikken_van_lijst(gebruiker, [vlag.gezin_id])
    return reverse("toestemming:vlaggen", args=[vlag.gezin_id]) if neemt_deel else reverse("toestemming:bescherming")


def over_verjaardag(berichten: Sequence[Bericht], gebruiker: Gebruiker) -> Mapping[UUID, Verwoording]:
    """The line of a notice about a birthday, for who sees the family and from whom this gezinslid isn't kept."""
    gezinnen = _gezinnen(gebruiker, {bericht.gezin_id for bericht in berichten})
    # Told before somebody was kept from this reader.
    hem = Func(OuterRef("gezinslid"), template="ARRAY[%(expressions)s]", output_field=ArrayField(UUIDField()))
    verborgen = Veiligheidsvlag.objects.geldend().filter(
        voor_wie__gebruiker=gebruiker, gezin=OuterRef("gezinslid__gezin"), over_wie__contains=hem
    )
    rijen = {
        rij.pk: rij
        for rij in Verjaardag.objects.filter(
            ~Exists(verborgen),
            pk__in=[bericht.object_id for bericht in berichten],
            gezinslid__gezin__in=list(gezinnen),
        ).select_related("gezinslid")
    }
    return {
        bericht.pk: (
            str(OVER_VERJAARDAG[bericht.soort])
            % {"naam": rijen[bericht.object_id].gezinslid.naam, "leeftijd": rijen[bericht.object_id].leeftijd},
            toestemming_url(bericht.gezin_id),
        )
        for bericht in berichten
        if bericht.object_id in rijen and bericht.gezin_id is not None
    }


def over_zeggenschap(berichten: Sequence[Bericht], gebruiker: Gebruiker) -> Mapping[UUID, Verwoording]:
    """That who decides has changed: for who sees the family, and from whom this gezinslid isn't kept.

    Who is asked to phone may be from outside the plan, and then reads its number only.
    """
    ids = {bericht.gezin_id for bericht in berichten if bericht.gezin_id}
    gezien = blikken_van_lijst(gebruiker, ids)
    leden = Deelnemer.objects.filter(gezin__in=ids).in_bulk([bericht.object_id for bericht in berichten])
    buiten = Gezin.objects.filter(pk__in=ids - gezien.keys()) if kijkt_mee(gebruiker) else Gezin.objects.none()
    nummers = dict(buiten.values_list("pk", "nummer"))
    gevonden = {}
    for bericht in berichten:
        gezin_id, lid = bericht.gezin_id, leden.get(bericht.object_id)
        if gezin_id is None:
            continue
        if bericht.soort == "zeggenschap_bel":
            if lid and gezin_id in gezien:
                gevonden[bericht.pk] = _bel(lid), toestemming_url(gezin_id)
            elif lid and gezin_id in nummers:
                vraag = gettext_lazy(
                    "Plan %(nummer)s: iemand beslist niet meer mee. Vraag wie, bel, en ga na of het klopt."
                )
                gevonden[bericht.pk] = str(vraag) % {"nummer": nummers[gezin_id]}, reverse("toestemming:bescherming")
        elif (
            (blik := gezien.get(gezin_id))
            and not _sinds_verborgen(blik, bericht)
            and (lid or bericht.object_id is None)
        ):
            zelf = lid is not None and lid.gebruiker_id == gebruiker.pk
            over = _("uzelf") if zelf else lid.naam if lid else _("het gezin samen")
            zin_ = str(OVER_ZEGGENSCHAP[bericht.soort]) % {"over": over, "bel": _wie_te_bellen(blik.coordinatorschap)}
            gevonden[bericht.pk] = zin_, toestemming_url(gezin_id)
    return gevonden


def _sinds_verborgen(blik: Blik, bericht: Bericht) -> bool:
    """Whether this is about somebody whom a safety flag kept from this reader already when it was told.

    What was told before, stays as it was: a row that changes would tell that there is a flag (X5).
    """
    ik = {rij.pk for rij in blik.als_deelnemers}
    vlaggen = [vlag for vlag in blik.kring.vlaggen if vlag.voor_wie_id in ik and bericht.object_id in vlag.over_wie]
    return any(vlag.van is not None and vlag.van <= bericht.gemaakt_op for vlag in vlaggen)


def _bel(lid: Deelnemer) -> str:
    if lid.overleden_op:
        return _("Er is vastgelegd dat %(naam)s is overleden. Ga na of dat klopt.") % {"naam": lid.naam}
    return _("%(naam)s beslist niet meer mee, en krijgt geen mail. Bel, en vraag of het klopt.") % {"naam": lid.naam}


def _wie_te_bellen(schap: Coordinatorschap | None) -> str:
    """The instelling, not the person who may have recorded it."""
    if schap is None or not schap.instelling.telefoon:
        return _("Bel de organisatie die u helpt.")
    return _("Bel %(instelling)s: %(telefoon)s.") % {
        "instelling": schap.instelling.naam,
        "telefoon": schap.instelling.telefoon,
    }


def _gezinnen(gebruiker: Gebruiker, ids: set[UUID | None]) -> dict[UUID | None, Gezin]:
    return {pk: blik.gezin for pk, blik in blikken_van_lijst(gebruiker, ids).items()}


def _naam(gezin: Gezin) -> str:
    return _("Gezin %(naam)s") % {"naam": gezin.naam}

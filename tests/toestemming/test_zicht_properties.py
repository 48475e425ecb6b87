"""Zicht and rights held against a small slow restatement, whatever happens in a family (T3, G16, invariant 3)."""

import uuid
from contextlib import suppress

import pytest
from django.db import connection, transaction
from hypothesis import strategies as st

from core.errors import RuleError
from gezinnen.actions import (
    BetrokkeneGegevens,
    stop_deelname,
    voeg_betrokkene_toe,
    wissel_coordinator,
)
from gezinnen.models import Coordinatorschap, Deelnemer, Gezag, GezinsRecht
from gezinnen.permissions import ROL_GEEFT, GezinsRol, met_recht, rechten
from gezinsplan.models import Doel, Gezinsplan
from instanties.models import Functie, Gebruiker, Leefgebied
from tests.form import series, try_examples
from tests.gezag import zet_gezag
from toestemming.models import Grondslag, SoortGrondslag
from toestemming.zicht import blik, zichtbare_gezinnen

pytestmark = pytest.mark.django_db


# Each example is rolled back to where the cast was just made.
class Terug(Exception):
    """Ends an example: everything it wrote is rolled back."""


def rolled_back(doe):
    """Run `doe` in a savepoint and take back what it wrote."""

    def gedaan(**voorbeeld):
        with suppress(Terug), transaction.atomic():
            doe(**voorbeeld)
            raise Terug

    return gedaan


WIE = ("coordinator", "collega", "behandelaar", "mentor", "moeder", "vader", "broer", "buitenstaander", "manager")
DADEN = st.lists(
    st.tuples(st.sampled_from(["stop", "kom", "coordineer", "superuser", "sluit"]), st.sampled_from(WIE)), max_size=8
)


def doe_daad(cast, daad, wie):
    """One act by which somebody's part in the family changes; what the rules refuse doesn't happen."""
    gebruiker = getattr(cast, wie)
    rij = Deelnemer.objects.actief().filter(gezin=cast.gezin, gebruiker=gebruiker).first()
    functie = Functie.objects.filter(gebruiker=gebruiker, instelling__isnull=False).select_related("instelling").first()
    hoe = {"nu": cast.nu, "door": cast.coordinator}
    try:
        if daad == "stop" and rij:
            stop_deelname(rij, reden="klaar", **hoe)
        elif daad == "kom" and functie:
            gegevens = BetrokkeneGegevens(naam=gebruiker.naam, instelling=functie.instelling)
            voeg_betrokkene_toe(cast.gezin, gegevens, gebruiker=gebruiker, **hoe)
        elif daad == "coordineer" and functie:
            wissel_coordinator(cast.gezin, gebruiker, functie.instelling, reden="wissel", **hoe)
        elif daad == "superuser":
            Gebruiker.objects.filter(pk=gebruiker.pk).update(is_superuser=True)
        elif daad == "sluit":
            Gebruiker.objects.filter(pk=gebruiker.pk).update(is_active=False)
    except RuleError:
        pass


def hoort_te_mogen(gebruiker, gezin):
    """The rights that follow from who takes part and who coordinates, said slowly."""
    if not gebruiker.is_active:
        return set()
    uit = set()
    for rij in Deelnemer.objects.filter(gezin=gezin):
        if rij.gebruiker_id == gebruiker.pk and rij.gestopt_op is None:
            uit |= ROL_GEEFT[GezinsRol(rij.soort)]
    for rij in Coordinatorschap.objects.filter(gezin=gezin):
        if rij.gebruiker_id == gebruiker.pk and rij.tot is None:
            uit |= ROL_GEEFT[GezinsRol.COORDINATOR]
    return uit


@pytest.mark.eis("T3")
@pytest.mark.heavy("acts, and asks the rights of everybody")
@series(40, each=3)
def test_the_filter_equals_the_rights_equals_who_takes_part(cast, series):
    def voorbeeld(daden):
        for daad, wie in daden:
            doe_daad(cast, daad, wie)
        for wie in WIE:
            gebruiker = Gebruiker.objects.get(pk=getattr(cast, wie).pk)
            for gezin in (cast.gezin, cast.ander_gezin):
                los = rechten(gebruiker, gezin)
                assert los == hoort_te_mogen(gebruiker, gezin), (wie, daden)
                for recht in GezinsRecht:
                    in_lijst = met_recht(gebruiker, recht).filter(pk=gezin.pk).exists()
                    assert in_lijst == (recht in los), (wie, recht, daden)
                # Taking part and having a ground begin and end together.
                zichtbaar = zichtbare_gezinnen(gebruiker).filter(pk=gezin.pk).exists()
                assert zichtbaar == (GezinsRecht.BEKIJKEN in los), (wie, daden)
        assert Coordinatorschap.objects.huidig().filter(gezin=cast.gezin).count() == 1
        # Never two who hold it, never none: the database is asked now what it asks at the commit (Z3, Z13).
        connection.check_constraints()

    try_examples(series, 3, rolled_back(voorbeeld), daden=DADEN)


LEDEN = ("moeder_in_gezin", "vader_in_gezin", "broer_in_gezin", "sanne")
ONBEKEND = uuid.UUID(int=7)
OVER = st.lists(st.sampled_from([*LEDEN, "oma", "onbekend"]), unique=True, max_size=4)
GEBIEDEN = st.lists(
    st.sampled_from([Leefgebied.ONDERWIJS, Leefgebied.VERSLAVING, Leefgebied.OPVOEDING]), unique=True, max_size=3
)
DELEN = st.lists(st.tuples(OVER, GEBIEDEN), min_size=1, max_size=6)
GEZAG = st.dictionaries(
    st.sampled_from(["sanne", "broer_in_gezin"]),
    st.tuples(st.lists(st.sampled_from(["moeder_in_gezin", "vader_in_gezin"]), unique=True), st.booleans()),
)
HUIS = st.dictionaries(
    st.sampled_from(["moeder_in_gezin", "vader_in_gezin", "broer_in_gezin"]),
    st.sampled_from(["hoofdhuishouden", "huishouden_elders", None]),
)


def hoort_te_zien(cast, kijker, over_wie, gebieden):
    """The rules of zicht, said slowly, one part and one person at a time."""
    rij = Deelnemer.objects.select_related("huishouden").get(gezin=cast.gezin, gebruiker=kijker, gestopt_op=None)
    if Coordinatorschap.objects.filter(gezin=cast.gezin, gebruiker=kijker, tot=None).exists():
        return True
    if rij.soort != "gezinslid":
        grond = Grondslag.objects.get(
            gezin=cast.gezin, gebruiker=kijker, soort=SoortGrondslag.RECHTSTREEKS_BETROKKEN, tot=None
        )
        return bool(gebieden) and all(gebied in grond.leefgebieden for gebied in gebieden)
    thuis = rij.huishouden is not None and rij.huishouden.is_hoofdhuishouden
    minderjarig = rij.relatie == "kind"
    # Of what nobody said what it is about, it may be an own matter; and it is never everyone's.
    eigen = not gebieden or Leefgebied.VERSLAVING in gebieden
    if not over_wie:
        return thuis and bool(gebieden) and not (minderjarig and eigen)
    if rij.pk in over_wie:
        volwassenen = {cast.moeder_in_gezin.pk, cast.vader_in_gezin.pk}
        return not (minderjarig and eigen and volwassenen & set(over_wie))
    mensen = {lid.pk: lid for lid in Deelnemer.objects.filter(gezin=cast.gezin, soort="gezinslid")}
    eigen_kind = False
    for pk in over_wie:
        lid = mensen.get(pk)
        if lid is None or lid.relatie != "kind":
            return False
        gezag = lid.gezag_bekend and Gezag.objects.geldig().filter(kind=lid, houder=rij).exists()
        eigen_kind = eigen_kind or gezag
        if not gezag and not thuis:
            return False
    return eigen_kind


@pytest.mark.eis("T3", "G16")
@pytest.mark.heavy("asks what is seen as everybody, and the rules said slowly")
@series(40, each=3)
def test_zicht_equals_its_rules_said_slowly(cast, series):
    def voorbeeld(delen, gezag, huis):
        hoe = {"nu": cast.nu, "door": cast.coordinator}
        for kind, (houders, bekend) in gezag.items():
            zet_gezag(getattr(cast, kind), [getattr(cast, houder) for houder in houders], bekend, **hoe)
        for lid, waar in huis.items():
            plek = getattr(cast, waar) if waar else None
            Deelnemer.objects.filter(pk=getattr(cast, lid).pk).update(huishouden=plek)
        plan, _gemaakt = Gezinsplan.objects.get_or_create(gezin=cast.gezin)
        gemaakt = {}
        for namen, gebieden in delen:
            over_wie = [ONBEKEND if naam == "onbekend" else getattr(cast, naam).pk for naam in namen]
            doel = Doel.objects.create(plan=plan, tekst="iets", over_wie=over_wie, leefgebieden=gebieden)
            gemaakt[doel.pk] = (over_wie, gebieden)
        for wie in ("coordinator", "collega", "behandelaar", "mentor", "moeder", "vader", "broer"):
            kijker = getattr(cast, wie)
            zichtbaar = set(
                Doel.objects.filter(blik(kijker, cast.gezin).onderdeel_q(), plan=plan).values_list("pk", flat=True)
            )
            verwacht = {pk for pk, deel in gemaakt.items() if hoort_te_zien(cast, kijker, *deel)}
            assert zichtbaar == verwacht, (wie, delen, gezag, huis)

    try_examples(series, 3, rolled_back(voorbeeld), delen=DELEN, gezag=GEZAG, huis=HUIS)

"""Who must sign, by age and gezag on the day; nothing opens before all have said yes (T2)."""

from datetime import timedelta

import pytest

from berichten.selectie import inbox
from core.errors import NotAllowed, RuleError
from gezinnen.actions import GezinslidGegevens, stop_deelname, voeg_gezinslid_toe
from gezinnen.models import Deelnemer, Gezag, Relatie
from instanties.models import Leefgebied
from termijnen.actions import bewaak
from termijnen.models import Termijn
from tests.gezag import zet_gezag
from toestemming import actions
from toestemming.actions.verjaardagen import plan_verjaardag
from toestemming.kring import kring_van
from toestemming.models import Grondslag, Handtekening, Hoedanigheid, SoortGrondslag, Toestemming, Vorm
from toestemming.ondertekenaars import ondertekenaars

pytestmark = pytest.mark.django_db


def kind_van(tafel, jaren: int, dagen: int = 0) -> Deelnemer:
    """Sanne, as old as that on this day (and so many days before it)."""
    vandaag = tafel.vandaag + timedelta(days=dagen)
    tafel.cast.sanne.geboortedatum = vandaag.replace(year=vandaag.year - jaren)
    tafel.cast.sanne.save()
    return tafel.cast.sanne


def tekenen_voor(tafel, over) -> dict[str, str]:
    nodig = ondertekenaars(kring_van(tafel.cast.gezin.pk), over.pk if over else None, tafel.vandaag)
    namen = {rij.pk: rij.naam.split()[0] for rij in Deelnemer.objects.filter(gezin=tafel.cast.gezin)}
    return {namen[pk]: hoe for pk, hoe in nodig.wie.items()}


OUDERS = {"Petra": Hoedanigheid.GEZAG, "Mark": Hoedanigheid.GEZAG}
ZELF = {"Sanne": Hoedanigheid.ZELF}


@pytest.mark.eis("T2")
@pytest.mark.parametrize(
    ("jaren", "dagen", "wie"),
    [
        (11, 0, OUDERS),
        (12, 1, OUDERS),
        (12, 0, OUDERS | ZELF),
        (15, 0, OUDERS | ZELF),
        (16, 1, OUDERS | ZELF),
        (16, 0, ZELF),
        (17, 0, ZELF),
        (18, 0, ZELF),
    ],
)
def test_who_signs_by_age_on_the_day_itself(tafel, jaren, dagen, wie):
    assert tekenen_voor(tafel, kind_van(tafel, jaren, dagen)) == wie


@pytest.mark.eis("T2")
def test_an_adult_signs_for_him_or_herself(tafel):
    assert tekenen_voor(tafel, tafel.cast.moeder_in_gezin) == {"Petra": Hoedanigheid.ZELF}
    assert tekenen_voor(tafel, tafel.cast.vader_in_gezin) == {"Mark": Hoedanigheid.ZELF}


@pytest.mark.eis("T2", "G16")
def test_about_the_family_together_sign_who_live_there_and_no_parent_elsewhere(tafel):
    assert tekenen_voor(tafel, None) == {"Petra": Hoedanigheid.ZELF, "Daan": Hoedanigheid.ZELF}


@pytest.mark.eis("T2", "G16")
def test_for_a_child_without_a_holder_at_home_the_holder_elsewhere_signs_for_the_family_too(tafel):
    zet_gezag(tafel.cast.sanne, [tafel.cast.vader_in_gezin], True, nu=tafel.nu, door=tafel.cast.coordinator)
    assert tekenen_voor(tafel, None) == {
        "Petra": Hoedanigheid.ZELF, "Daan": Hoedanigheid.ZELF, "Mark": Hoedanigheid.GEZAG,
    }  # fmt: skip


@pytest.mark.eis("T2")
def test_a_stepparent_without_gezag_signs_nothing_for_the_child(tafel):
    stief = voeg_gezinslid_toe(
        tafel.cast.gezin,
        GezinslidGegevens(naam="Rob Smits", relatie=Relatie.STIEFOUDER, huishouden=tafel.cast.hoofdhuishouden),
        nu=tafel.nu,
        door=tafel.cast.coordinator,
    )
    regel = tafel.school_over_sanne()
    assert "Rob" not in tekenen_voor(tafel, tafel.cast.sanne)
    with pytest.raises(RuleError) as fout:
        tafel.zegt(stief, "ja", regel)
    assert fout.value.field == "regels"


@pytest.mark.eis("T2")
def test_unknown_gezag_nobody_signs_yet_and_it_says_what_to_find_out(tafel):
    regel = tafel.school_over_sanne()
    Gezag.objects.filter(kind=tafel.cast.sanne).delete()
    tafel.cast.sanne.gezag_bekend = False
    tafel.cast.sanne.save()
    nodig = ondertekenaars(kring_van(tafel.cast.gezin.pk), tafel.cast.sanne.pk, tafel.vandaag)
    assert nodig.wie == {}
    assert "kijk in het gezagsregister" in nodig.uitzoeken[0]
    with pytest.raises(RuleError):
        tafel.zegt(tafel.cast.moeder_in_gezin, "ja", regel)


@pytest.mark.eis("T2", "T3")
def test_it_opens_when_the_last_of_two_holders_has_signed(tafel):
    cast = tafel.cast
    doel = tafel.doel("Elke dag naar school", cast.sanne)
    regel = tafel.school_over_sanne()
    tafel.ja(regel, cast.moeder_in_gezin)
    assert (tafel.staat(regel), tafel.ziet(cast.mentor, doel)) == ("gevraagd", False)
    tafel.ja(regel, cast.vader_in_gezin)
    assert (tafel.staat(regel), tafel.ziet(cast.mentor, doel)) == ("geldig", True)
    grond = Grondslag.objects.get(voor_object=regel.pk)
    assert (grond.soort_id, grond.leefgebieden, grond.over_wie) == (
        SoortGrondslag.TOESTEMMING, [Leefgebied.ONDERWIJS], [cast.sanne.pk],
    )  # fmt: skip
    # What is about somebody else stays closed.
    assert not tafel.ziet(cast.mentor, tafel.doel("Stage", cast.broer_in_gezin))


@pytest.mark.eis("T2")
def test_a_holder_who_refuses_blocks_only_what_concerns_the_child(tafel):
    cast = tafel.cast
    over_sanne, over_moeder = tafel.vraag(
        (cast.mentor_in_gezin, Leefgebied.ONDERWIJS, cast.sanne),
        (cast.mentor_in_gezin, Leefgebied.WERK, cast.moeder_in_gezin),
    )
    tafel.zegt(cast.moeder_in_gezin, "ja", over_sanne, over_moeder)
    tafel.zegt(cast.vader_in_gezin, "nee", over_sanne)
    assert (tafel.staat(over_sanne), tafel.staat(over_moeder)) == ("geweigerd", "geldig")


@pytest.mark.eis("T1", "T2")
def test_a_no_may_become_a_yes_and_both_answers_are_kept(tafel):
    regel = tafel.school_over_sanne()
    tafel.ja(regel, tafel.cast.vader_in_gezin)
    tafel.zegt(tafel.cast.moeder_in_gezin, "nee", regel)
    tafel.ja(regel, tafel.cast.moeder_in_gezin)
    assert tafel.staat(regel) == "geldig"
    gezegd = Handtekening.objects.filter(ondertekenaar=tafel.cast.moeder_in_gezin)
    assert list(gezegd.order_by("tot").values_list("antwoord", flat=True)) == ["nee", "ja"]


@pytest.mark.eis("T3")
def test_a_no_after_a_yes_closes_at_once(tafel):
    cast = tafel.cast
    doel = tafel.doel("Elke dag naar school", cast.sanne)
    regel = tafel.school_over_sanne()
    tafel.ja(regel, cast.moeder_in_gezin, cast.vader_in_gezin)
    tafel.zegt(cast.vader_in_gezin, "nee", regel)
    assert not tafel.ziet(cast.mentor, doel)


@pytest.mark.eis("T2")
def test_who_cannot_decide_is_represented_with_a_reason(tafel):
    cast = tafel.cast
    with pytest.raises(RuleError) as fout:
        actions.leg_vertegenwoordiging_vast(
            cast.moeder_in_gezin, cast.vader_in_gezin, " ", nu=tafel.nu, door=cast.coordinator
        )
    assert fout.value.field == "reden"
    actions.leg_vertegenwoordiging_vast(
        cast.moeder_in_gezin, cast.vader_in_gezin, "de rechter wees een mentor aan", nu=tafel.nu, door=cast.coordinator
    )
    assert tekenen_voor(tafel, cast.moeder_in_gezin) == {"Mark": Hoedanigheid.VERTEGENWOORDIGER}
    [regel] = tafel.vraag((cast.mentor_in_gezin, Leefgebied.WERK, cast.moeder_in_gezin))
    with pytest.raises(RuleError):
        tafel.zegt(cast.moeder_in_gezin, "ja", regel)
    tafel.ja(regel, cast.vader_in_gezin)
    assert tafel.staat(regel) == "geldig"


@pytest.mark.eis("T2")
def test_a_youngster_of_seventeen_who_cannot_decide_has_the_holders(tafel):
    sanne = kind_van(tafel, 17)
    actions.leg_vertegenwoordiging_vast(
        sanne, None, "kan de gevolgen niet overzien", nu=tafel.nu, door=tafel.cast.coordinator
    )
    assert tekenen_voor(tafel, sanne) == OUDERS


@pytest.mark.eis("T1")
@pytest.mark.parametrize(
    ("vorm", "bewijs", "dagen", "veld"),
    [
        (Vorm.SCHRIFTELIJK, "", 0, "bewijs"),
        (Vorm.MONDELING, "", 1, "gegeven_op"),
        (Vorm.MONDELING, "", -1, "gegeven_op"),
        (Vorm.DIGITAAL, "", 0, "vorm"),
        ("duif", "", 0, "vorm"),
    ],
)
def test_how_and_when_it_was_said_must_be_right(tafel, vorm, bewijs, dagen, veld):
    regel = tafel.school_over_sanne()
    with pytest.raises(RuleError) as fout:
        actions.teken(
            tafel.cast.moeder_in_gezin, {regel.pk: "ja"}, vorm=vorm, bewijs=bewijs,
            gegeven_op=tafel.vandaag + timedelta(days=dagen), nu=tafel.nu, door=tafel.cast.coordinator,
        )  # fmt: skip
    assert fout.value.field == veld


@pytest.mark.eis("T2")
def test_nobody_signs_for_another(tafel):
    cast = tafel.cast
    regel = tafel.school_over_sanne()
    for door in (cast.vader, cast.mentor, cast.broer):
        with pytest.raises(NotAllowed):
            actions.teken(
                cast.moeder_in_gezin, {regel.pk: "ja"}, vorm=Vorm.DIGITAAL, gegeven_op=tafel.vandaag, nu=tafel.nu,
                door=door,
            )  # fmt: skip
    with pytest.raises(NotAllowed):
        actions.leg_poging_vast(
            cast.vader_in_gezin, tafel.vandaag, "gebeld", "geen gehoor", nu=tafel.nu, door=cast.mentor
        )
    gegevens = actions.Gespreksgegevens("doel", tafel.vandaag, tafel.vandaag + timedelta(days=9))
    with pytest.raises(NotAllowed):
        actions.houd_gesprek(cast.gezin, gegevens, [], nu=tafel.nu, door=cast.moeder)


@pytest.mark.eis("T2")
def test_who_leaves_the_family_no_longer_has_to_sign(tafel):
    cast = tafel.cast
    regel = tafel.school_over_sanne()
    tafel.ja(regel, cast.moeder_in_gezin)
    zet_gezag(cast.sanne, [cast.moeder_in_gezin], True, nu=tafel.nu, door=cast.coordinator)
    assert tafel.staat(regel) == "geldig"


@pytest.mark.eis("T2")
def test_another_holder_asks_for_a_signature_more_and_closes_until_then(tafel):
    cast = tafel.cast
    zet_gezag(cast.sanne, [cast.moeder_in_gezin], True, nu=tafel.nu, door=cast.coordinator)
    regel = tafel.school_over_sanne()
    tafel.ja(regel, cast.moeder_in_gezin)
    assert tafel.staat(regel) == "geldig"
    zet_gezag(cast.sanne, [cast.moeder_in_gezin, cast.vader_in_gezin], True, nu=tafel.nu, door=cast.coordinator)
    assert tafel.staat(regel) == "gevraagd"
    assert not Grondslag.objects.geldig(tafel.nu).filter(voor_object=regel.pk).exists()


@pytest.mark.eis("T3")
def test_a_receiver_who_stops_ends_the_line(tafel):
    cast = tafel.cast
    regel = tafel.school_over_sanne()
    tafel.ja(regel, cast.moeder_in_gezin, cast.vader_in_gezin)
    stop_deelname(cast.mentor_in_gezin, nu=tafel.nu, door=cast.coordinator, reden="andere klas")
    assert tafel.staat(regel) == "verlopen"


def jarig_over(tafel, jaren: int, dagen: int) -> Deelnemer:
    """Sanne becomes that old so many days from now; the clock knows."""
    sanne = kind_van(tafel, jaren, dagen)
    plan_verjaardag(sanne, nu=tafel.nu, door=tafel.cast.coordinator)
    return sanne


def tik(tafel, dagen: float) -> None:
    """The clock ticks, as many days on."""
    tafel.nu += timedelta(days=dagen)
    bewaak(tafel.nu)


@pytest.mark.eis("T2")
@pytest.mark.parametrize("jaren", [12, 16])
def test_on_the_birthday_it_closes_until_who_must_sign_did(tafel, jaren):
    cast = tafel.cast
    sanne = jarig_over(tafel, jaren, 10)
    doel = tafel.doel("Elke dag naar school", sanne)
    regel = tafel.school_over_sanne()
    ouders = [cast.moeder_in_gezin, cast.vader_in_gezin]
    # At fifteen she signs as well, so it stays open on her birthday; at eleven only the parents did.
    tafel.ja(regel, *([*ouders, sanne] if jaren == 16 else ouders))
    assert tafel.ziet(cast.mentor, doel)
    tik(tafel, 11)
    assert tafel.staat(regel) == ("geldig" if jaren == 16 else "gevraagd")
    if jaren == 12:
        assert not tafel.ziet(cast.mentor, doel)
        tafel.ja(regel, sanne)
        assert tafel.ziet(cast.mentor, doel)


@pytest.mark.eis("T2", "T3")
def test_the_ground_ends_on_the_birthday_even_when_the_clock_is_late(tafel):
    sanne = jarig_over(tafel, 12, 10)
    regel = tafel.school_over_sanne()
    tafel.ja(regel, tafel.cast.moeder_in_gezin, tafel.cast.vader_in_gezin)
    na = tafel.nu + timedelta(days=11)
    assert Grondslag.objects.geldig(tafel.nu).filter(over_wie=[sanne.pk]).exists()
    assert not Grondslag.objects.geldig(na).filter(over_wie=[sanne.pk]).exists()


@pytest.mark.eis("T2")
def test_who_signs_ahead_in_the_month_before_keeps_it_open(tafel):
    sanne = jarig_over(tafel, 12, 10)
    regel = tafel.school_over_sanne()
    tafel.ja(regel, tafel.cast.moeder_in_gezin, tafel.cast.vader_in_gezin, sanne)
    tik(tafel, 11)
    assert tafel.staat(regel) == "geldig"


@pytest.mark.eis("T2")
def test_from_eighteen_a_parent_signs_nothing_any_more(tafel):
    sanne = jarig_over(tafel, 18, 5)
    regel = tafel.school_over_sanne()
    tafel.ja(regel, sanne)
    tik(tafel, 6)
    assert tafel.staat(regel) == "geldig"
    with pytest.raises(RuleError):
        tafel.zegt(tafel.cast.moeder_in_gezin, "nee", regel)


@pytest.mark.eis("T2", "E10")
def test_those_concerned_hear_of_it_a_month_before_and_on_the_day(tafel):
    cast = tafel.cast
    jarig_over(tafel, 16, 60)

    def hoort(gebruiker, stuk) -> bool:
        return any(stuk in rij.tekst for rij in inbox(gebruiker).rijen)

    tik(tafel, 25)
    assert not hoort(cast.moeder, "wordt bijna 16")
    tik(tafel, 10)
    for wie in (cast.moeder, cast.vader, cast.coordinator):
        assert hoort(wie, "Sanne de Wit wordt bijna 16")
        assert not hoort(wie, "is nu 16")
    assert not hoort(cast.mentor, "16")
    tik(tafel, 27)
    for wie in (cast.moeder, cast.coordinator):
        assert hoort(wie, "Sanne de Wit is nu 16")


@pytest.mark.eis("T1", "T3")
def test_the_sheet_ends_on_its_day_by_the_clock(tafel):
    cast = tafel.cast
    [regel] = tafel.vraag(
        (cast.mentor_in_gezin, Leefgebied.ONDERWIJS, cast.sanne), tot=tafel.vandaag + timedelta(days=20)
    )
    tafel.ja(regel, cast.moeder_in_gezin, cast.vader_in_gezin)
    # On its last day it still holds.
    tik(tafel, 19)
    assert tafel.staat(regel) == "geldig"
    tik(tafel, 2)
    assert tafel.staat(regel) == "verlopen"
    assert not Grondslag.objects.geldig(tafel.nu).filter(voor_object=regel.pk).exists()
    assert any("toestemming is voorbij" in rij.tekst for rij in inbox(cast.coordinator).rijen)
    assert not Termijn.objects.lopend().filter(soort="toestemming_loopt_af").exists()
    assert Toestemming.objects.get(pk=regel.pk).beeindigd_op == tafel.nu


@pytest.mark.eis("T1", "T3")
def test_colleagues_see_it_too_only_when_that_was_asked(tafel):
    cast = tafel.cast
    actions.wijzig_aandeel(cast.collega_in_gezin, [], nu=tafel.nu, door=cast.coordinator)
    doel = tafel.doel("Werk voor moeder", cast.moeder_in_gezin, gebieden=[Leefgebied.WERK])
    [regel] = tafel.vraag((cast.collega_in_gezin, Leefgebied.WERK, cast.moeder_in_gezin), ook_collegas=True)
    tafel.ja(regel, cast.moeder_in_gezin)
    assert tafel.ziet(cast.collega, doel)
    assert not tafel.ziet(cast.mentor, doel)

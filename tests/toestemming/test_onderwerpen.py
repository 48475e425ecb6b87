"""What a piece of information is about, as one string (T3, X1)."""

import uuid
from types import SimpleNamespace

import pytest

from gezinsplan.models import Doel, Gezinsplan
from instanties.models import Leefgebied
from toestemming import onderwerpen

pytestmark = pytest.mark.eis("X1")

SANNE, DAAN = uuid.uuid4(), uuid.uuid4()


def deel(leefgebieden, over_wie):
    return SimpleNamespace(leefgebieden=leefgebieden, over_wie=over_wie)


@pytest.mark.eis("T3")
def test_a_part_has_every_leefgebied_about_every_person():
    over_beiden = deel([Leefgebied.ONDERWIJS, Leefgebied.OPVOEDING], [SANNE, DAAN])
    assert onderwerpen.van_onderdeel(over_beiden) == {
        f"onderwijs:{SANNE}", f"onderwijs:{DAAN}", f"opvoeding:{SANNE}", f"opvoeding:{DAAN}",
    }  # fmt: skip


@pytest.mark.eis("T3")
def test_about_nobody_in_particular_is_about_the_family_together():
    assert onderwerpen.van_onderdeel(deel([Leefgebied.WONEN], [])) == {"wonen:samen"}


@pytest.mark.eis("T3")
def test_a_part_without_leefgebied_is_unknown_not_nothing():
    assert onderwerpen.van_onderdeel(deel([], [SANNE])) == {f"onbekend:{SANNE}"}
    assert onderwerpen.van_onderdeel(deel([], [])) == {"onbekend:samen"}


@pytest.mark.eis("T3")
def test_two_parts_together_say_no_more_than_each_of_them():
    delen = [deel([Leefgebied.ONDERWIJS], [SANNE]), deel([Leefgebied.VERSLAVING], [DAAN])]
    assert onderwerpen.van_onderdelen(delen) == {f"onderwijs:{SANNE}", f"verslaving:{DAAN}"}


def test_what_is_made_can_be_read():
    assert onderwerpen.lees(onderwerpen.onderwerp(Leefgebied.ONDERWIJS, SANNE)) == ("onderwijs", SANNE)
    assert onderwerpen.lees(onderwerpen.onderwerp(Leefgebied.WONEN, None)) == ("wonen", None)
    assert onderwerpen.lees(onderwerpen.gegevens(DAAN)) == ("gegevens", DAAN)
    for onzin in ("onderwijs", "onderwijs:", ":samen", "onderwijs:Sanne"):
        with pytest.raises(ValueError):
            onderwerpen.lees(onzin)


@pytest.mark.eis("T3")
@pytest.mark.django_db
def test_the_database_keeps_the_same_topics_on_each_part(cast):
    """What the filter of zicht reads is what the log names, whatever a part is about, also after it changed."""
    plan, _nieuw = Gezinsplan.objects.get_or_create(gezin=cast.gezin)
    mensen = [cast.sanne.pk, cast.broer_in_gezin.pk]
    for gebieden in ([], [Leefgebied.WONEN], [Leefgebied.WONEN, Leefgebied.ONDERWIJS]):
        for over_wie in ([], mensen[:1], mensen):
            doel = Doel.objects.create(plan=plan, tekst="iets", leefgebieden=gebieden, over_wie=over_wie)
            assert set(Doel.objects.get(pk=doel.pk).onderwerpen) == onderwerpen.van_onderdeel(doel)
            Doel.objects.filter(pk=doel.pk).update(over_wie=[cast.vader_in_gezin.pk])
            nieuw = Doel.objects.get(pk=doel.pk)
            assert set(nieuw.onderwerpen) == onderwerpen.van_onderdeel(nieuw)

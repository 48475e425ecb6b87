"""What comes along with a row in the same question is the same as what a question of its own would give."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import Exists, JSONField, OuterRef, Q
from django.test.utils import CaptureQueriesContext

from core.mee import Meegevraagd, zet_klaar
from gezinnen.models import Deelnemer, Gezin
from instanties.models import Gebruiker, Regio
from termijnen.models import Termijn
from toestemming.kring import met_gezag
from toestemming.models import Grondslag

pytestmark = pytest.mark.django_db


def velden(rij):
    return {veld.attname: getattr(rij, veld.attname) for veld in rij._meta.concrete_fields}


def mee(vraag, **keuze):
    """What comes along with the one region."""
    with CaptureQueriesContext(connection) as vragen:
        [gevonden] = Regio.objects.annotate(lijst=Meegevraagd(vraag, **keuze))
    assert len(vragen) == 1
    return gevonden.lijst


@pytest.mark.parametrize("model", [Deelnemer, Gebruiker, Gezin, Grondslag, Regio, Termijn])
def test_every_value_is_what_its_column_holds(cast, model):
    gevraagd = model.objects.order_by("pk")
    lijst = mee(gevraagd)
    assert lijst == list(gevraagd)
    assert [velden(rij) for rij in lijst] == [velden(rij) for rij in gevraagd]
    assert not any(rij._state.adding for rij in lijst)


def test_no_column_is_read_in_a_way_of_its_own():
    """What comes along is read by `to_python`; a field that Django reads otherwise would give something else."""
    eigen = [
        f"{veld.model.__name__}.{veld.name}"
        for model in apps.get_models()
        if Path(apps.get_app_config(model._meta.app_label).path).parent == settings.BASE_DIR
        for veld in model._meta.concrete_fields
        if hasattr(veld, "from_db_value") and not isinstance(veld, JSONField | ArrayField)
    ]
    assert eigen == []


def test_in_the_order_that_was_asked_and_empty_where_there_is_nothing(cast):
    assert mee(Deelnemer.objects.order_by("-naam")) == list(Deelnemer.objects.order_by("-naam"))
    assert mee(Deelnemer.objects.none()) == []


def test_each_row_gets_its_own_with_what_was_annotated_and_what_it_points_at(cast):
    leden = met_gezag(Deelnemer.objects.filter(gezin=OuterRef("pk")))
    gezinnen = Gezin.objects.annotate(leden=Meegevraagd(leden, met=["huishouden", "instelling"]))
    gevonden = {gezin.pk: {lid.pk: lid for lid in gezin.leden} for gezin in gezinnen}
    assert set(gevonden[cast.gezin.pk]) == set(cast.gezin.deelnemers.values_list("pk", flat=True))
    assert set(gevonden[cast.ander_gezin.pk]) == set(cast.ander_gezin.deelnemers.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as vragen:
        daan = gevonden[cast.gezin.pk][cast.broer_in_gezin.pk]
        assert set(daan.houders) == set(met_gezag(Deelnemer.objects.all()).get(pk=daan.pk).houders) != set()
        assert velden(daan.huishouden) == velden(cast.hoofdhuishouden)
        assert daan.instelling is None
        assert gevonden[cast.gezin.pk][cast.mentor_in_gezin.pk].instelling == cast.school
    assert len(vragen) == 1  # the comparison's own


def test_a_filter_on_top_of_what_comes_along_still_works(cast):
    eigen = Deelnemer.objects.filter(gezin=OuterRef("pk"), gebruiker=cast.moeder)
    gevonden = Gezin.objects.filter(Exists(eigen)).annotate(mijn=Meegevraagd(eigen)).get()
    assert gevonden.mijn == [cast.moeder_in_gezin]


def test_a_list_brings_lists_of_its_own_and_what_is_further_away(cast):
    beide = Q(pk__in=[cast.broer_in_gezin.pk, cast.mentor_in_gezin.pk])
    leden = Deelnemer.objects.filter(beide, gezin=OuterRef("pk")).order_by("naam")
    gronden = Grondslag.objects.filter(gezin=OuterRef("gezin"), gebruiker=OuterRef("gebruiker")).order_by("pk")
    met = leden.annotate(gronden=Meegevraagd(gronden, met=["soort"]))
    gezinnen = Gezin.objects.filter(pk=cast.gezin.pk)
    with CaptureQueriesContext(connection) as vragen:
        gevraagd = Meegevraagd(met, met=["huishouden__gezin__gemeente", "instelling"])
        [gezin] = gezinnen.annotate(leden=gevraagd)
        broer, mentor = sorted(gezin.leden, key=lambda lid: lid.soort)
        assert velden(broer.huishouden.gezin.gemeente) == velden(cast.gezin.gemeente)
        assert mentor.huishouden is None
        assert mentor.gronden
        assert {grond.soort.code for lid in gezin.leden for grond in lid.gronden}
    assert len(vragen) == 1
    for lid in gezin.leden:
        assert lid.gronden == list(
            Grondslag.objects.filter(gezin=lid.gezin_id, gebruiker=lid.gebruiker_id).order_by("pk")
        )


def test_what_came_along_is_there_without_another_question(cast):
    gezin = Gezin.objects.get(pk=cast.gezin.pk)
    zet_klaar(gezin, "deelnemers", [cast.moeder_in_gezin])
    with CaptureQueriesContext(connection) as vragen:
        assert list(gezin.deelnemers.all()) == [cast.moeder_in_gezin]
    assert len(vragen) == 0
    # A filter on top of it is asked of the database, of this family alone.
    assert set(gezin.deelnemers.filter(soort="gezinslid")) == set(Deelnemer.objects.filter(gezin=gezin).gezinsleden())

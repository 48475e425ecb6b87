"""Saving a form never removes what it didn't show (I9): every form of ours, beginning with what can't be chosen any more.

Each is built by the names of its arguments (`situation`); a form that can't be built fails here, so that a new one says
what it needs. Every choice of it then begins with a value outside its choices: it is shown, in words, and comes back.
"""

import inspect
import uuid
from datetime import time
from types import SimpleNamespace

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

from escalatie.forms import GezinMeldForm
from gezinnen.actions import stop_deelname
from gezinnen.models import Deelnemer, Gezin
from gezinsplan.models import Afspraak, Doel
from gezinsplan.planbeeld import planbeeld
from instanties.afwezigheidsformulier import VervangingForm
from instanties.models import Gebruiker, Gemeente, Instelling, Leefgebied, Rol
from tests.cast import maak_professional
from tests.huis.test_forms import LOGIN, _of_ours
from tests.inloggen import client_van
from toestemming.models import Grondslagsoort
from toestemming.namen import namen_voor
from toestemming.zicht import blik

pytestmark = pytest.mark.django_db


def arguments(cast) -> dict:
    """What our forms are made of, by the name of the argument."""
    gezien = blik(cast.coordinator, cast.gezin)
    beeld = planbeeld(gezien)
    bekend = Instelling.objects.filter(pk__in=[cast.school.pk, cast.kliniek.pk])
    return {
        "aan_tafel": True,
        "afspraak": Afspraak(),
        "beeld": beeld,
        "beelden": (),
        "boven": Doel(),
        "deelnemer": cast.oma,
        "doel": Doel(),
        "doelen": Doel.objects.none(),
        "door": cast.beheerder,
        "gebruiker": cast.coordinator,
        "gezin": cast.gezin,
        "gezinsleden": {},
        "groepen": (),
        "instelling": cast.school,
        "instellingen": bekend,
        "ja": (),
        "klaarstaand": 1,
        "mensen": Deelnemer.objects.actief().filter(gezin=cast.gezin),
        "naam": "Riet de Wit",
        "namen": namen_voor(gezien),
        "nu": cast.nu,
        "nu_te_zien": (),
        "plan": beeld.plan,
        "rij": {"begrip": SimpleNamespace(vast=False, lidwoord="de"), "eigen": None},
        "soort": Grondslagsoort.objects.filter(met_de_hand=True).first(),
        "tot": cast.nu,
        "altijd_waarom": True,
        "nee": "Nee",
        "voor": cast.sanne,
        "vraag_hoe": False,
        "vraag_tijd": True,
        "openbaar": True,
        "wie": cast.moeder_in_gezin,
        "stond": [str(Leefgebied.ONDERWIJS)],
        "zaken": (),
    }


# The same name for something else.
OTHERWISE = {
    "SamenGelezenForm": {"mensen": {}},
    "NeeForm": {"mensen": {}, "instellingen": {}, "over": ()},
    "DoelForm": {"doel": None},
    "VoorwaardeForm": {"doel": None},
    "AfspraakForm": {"afspraak": None},
    "VervangingForm": {"wie": "coordinator"},
    "SluitForm": {"rij": "kliniek"},
    "JaForm": {"afspraak": SimpleNamespace(uitvoerders=SimpleNamespace(all=tuple))},
}


# What a choice of texts stands for: somebody who can't be chosen there.
STORED = {"VervangingForm.vervanger": "andere_moeder"}


def built(kind: type, known: dict, cast) -> forms.BaseForm:
    """The form with every argument that one of its classes asks for."""
    asked = {
        name
        for part in kind.__mro__
        if part.__module__.split(".")[0] != "django" and "__init__" in vars(part)
        for name, argument in inspect.signature(part.__init__).parameters.items()
        if argument.kind == argument.KEYWORD_ONLY and argument.default is argument.empty
    }
    missing = asked - set(known) - set(OTHERWISE.get(kind.__name__, {}))
    assert not missing, f"{kind.__qualname__}: say in arguments() what {sorted(missing)} is"
    given = {name: known[name] for name in asked & set(known)}
    for name, value in OTHERWISE.get(kind.__name__, {}).items():
        given[name] = getattr(cast, value) if isinstance(value, str) else value
    return kind(**given)


def outside(field: forms.ChoiceField) -> list:
    """Stored values that can't be chosen: a row of the same kind beyond what is offered, or what is no choice any more."""
    if isinstance(field, forms.ModelChoiceField):
        offered = field.queryset.order_by().values("pk")
        return list(field.queryset.model._default_manager.exclude(pk__in=offered).order_by("pk")[:1])
    for value in (99, uuid.uuid4(), time(3, 0)):
        try:
            return [getattr(field, "coerce", str)(str(value))]
        except (ValueError, ValidationError):
            continue
    raise AssertionError(f"{field}: of which kind are its values?")


def shown(form: forms.BaseForm, name: str) -> dict[str, str]:
    """What the field offers, as the page shows it."""
    offered = form[name].field.choices
    flat = [pair for key, label in offered for pair in (label if isinstance(label, list | tuple) else [(key, label)])]
    return {str(key): str(label) for key, label in flat}


def loses(kind: type, known: dict, cast) -> list[str]:
    """The choices of this form that don't bring back what they began with, or don't say what it is."""
    lost = []
    names = [name for name, field in built(kind, known, cast).fields.items() if isinstance(field, forms.ChoiceField)]
    for name in names:
        form = built(kind, known, cast)
        field = form.fields[name]
        many = isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)
        of_its_own = STORED.get(f"{kind.__name__}.{name}")
        for value in [getattr(cast, of_its_own).pk] if of_its_own else outside(field):
            key = str(getattr(value, "pk", value))
            form.initial[name] = [value] if many else value
            offered = shown(form, name)
            given = form[name].field.clean([key] if many else key) if key in offered else None
            back = (
                {str(getattr(each, "pk", each)) for each in (given if many else [given])} if given is not None else ()
            )
            if key not in back or not offered[key].strip():
                lost.append(f"{kind.__qualname__}.{name}")
    return lost


@pytest.mark.heavy("every form of the house in one situation")
@pytest.mark.eis("I9", "G7")
def test_every_choice_of_every_form_holds_what_is_stored(cast):
    Instelling.objects.filter(pk=cast.jeugdhulp.pk).update(actief=False)
    Gemeente.objects.create(naam="Zonderdam")
    stop_deelname(cast.vader_in_gezin, reden="verhuisd", nu=cast.nu, door=cast.coordinator)
    known = arguments(cast)
    kinds = [kind for kind in _of_ours() if kind.__module__ not in LOGIN]
    lost = [name for kind in kinds for name in loses(kind, known, cast)]
    assert lost == []


@pytest.mark.eis("I9", "T3")
def test_what_an_address_suggests_is_no_stored_value(cast):
    """Else a choice that somebody may not make was one address away."""
    mensen = Deelnemer.objects.actief().filter(gezin=cast.gezin)
    form = GezinMeldForm(doelen=Doel.objects.none(), mensen=mensen, namen=arguments(cast)["namen"])
    vreemd = Deelnemer.objects.get(gezin=cast.ander_gezin, gebruiker=cast.andere_moeder)
    form.suggest("partij", vreemd.pk)
    assert form["partij"].value() is None
    assert str(vreemd.pk) not in str(form["partij"])
    form = GezinMeldForm(doelen=Doel.objects.none(), mensen=mensen, namen=arguments(cast)["namen"])
    form.suggest("partij", cast.mentor_in_gezin.pk)
    assert form["partij"].value() == cast.mentor_in_gezin.pk


def resent(client, url: str) -> None:
    """Open the page and send its form back as it stands."""
    form = client.get(url).context["form"]
    data = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "", False)}
    answer = client.post(url, {name: getattr(value, "text", value) for name, value in data.items()})
    assert answer.status_code == 302, answer.context["form"].errors if answer.context else answer


@pytest.mark.eis("I9", "I1")
def test_a_family_keeps_its_gemeente_that_closed(cast):
    Gemeente.objects.filter(pk=cast.gemeente.pk).update(actief=False)
    url = reverse("gezinsplan:gezin_wijzigen", args=[cast.gezin.pk])
    client = client_van(cast.coordinator)
    assert "Plassendam (doet niet meer mee)" in client.get(url).content.decode()
    resent(client, url)
    assert Gezin.objects.get(pk=cast.gezin.pk).gemeente == cast.gemeente
    resent(client, reverse("gezinsplan:gezinslid_wijzigen", args=[cast.gezin.pk, cast.sanne.pk]))
    assert Deelnemer.objects.get(pk=cast.sanne.pk).gemeente == cast.gemeente


@pytest.mark.eis("I9", "I6")
def test_who_can_no_longer_stand_in_is_said_and_not_dropped(cast):
    weg = maak_professional("P. Weg", Rol.HULPVERLENER, instelling=cast.school)
    Gebruiker.objects.filter(pk=weg.pk).update(is_active=False)
    form = VervangingForm(wie=cast.coordinator, door=cast.teamleider, initial={"vervanger": str(weg.pk)})
    assert shown(form, "vervanger")[str(weg.pk)] == "P. Weg (kan niet meer vervangen)"

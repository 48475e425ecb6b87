"""What every form of ours is made of: whoever adds one, inherits what no text may hold."""

import pytest
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.urls import get_resolver

from core.forms import Form, ModelForm, NameField, PhoneField, PhoneInput
from core.rooms import ROOMS


def _all_subclasses(kind: type) -> set[type]:
    return {kind} | {below for child in kind.__subclasses__() for below in _all_subclasses(child)}


def _of_ours() -> list[type]:
    # Resolving every address imports every form.
    assert get_resolver().url_patterns
    assert apps.ready
    found = {form for form in _all_subclasses(forms.BaseForm) if form.__module__.split(".")[0] in ROOMS}
    return sorted(
        (form for form in found if form.__module__ != "core.forms"),
        key=lambda form: f"{form.__module__}.{form.__qualname__}",
    )


# Those of the login are the library's, and keep nothing that is typed in them.
LOGIN = ("instanties.inlogformulieren", "instanties.passkeys")


@pytest.mark.eis("X5")
def test_every_form_of_ours_refuses_a_burgerservicenummer():
    bare = [form for form in _of_ours() if not issubclass(form, Form | ModelForm) and form.__module__ not in LOGIN]
    assert len(_of_ours()) > 60
    assert not bare, f"make these out of core.forms.Form or ModelForm: {bare}"


@pytest.mark.eis("I9")
def test_every_name_has_something_to_read():
    # What somebody types to say who he is, is compared and never kept.
    compared = {"instanties.welkom"}
    bare = [
        f"{form.__module__}.{form.__qualname__}"
        for form in _of_ours()
        if "naam" in form.base_fields
        and form.__module__ not in compared
        and not isinstance(form.base_fields["naam"], NameField)
    ]
    assert not bare, f"their field 'naam' is no core.forms.NameField: {bare}"


@pytest.mark.eis("I5", "X5")
def test_every_phone_field_takes_only_what_rings():
    phones = [
        (form, name, field)
        for form in _of_ours()
        for name, field in form.base_fields.items()
        if name in ("telefoon", "mobiel") or isinstance(field.widget, PhoneInput)
    ]
    assert len(phones) > 8
    bare = [
        f"{form.__module__}.{form.__qualname__}: {name}"
        for form, name, field in phones
        if type(field) is not PhoneField
    ]
    assert not bare, f"these are no core.forms.PhoneField: {bare}"
    for _form, _name, field in phones:
        for wrong in ("123", "123456782", "06-1234567", "5550001", "bel maar"):
            with pytest.raises(ValidationError):
                field.clean(wrong)

"""Text that is too long is refused in words; the browser may not cut it off without a word."""

import pytest
from django import forms

from core.forms import HouseRenderer

pytestmark = pytest.mark.eis("G7")


class _Formulier(forms.Form):
    default_renderer = HouseRenderer

    naam = forms.CharField(max_length=10)
    eigen = forms.CharField(max_length=10, error_messages={"max_length": "Korter."}, required=False)


def test_too_long_is_said_and_not_cut_off():
    form = _Formulier({"naam": "a" * 5000, "eigen": "b" * 11})
    assert form.errors["naam"] == ["Dit is te lang: 5000 tekens. Er passen er 10 in. Houd het kort."]
    assert form.errors["eigen"] == ["Korter."]
    veld = str(form["naam"])
    assert "maxlength" not in veld
    assert "a" * 5000 in veld

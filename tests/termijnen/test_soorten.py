"""A kind of term without anyone who acts on it is found at the start, not when a term passes."""

import pytest
from django.core import checks
from django.db.models import OneToOneField

from gezinsplan.models import Navraag
from termijnen import soorten


def fouten():
    return [fout for fout in checks.run_checks() if fout.id == "termijnen.E001"]


@pytest.mark.eis("E9")
def test_every_kind_in_the_code_has_a_handler():
    assert fouten() == []


@pytest.mark.eis("E9")
def test_a_kind_without_a_handler_is_refused(monkeypatch):
    monkeypatch.delitem(soorten.SOORTEN.items, "navraag")
    [fout] = fouten()
    assert "'navraag'" in fout.msg
    assert isinstance(fout.obj, OneToOneField) and fout.obj.model is Navraag

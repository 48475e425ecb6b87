"""What tests of logging in need: no tries left over from an earlier test."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_old_tries():
    cache.clear()
    yield
    cache.clear()

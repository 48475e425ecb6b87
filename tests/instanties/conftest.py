"""What tests of logging in need: no tries left over from an earlier test."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def geen_oude_pogingen():
    cache.clear()
    yield
    cache.clear()

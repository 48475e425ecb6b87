"""What the tests that look at pages share."""

import pytest

from tests.bladzijden.venster import Venster


@pytest.fixture(scope="module")
def venster(browser):
    """A browser for the pages of one file."""
    venster = Venster(browser)
    yield venster
    venster.sluit()

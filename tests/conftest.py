"""What all tests share beside the root conftest: the cast and the browser."""

from tests.cast import cast  # noqa: F401 - a fixture
from tests.chromium import browser  # noqa: F401 - a fixture

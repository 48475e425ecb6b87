"""What all tests share beside the root conftest: the cast."""

from tests.cast import cast  # noqa: F401 - a fixture

"""The errors that a person may meet: each with words that say what to do."""

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise


class RuleError(Exception):
    """A rule of the domain says no. `message` is Dutch, for the person; `field` is the form field it belongs to."""

    def __init__(self, message: str | Promise, field: str | None = None) -> None:
        super().__init__(message)
        self.message = str(message)
        self.field = field


class Outdated(RuleError):
    """Someone else changed the same row in between. Carries both texts, so that nothing is lost (G7).

    `version`: of the row as it is now; a form that shows both texts starts from it.
    """

    def __init__(self, message: str, *, own: dict[str, str], present: dict[str, str], version: int) -> None:
        super().__init__(message)
        self.version = version
        self.own = own
        self.present = present


class NotAllowed(PermissionDenied):
    """The object may be seen, but not this act. Becomes a 403 page without details."""

"""The errors that a person may meet: each with words that say what to do."""

from django.core.exceptions import PermissionDenied


class Regelfout(Exception):
    """A rule of the domain says no. `melding` is Dutch, for the person; `veld` is the form field it belongs to."""

    def __init__(self, melding: str, veld: str | None = None) -> None:
        super().__init__(melding)
        self.melding = str(melding)
        self.veld = veld


class Verouderd(Regelfout):
    """Someone else changed the same row in between. Carries both texts, so that nothing is lost (G7).

    `versie`: of the row as it is now; a form that shows both texts starts from it.
    """

    def __init__(self, melding: str, *, eigen: dict[str, str], huidig: dict[str, str], versie: int) -> None:
        super().__init__(melding)
        self.versie = versie
        self.eigen = eigen
        self.huidig = huidig


class NietToegestaan(PermissionDenied):
    """The object may be seen, but not this act. Becomes a 403 page without details."""

"""What a good password is: the checks of Django, in words that say what to do (X2)."""

import unicodedata
from typing import Any

from django.contrib.auth import password_validation as van_django
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class LijktNietOpUzelf(van_django.UserAttributeSimilarityValidator):
    """Not one's own name or address."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("inlognaam", "naam", "email"))

    def get_error_message(self) -> str:
        """What to do about it."""
        return _("Dit lijkt te veel op uw naam of adres. Kies iets anders.")


class LangGenoeg(van_django.MinimumLengthValidator):
    """Length is what makes a password strong."""

    def get_error_message(self) -> str:
        """What to do about it."""
        return _("Dit is te kort. Gebruik minstens %(aantal)d tekens.") % {"aantal": self.min_length}


class NietVaakGebruikt(van_django.CommonPasswordValidator):
    """Not what everybody tries first, nor that with a little behind it. The list is local: nothing is asked outside."""

    KORTST, EIGEN = 6, 5

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError for one of the list, or one of the list and fewer than five characters more."""
        super().validate(password, user)
        klein = password.casefold().strip()
        for lengte in range(len(klein) - 1, self.KORTST - 1, -1):
            if len(klein) - lengte < self.EIGEN and klein[:lengte] in self.passwords:
                raise ValidationError(self.get_error_message(), code="password_too_common")

    def get_error_message(self) -> str:
        """What to do about it."""
        return _("Dit wachtwoord gebruiken te veel mensen. Kies iets anders.")


# What somebody at work here sees all day, and so what another would try first (docs/veiligheid.md).
WOORDEN_VAN_HIER = (
    "eengezineenplan", "gezinsplan", "gezin", "plan", "zorgcoordinator", "coordinator", "hulpverlener", "wijkteam",
    "jeugdhulp", "jeugdzorg", "maatschappelijkwerk", "gemeente", "regio", "doorzetting", "stagnatie", "afspraak",
    "welkom", "wachtwoord", "inloggen", "admin", "beheerder",
)  # fmt: skip
EIGEN_LETTERS = 6


class GeenWoordenVanHier:
    """Not made of our own words with a year behind them: without those something of one's own must be left."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError when hardly a letter is left."""
        kaal = "".join(teken for teken in _plat(password) if teken.isalpha())
        rest = kaal
        for woord in sorted(WOORDEN_VAN_HIER, key=len, reverse=True):
            rest = rest.replace(woord, "")
        if rest != kaal and len(rest) < EIGEN_LETTERS:
            raise ValidationError(
                _("Dit bestaat uit woorden van dit systeem. Zet er iets van uzelf bij."), code="woorden_van_hier"
            )

    def get_help_text(self) -> str:
        """Said by the field itself."""
        return ""


def _plat(tekst: str) -> str:
    return unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().casefold()

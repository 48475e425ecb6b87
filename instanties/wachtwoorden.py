"""What a good password is: the checks of Django, in words that say what to do (X2)."""

from django.contrib.auth import password_validation as van_django
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
    """Not what everybody tries first."""

    def get_error_message(self) -> str:
        """What to do about it."""
        return _("Dit wachtwoord gebruiken te veel mensen. Kies iets anders.")

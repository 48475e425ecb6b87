"""Who holds a family from now on: there is always one, and never two (Z3, Z13, S10)."""

from datetime import datetime

from gezinnen.models import Coordinatorschap, Gezin, Hoeder, Hoedervorm
from instanties.models import Gebruiker, Instelling


def houdt_coordinator(schap: Coordinatorschap) -> Hoeder:
    """Whoever coordinates this family, holds it from then on; the one before no longer does."""
    return _houdt(Hoeder(gezin_id=schap.gezin_id, vorm=Hoedervorm.COORDINATOR, coordinatorschap=schap, van=schap.van))


def houdt_signaal(gezin: Gezin, gebruiker: Gebruiker, instelling: Instelling, *, nu: datetime) -> Hoeder:
    """This professional holds the family until somebody coordinates it. It gives no right to read anything of it (S10)."""
    return _houdt(
        Hoeder(gezin=gezin, vorm=Hoedervorm.SIGNAALHOUDER, gebruiker=gebruiker, instelling=instelling, van=nu)
    )


def _houdt(nieuw: Hoeder) -> Hoeder:
    Hoeder.objects.huidig().filter(gezin=nieuw.gezin_id).update(tot=nieuw.van)
    nieuw.save(force_insert=True)
    return nieuw

"""The family in which somebody is protected: a flag with its second person, and a way that another made into an account."""

from datetime import datetime

from gezinnen.actions import wijzig_contact
from gezinnen.models import Relatie
from instanties.models import Leefgebied
from oefenomgeving.bezetting import Bezetting
from oefenomgeving.verhaal import Verhaal
from toestemming.actions import zet_vlag


def smeets(bezetting: Bezetting, begin: datetime) -> Verhaal:
    """Somebody is protected, and a second person looks at it; the coordinator changed where mother's mail goes."""
    v = Verhaal(bezetting, begin, "Smeets", "vanrijn", "vlieger")

    def begin_plan(nu: datetime) -> None:
        v.maak(nu)
        v.lid("ouder", "Linda Smeets", Relatie.MOEDER, nu, account=True)
        v.lid("vader", "Koen Smeets", Relatie.VADER, nu, account=True, huishouden=None)
        v.lid("kind", "Roos Smeets", Relatie.KIND, nu, jaren=8)
        v.gezag(["ouder", "vader"], ["kind"], nu)
        v.professional("yilmaz", "brug", "maatschappelijk werker", nu)
        v.doel("doel", "Roos voelt zich veilig thuis", nu, over=["kind"], gebieden=[Leefgebied.OPVOEDING])

    def ander_adres(nu: datetime) -> None:
        wijzig_contact(v.mensen["ouder"], email="linda@voorbeeld.example", telefoon="06-00000171", nu=nu, door=v.wie)

    def bescherm(nu: datetime) -> None:
        # Not by the coordinator, so that she is the second person.
        zet_vlag(
            v.mensen["vader"], [v.mensen["ouder"].pk], "Zij is bang dat hij leest waar zij is.", v.dag(90), nu=nu,
            door=bezetting.mensen["yilmaz"],
        )  # fmt: skip

    v.op(36, begin_plan)
    v.op(38, ander_adres)
    v.op(39, bescherm)
    return v

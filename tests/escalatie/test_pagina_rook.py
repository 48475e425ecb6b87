import pytest
from django.urls import reverse

from tests.escalatie.pagina import Bezoek


@pytest.mark.parametrize(
    "wie", ["coordinator", "manager", "manager_school", "mentor", "moeder", "broer", "vader", "ambtenaar", "collega"]
)
@pytest.mark.parametrize("stap", [1, 2, 3])
def test_rook(vast, wie, stap):
    {1: vast.loopt_vast, 2: vast.naar_stap_2, 3: vast.naar_stap_3}[stap]()
    b = Bezoek(vast, getattr(vast.cast, wie))
    a = b.lees()
    print(wie, stap, a.status_code)
    if a.status_code == 200:
        from tests.escalatie.pagina import tekst

        print(tekst(a)[:3000])
    assert b.ga(reverse("escalatie:stagnaties")).status_code == 200
    print(b.ga(reverse("escalatie:melden", args=[vast.cast.gezin.pk])).status_code)

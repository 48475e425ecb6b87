"""The addresses of the installation itself."""

from tests.routes.rijen import Rij

RIJEN = {
    # Without a contact it isn't there, for anybody.
    "security_txt": Rij(get={"buitenstaander": 404}, anoniem=404),
}

"""The private servers come up wherever the checkout lies, are shared, and are gone when the last one leaves."""

import psycopg
import pytest
from kombu import Connection

from start import servers


@pytest.mark.parametrize("folder", ["een map met spaties, komma's en é", "lang" * 30], ids=["tekens", "lang pad"])
def test_servers_start_wherever_the_checkout_lies(tmp_path, folder):
    place = tmp_path / folder
    with servers.in_use(place, lasting=False) as addresses:
        with servers.in_use(place, lasting=False) as same:
            assert same == addresses
        with psycopg.connect(addresses["database"]) as app:
            assert app.execute("SELECT current_user").fetchone() == ("app",)
        with psycopg.connect(addresses["eigenaar"]) as owner:
            assert owner.execute("SHOW listen_addresses").fetchone() == ("",)
        with Connection(addresses["redis"]) as broker:
            broker.ensure_connection(max_retries=1)
        sockets = servers.socket_folder(place)
        assert len(str(sockets)) < servers.LONGEST_SOCKET_PATH
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(addresses["database"])
    if folder.startswith("lang"):
        assert not sockets.exists()


def test_data_that_lasts_is_there_again_and_starting_afresh_throws_it_away(tmp_path):
    with servers.in_use(tmp_path, lasting=True) as addresses, psycopg.connect(addresses["eigenaar"]) as owner:
        owner.execute("CREATE TABLE blijft (tekst text)")
    with servers.in_use(tmp_path, lasting=True), psycopg.connect(addresses["database"]) as app:
        assert app.execute("SELECT count(*) FROM blijft").fetchone() == (0,)
    with (
        servers.in_use(tmp_path, lasting=True, afresh=True),
        psycopg.connect(addresses["database"]) as app,
        pytest.raises(psycopg.errors.UndefinedTable),
    ):
        app.execute("SELECT count(*) FROM blijft")

"""The disk of the database is full while a plan is put on paper: it is said, nothing else stops, and trying again works (G9).

PDFs lie in the database, so that is where a full disk hits. The file in which they are kept may not grow any more: the
limit on the size of files (RLIMIT_FSIZE) goes for the whole server. Smaller files can still be written.
"""

import contextlib
import resource
import time

import pytest
from django.db import connections
from django.urls import reverse

from gezinsplan.models import PdfOpdracht
from tests.faults.machine import Machine, wait_until
from tests.form import long_only
from tests.inloggen import client_van

pytestmark = [pytest.mark.eis("G9"), long_only("what a full disk says of itself is asked in a real process here only")]

MEGABYTE = 1_000_000


def herstart(server, hoogstens):
    """Start PostgreSQL anew, so that no process of it can write a file beyond this size."""
    server.postgres.stop()
    _zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hoogstens, hard))
    try:
        server.postgres.start()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


@contextlib.contextmanager
def geen_ruimte_boven(server, grens):
    """As long as the block lasts, files of the database that are larger can't grow."""
    herstart(server, grens)
    try:
        yield
    finally:
        connections.close_all()
        herstart(server, resource.getrlimit(resource.RLIMIT_FSIZE)[1])


def test_the_disk_is_full_when_the_plan_must_go_on_paper(server, noteer):
    vraag = reverse("gezinsplan:papier_vragen", args=[server.cast.gezin.pk])
    with Machine(server) as machine:
        noteer(machine, "schijf vol voor de PDF (voor)", machine.tot_stil())
        # So much paper that its file is larger than any other, WAL included.
        machine.sql(
            "INSERT INTO gezinsplan_pdfopdracht (id, plan_id, lezer_id, voor_gezin, staat, gevraagd_op, verloopt_op,"
            " pogingen, zicht_kenmerk, inhoud) SELECT gen_random_uuid(), p.id, %s, true, 'klaar', now(),"
            " now() + interval '9 days', 1, '', (SELECT decode(string_agg(md5(i || '-' || random()), ''), 'hex')"
            " FROM generate_series(1, 65000) i) FROM (SELECT id FROM gezinsplan_gezinsplan LIMIT 1) p,"
            " generate_series(1, 24)",
            [server.cast.coordinator.pk],
        )
        machine.sql("VACUUM gezinsplan_pdfopdracht")
        grens = machine.een(
            "SELECT pg_relation_size(reltoastrelid) FROM pg_class WHERE relname = 'gezinsplan_pdfopdracht'"
        )
        assert grens > 20 * MEGABYTE
        with server.as_django(machine.database), geen_ruimte_boven(server, grens):
            wie = client_van(server.cast.coordinator)
            antwoord = wie.post(vraag, follow=True)
            assert "Het plan wordt gemaakt" in antwoord.content.decode()
            opdracht = PdfOpdracht.objects.exclude(staat="klaar").get()
            bladzijde = antwoord.redirect_chain[-1][0]

            def opgegeven() -> bool:
                # Slower than the worker looks, or the request expires before it was tried.
                time.sleep(4)
                machine.verzet_klok(1)
                opdracht.refresh_from_db()
                return opdracht.staat == "mislukt"

            wait_until(opgegeven, "na een paar keer is het opgegeven")
            assert machine.leeft("worker0")
            gezegd = wie.get(bladzijde).content.decode()
            assert "Het lukte niet" in gezegd and "Maak het nog een keer" in gezegd
            tik = machine.een("SELECT laatste_op FROM termijnen_kloktik")
            wait_until(lambda: machine.een("SELECT laatste_op FROM termijnen_kloktik") > tik, "de klok loopt door")
        with server.as_django(machine.database):
            # There is room again; the same button.
            antwoord = wie.post(vraag, follow=True)
            bladzijde = antwoord.redirect_chain[-1][0]
            wait_until(lambda: "Het plan staat klaar" in wie.get(bladzijde).content.decode(), "het plan op papier")
        noteer(machine, "schijf vol voor de PDF (na)", machine.tot_stil())

"""Who held each family stands in its coordinatorschappen. A family without a coordinator now is held by who was the last; one
that never had any, by the professional with an account who takes part in it (S10). For whoever is left the daily
self-check asks the beheerder."""

from django.db import migrations

VUL = """
INSERT INTO gezinnen_hoeder (id, gezin_id, vorm, coordinatorschap_id, van, tot)
SELECT gen_random_uuid(), gezin_id, 'coordinator', id, van, tot FROM gezinnen_coordinatorschap;

INSERT INTO gezinnen_hoeder (id, gezin_id, vorm, gebruiker_id, instelling_id, van)
SELECT DISTINCT ON (s.gezin_id) gen_random_uuid(), s.gezin_id, 'signaalhouder', s.gebruiker_id, s.instelling_id, s.tot
  FROM gezinnen_coordinatorschap s
 WHERE NOT EXISTS (SELECT FROM gezinnen_coordinatorschap n WHERE n.gezin_id = s.gezin_id AND n.tot IS NULL)
 ORDER BY s.gezin_id, s.tot DESC, s.id;

INSERT INTO gezinnen_hoeder (id, gezin_id, vorm, gebruiker_id, instelling_id, van)
SELECT DISTINCT ON (d.gezin_id) gen_random_uuid(), d.gezin_id, 'signaalhouder', d.gebruiker_id, d.instelling_id, g.gemaakt_op
  FROM gezinnen_deelnemer d JOIN gezinnen_gezin g ON g.id = d.gezin_id
 WHERE d.soort = 'professional' AND d.gebruiker_id IS NOT NULL AND d.gestopt_op IS NULL
   AND NOT EXISTS (SELECT FROM gezinnen_coordinatorschap s WHERE s.gezin_id = d.gezin_id)
 ORDER BY d.gezin_id, d.id;
"""


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0011_hoeder")]

    operations = [migrations.RunSQL(VUL, migrations.RunSQL.noop)]

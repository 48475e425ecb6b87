from django.db import migrations

# What stood there follows, where nobody ever set it apart: it is about the same as what is above it, nothing was said of it, or
# at each moment at which that was written, it was about the same as what was above it then. The rest was set apart.
_NOOIT_GEZEGD = """
    ({deel}.leefgebieden, {deel}.over_wie) = ({boven}.leefgebieden, {boven}.over_wie)
    OR {deel}.leefgebieden = '{{}}' AND {deel}.over_wie IN ('{{}}', {boven}.over_wie)
"""
_APART = """
UPDATE {tabel} AS deel SET apart = true FROM gezinsplan_doel AS boven
WHERE boven.id = deel.{veld} AND NOT ({nu}) AND (
    NOT EXISTS (SELECT FROM {geschiedenis} WHERE pgh_obj_id = deel.id)
    OR EXISTS (
        SELECT FROM (
            SELECT *, lag(leefgebieden) OVER volgorde AS eerst_gebieden, lag(over_wie) OVER volgorde AS eerst_wie
            FROM {geschiedenis} WHERE pgh_obj_id = deel.id WINDOW volgorde AS (ORDER BY pgh_id)
        ) AS was
        LEFT JOIN LATERAL (
            SELECT leefgebieden, over_wie FROM gezinsplan_doelevent
            WHERE pgh_obj_id = was.{veld} AND pgh_created_at <= was.pgh_created_at
            ORDER BY pgh_id DESC LIMIT 1
        ) AS toen ON true
        WHERE (eerst_gebieden, eerst_wie) IS DISTINCT FROM (was.leefgebieden, was.over_wie) AND ({toen}) IS NOT TRUE
    )
)
"""
_VOLGT = """
WITH veranderd AS (
    UPDATE {tabel} AS deel SET leefgebieden = boven.leefgebieden, over_wie = boven.over_wie FROM gezinsplan_doel AS boven
    WHERE boven.id = deel.{veld} AND NOT deel.apart
        AND (deel.leefgebieden, deel.over_wie) IS DISTINCT FROM (boven.leefgebieden, boven.over_wie)
    RETURNING deel.id
)
UPDATE toestemming_deelkeuze SET tot = now() WHERE tot IS NULL AND onderdeel IN (SELECT id FROM veranderd)
"""
# Conditions before the afspraken under them; what was shown by choice is chosen anew where it is about something else.
_DELEN = [("gezinsplan_doel", "gezinsplan_doelevent", "hoofddoel_id"), ("gezinsplan_afspraak", "gezinsplan_afspraakevent", "doel_id")]
VUL = [
    zin.format(
        tabel=tabel,
        geschiedenis=geschiedenis,
        veld=veld,
        nu=_NOOIT_GEZEGD.format(deel="deel", boven="boven"),
        toen=_NOOIT_GEZEGD.format(deel="was", boven="toen"),
    )
    for tabel, geschiedenis, veld in _DELEN
    for zin in (_APART, _VOLGT)
]


class Migration(migrations.Migration):
    dependencies = [
        ("gezinsplan", "0012_gaat_over_iets_anders"),
        ("toestemming", "0003_toestemming_en_bescherming"),
    ]

    operations = [
        migrations.RunSQL(VUL, migrations.RunSQL.noop),
    ]

from django.db import migrations

# As toestemming/onderwerpen.py: leefgebieden × people; of nobody: the family together; no leefgebieden: unknown.
MAAK = """
CREATE FUNCTION toestemming_onderwerpen(leefgebieden text[], over_wie uuid[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT array_agg(gebied || ':' || wie)
    FROM unnest(CASE WHEN cardinality(leefgebieden) = 0 THEN ARRAY['onbekend'] ELSE leefgebieden END) gebied,
        unnest(CASE WHEN cardinality(over_wie) = 0 THEN ARRAY['samen'] ELSE over_wie::text[] END) wie
)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("toestemming", "0006_gronden_in_de_woorden_van_de_regio"),
    ]

    operations = [
        migrations.RunSQL(MAAK, "DROP FUNCTION toestemming_onderwerpen(text[], uuid[])"),
    ]

"""Invariant of the ladder, held at commit by the database: an open stagnatie has exactly one open stap, whose keeper is the
keeper of exactly one running step term; a closed stagnatie has no open stap and no running step term (E9)."""

from django.db import migrations

CONTROLE = """
CREATE FUNCTION escalatie_controleer(deze uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    is_open boolean;
    open_stappen integer;
    lopend integer;
    lopend_van_houder integer;
BEGIN
    SELECT staat = 'open' INTO is_open FROM escalatie_stagnatie WHERE id = deze;
    IF is_open IS NULL THEN
        RETURN;
    END IF;
    SELECT count(DISTINCT s.id),
           count(t.id) FILTER (WHERE t.staat = 'loopt'),
           count(t.id) FILTER (WHERE t.staat = 'loopt' AND s.staat = 'open' AND t.houder_id = s.houder_id)
      INTO open_stappen, lopend, lopend_van_houder
      FROM escalatie_stap s
      LEFT JOIN termijnen_termijn t ON t.id IN (s.vastleggen_id, s.resultaat_id)
     WHERE s.stagnatie_id = deze AND (s.staat = 'open' OR t.staat = 'loopt');
    IF is_open AND (open_stappen <> 1 OR lopend <> 1 OR lopend_van_houder <> 1) THEN
        RAISE EXCEPTION 'open stagnatie % heeft % open stappen en % lopende staptermijnen (% van de houder)',
            deze, open_stappen, lopend, lopend_van_houder USING ERRCODE = 'check_violation';
    END IF;
    IF NOT is_open AND (open_stappen <> 0 OR lopend <> 0) THEN
        RAISE EXCEPTION 'gesloten stagnatie % heeft nog % stappen en % lopende staptermijnen',
            deze, open_stappen, lopend USING ERRCODE = 'check_violation';
    END IF;
END $$;

CREATE FUNCTION escalatie_na_stagnatie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM escalatie_controleer(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION escalatie_na_stap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM escalatie_controleer(OLD.stagnatie_id);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM escalatie_controleer(NEW.stagnatie_id);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION escalatie_na_termijn() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    geraakt uuid;
BEGIN
    FOR geraakt IN
        SELECT stagnatie_id FROM escalatie_stap WHERE vastleggen_id = OLD.id
        UNION
        SELECT stagnatie_id FROM escalatie_stap WHERE resultaat_id = OLD.id
    LOOP
        PERFORM escalatie_controleer(geraakt);
    END LOOP;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER ladder_waterdicht AFTER INSERT OR UPDATE ON escalatie_stagnatie
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION escalatie_na_stagnatie();
CREATE CONSTRAINT TRIGGER ladder_waterdicht AFTER INSERT OR UPDATE OR DELETE ON escalatie_stap
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION escalatie_na_stap();
-- Only step terms cost a look: other kinds never reach the function.
CREATE CONSTRAINT TRIGGER ladder_waterdicht AFTER UPDATE OF staat, houder_id ON termijnen_termijn
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.soort IN ('stap_vastleggen', 'stap_resultaat'))
    EXECUTE FUNCTION escalatie_na_termijn();
"""

TERUG = """
DROP TRIGGER ladder_waterdicht ON termijnen_termijn;
DROP TRIGGER ladder_waterdicht ON escalatie_stap;
DROP TRIGGER ladder_waterdicht ON escalatie_stagnatie;
DROP FUNCTION escalatie_na_termijn();
DROP FUNCTION escalatie_na_stap();
DROP FUNCTION escalatie_na_stagnatie();
DROP FUNCTION escalatie_controleer(uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("escalatie", "0003_initial"), ("termijnen", "0001_initial")]

    operations = [migrations.RunSQL(CONTROLE, TERUG)]

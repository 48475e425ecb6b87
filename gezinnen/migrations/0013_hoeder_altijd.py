"""Held at the commit by the database: a family always has one who holds it, and where somebody coordinates it, that is the
coordinator (Z3, Z13). At most one is held by an index."""

from django.db import migrations

CONTROLE = """
CREATE FUNCTION gezinnen_controleer_hoeder(deze uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    hoeders integer;
    van_hoeder uuid;
    coordineert uuid;
BEGIN
    IF NOT EXISTS (SELECT FROM gezinnen_gezin WHERE id = deze) THEN
        RETURN;
    END IF;
    SELECT count(*), max(coordinatorschap_id::text)::uuid INTO hoeders, van_hoeder
      FROM gezinnen_hoeder WHERE gezin_id = deze AND tot IS NULL;
    SELECT id INTO coordineert FROM gezinnen_coordinatorschap WHERE gezin_id = deze AND tot IS NULL;
    IF hoeders <> 1 OR van_hoeder IS DISTINCT FROM coordineert THEN
        RAISE EXCEPTION 'gezin % heeft % hoeders; coordinatorschap % tegen %', deze, hoeders, van_hoeder, coordineert
            USING ERRCODE = 'check_violation';
    END IF;
END $$;

CREATE FUNCTION gezinnen_na_gezin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM gezinnen_controleer_hoeder(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION gezinnen_na_houden() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM gezinnen_controleer_hoeder(OLD.gezin_id);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM gezinnen_controleer_hoeder(NEW.gezin_id);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER altijd_een_hoeder AFTER INSERT ON gezinnen_gezin
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION gezinnen_na_gezin();
CREATE CONSTRAINT TRIGGER altijd_een_hoeder AFTER INSERT OR UPDATE OR DELETE ON gezinnen_hoeder
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION gezinnen_na_houden();
-- Another instelling or a reason written anew changes nothing of it.
CREATE CONSTRAINT TRIGGER altijd_een_hoeder AFTER INSERT OR DELETE OR UPDATE OF gezin_id, tot ON gezinnen_coordinatorschap
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION gezinnen_na_houden();
"""

TERUG = """
DROP TRIGGER altijd_een_hoeder ON gezinnen_coordinatorschap;
DROP TRIGGER altijd_een_hoeder ON gezinnen_hoeder;
DROP TRIGGER altijd_een_hoeder ON gezinnen_gezin;
DROP FUNCTION gezinnen_na_houden();
DROP FUNCTION gezinnen_na_gezin();
DROP FUNCTION gezinnen_controleer_hoeder(uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0012_hoeder_vullen")]

    operations = [migrations.RunSQL(CONTROLE, TERUG)]

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('gezinsplan', '0013_wat_er_stond_volgt'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='afspraak',
            trigger=pgtrigger.compiler.Trigger(name='begint_als_boven', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE boven RECORD;', func='\n        IF NOT NEW.apart AND NEW.doel_id IS NOT NULL THEN\n            SELECT leefgebieden, over_wie INTO boven FROM gezinsplan_doel WHERE id = NEW.doel_id FOR SHARE;\n            IF FOUND THEN\n                NEW.leefgebieden := boven.leefgebieden;\n                NEW.over_wie := boven.over_wie;\n            END IF;\n        END IF;\n        RETURN NEW;\n    ', hash='73592480dbe0a6a888c7c9bc01c41ceb2f8d7c88', operation='INSERT', pgid='pgtrigger_begint_als_boven_8d5a8', table='gezinsplan_afspraak', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='afspraak',
            trigger=pgtrigger.compiler.Trigger(name='volgt_boven', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."apart" IS DISTINCT FROM (NEW."apart") OR OLD."doel_id" IS DISTINCT FROM (NEW."doel_id") OR OLD."leefgebieden" IS DISTINCT FROM (NEW."leefgebieden") OR OLD."over_wie" IS DISTINCT FROM (NEW."over_wie"))', declare='DECLARE boven RECORD;', func='\n        IF NOT NEW.apart AND NEW.doel_id IS NOT NULL THEN\n            SELECT leefgebieden, over_wie INTO boven FROM gezinsplan_doel WHERE id = NEW.doel_id FOR SHARE;\n            IF FOUND THEN\n                NEW.leefgebieden := boven.leefgebieden;\n                NEW.over_wie := boven.over_wie;\n            END IF;\n        END IF;\n        RETURN NEW;\n    ', hash='e56be21d6cea1eb37d8f79233adcb62317ba068e', operation='UPDATE', pgid='pgtrigger_volgt_boven_d0149', table='gezinsplan_afspraak', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='doel',
            trigger=pgtrigger.compiler.Trigger(name='begint_als_boven', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE boven RECORD;', func='\n        IF NOT NEW.apart AND NEW.hoofddoel_id IS NOT NULL THEN\n            SELECT leefgebieden, over_wie INTO boven FROM gezinsplan_doel WHERE id = NEW.hoofddoel_id FOR SHARE;\n            IF FOUND THEN\n                NEW.leefgebieden := boven.leefgebieden;\n                NEW.over_wie := boven.over_wie;\n            END IF;\n        END IF;\n        RETURN NEW;\n    ', hash='9b6916762c51a18495deb7d19ab7fc590b848bd6', operation='INSERT', pgid='pgtrigger_begint_als_boven_f9eb9', table='gezinsplan_doel', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='doel',
            trigger=pgtrigger.compiler.Trigger(name='volgt_boven', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."apart" IS DISTINCT FROM (NEW."apart") OR OLD."hoofddoel_id" IS DISTINCT FROM (NEW."hoofddoel_id") OR OLD."leefgebieden" IS DISTINCT FROM (NEW."leefgebieden") OR OLD."over_wie" IS DISTINCT FROM (NEW."over_wie"))', declare='DECLARE boven RECORD;', func='\n        IF NOT NEW.apart AND NEW.hoofddoel_id IS NOT NULL THEN\n            SELECT leefgebieden, over_wie INTO boven FROM gezinsplan_doel WHERE id = NEW.hoofddoel_id FOR SHARE;\n            IF FOUND THEN\n                NEW.leefgebieden := boven.leefgebieden;\n                NEW.over_wie := boven.over_wie;\n            END IF;\n        END IF;\n        RETURN NEW;\n    ', hash='705213bbba8d80f06cd1cd9b3cb60ed068279bef', operation='UPDATE', pgid='pgtrigger_volgt_boven_d62ea', table='gezinsplan_doel', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='doel',
            trigger=pgtrigger.compiler.Trigger(name='neemt_onder_mee', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."leefgebieden" IS DISTINCT FROM (NEW."leefgebieden") OR OLD."over_wie" IS DISTINCT FROM (NEW."over_wie"))', func='UPDATE gezinsplan_doel SET leefgebieden = NEW.leefgebieden, over_wie = NEW.over_wie WHERE hoofddoel_id = NEW.id AND NOT apart;UPDATE gezinsplan_afspraak SET leefgebieden = NEW.leefgebieden, over_wie = NEW.over_wie WHERE doel_id = NEW.id AND NOT apart; RETURN NULL;', hash='079ae0a4db26b3570be3909ca7aa038e2d4d5964', operation='UPDATE', pgid='pgtrigger_neemt_onder_mee_7348d', table='gezinsplan_doel', when='AFTER')),
        ),
    ]

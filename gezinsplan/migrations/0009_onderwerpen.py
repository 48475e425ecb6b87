import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('gezinsplan', '0008_namens'),
        ('toestemming', '0007_onderwerpen_van_een_deel'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='afspraak',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='doel',
            name='update_update',
        ),
        migrations.AddField(
            model_name='afspraak',
            name='onderwerpen',
            field=models.GeneratedField(db_persist=True, expression=models.Func(models.F('leefgebieden'), models.F('over_wie'), function='toestemming_onderwerpen'), output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
        ),
        migrations.AddField(
            model_name='afstemmingzondergezin',
            name='onderwerpen',
            field=models.GeneratedField(db_persist=True, expression=models.Func(models.F('leefgebieden'), models.F('over_wie'), function='toestemming_onderwerpen'), output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
        ),
        migrations.AddField(
            model_name='doel',
            name='onderwerpen',
            field=models.GeneratedField(db_persist=True, expression=models.Func(models.F('leefgebieden'), models.F('over_wie'), function='toestemming_onderwerpen'), output_field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='afspraak',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "gezinsplan_afspraakevent" ("doel_id", "duur_aantal", "duur_eenheid", "eind_op", "gebeurd_op", "herhaling", "hoe_gehoord", "id", "is_veiligheidsafspraak", "leefgebieden", "over_wie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "staat", "start_op", "termijn_id", "vastgelegd_door_deelnemer_id", "vastgelegd_door_id", "vastgelegd_namens_id", "vastgelegd_op", "versie", "verzet_aantal", "volgorde", "wat") SELECT new_values."doel_id", new_values."duur_aantal", new_values."duur_eenheid", new_values."eind_op", new_values."gebeurd_op", new_values."herhaling", new_values."hoe_gehoord", new_values."id", new_values."is_veiligheidsafspraak", new_values."leefgebieden", new_values."over_wie", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."staat", new_values."start_op", new_values."termijn_id", new_values."vastgelegd_door_deelnemer_id", new_values."vastgelegd_door_id", new_values."vastgelegd_namens_id", new_values."vastgelegd_op", new_values."versie", new_values."verzet_aantal", new_values."volgorde", new_values."wat" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."doel_id" IS DISTINCT FROM (new_values."doel_id") OR old_values."duur_aantal" IS DISTINCT FROM (new_values."duur_aantal") OR old_values."duur_eenheid" IS DISTINCT FROM (new_values."duur_eenheid") OR old_values."eind_op" IS DISTINCT FROM (new_values."eind_op") OR old_values."gebeurd_op" IS DISTINCT FROM (new_values."gebeurd_op") OR old_values."herhaling" IS DISTINCT FROM (new_values."herhaling") OR old_values."hoe_gehoord" IS DISTINCT FROM (new_values."hoe_gehoord") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_veiligheidsafspraak" IS DISTINCT FROM (new_values."is_veiligheidsafspraak") OR old_values."leefgebieden" IS DISTINCT FROM (new_values."leefgebieden") OR old_values."over_wie" IS DISTINCT FROM (new_values."over_wie") OR old_values."staat" IS DISTINCT FROM (new_values."staat") OR old_values."start_op" IS DISTINCT FROM (new_values."start_op") OR old_values."termijn_id" IS DISTINCT FROM (new_values."termijn_id") OR old_values."vastgelegd_door_id" IS DISTINCT FROM (new_values."vastgelegd_door_id") OR old_values."vastgelegd_door_deelnemer_id" IS DISTINCT FROM (new_values."vastgelegd_door_deelnemer_id") OR old_values."vastgelegd_namens_id" IS DISTINCT FROM (new_values."vastgelegd_namens_id") OR old_values."vastgelegd_op" IS DISTINCT FROM (new_values."vastgelegd_op") OR old_values."versie" IS DISTINCT FROM (new_values."versie") OR old_values."verzet_aantal" IS DISTINCT FROM (new_values."verzet_aantal") OR old_values."volgorde" IS DISTINCT FROM (new_values."volgorde") OR old_values."wat" IS DISTINCT FROM (new_values."wat")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='93c96b6ce044dfb9d955e0909b3a493e075ee216', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7e0e7', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='gezinsplan_afspraak', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='doel',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "gezinsplan_doelevent" ("bereikt_op", "gesteld_door", "gevolg", "hoofddoel_id", "id", "leefgebieden", "over_wie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "staat", "tekst", "versie", "viering", "volgorde", "waarom") SELECT new_values."bereikt_op", new_values."gesteld_door", new_values."gevolg", new_values."hoofddoel_id", new_values."id", new_values."leefgebieden", new_values."over_wie", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."staat", new_values."tekst", new_values."versie", new_values."viering", new_values."volgorde", new_values."waarom" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."bereikt_op" IS DISTINCT FROM (new_values."bereikt_op") OR old_values."gesteld_door" IS DISTINCT FROM (new_values."gesteld_door") OR old_values."gevolg" IS DISTINCT FROM (new_values."gevolg") OR old_values."hoofddoel_id" IS DISTINCT FROM (new_values."hoofddoel_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."leefgebieden" IS DISTINCT FROM (new_values."leefgebieden") OR old_values."over_wie" IS DISTINCT FROM (new_values."over_wie") OR old_values."plan_id" IS DISTINCT FROM (new_values."plan_id") OR old_values."staat" IS DISTINCT FROM (new_values."staat") OR old_values."tekst" IS DISTINCT FROM (new_values."tekst") OR old_values."versie" IS DISTINCT FROM (new_values."versie") OR old_values."viering" IS DISTINCT FROM (new_values."viering") OR old_values."volgorde" IS DISTINCT FROM (new_values."volgorde") OR old_values."waarom" IS DISTINCT FROM (new_values."waarom")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='dbc5f6b3715f2cad3c9e032f90245e702e33bc62', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a4be7', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='gezinsplan_doel', when='AFTER')),
        ),
    ]

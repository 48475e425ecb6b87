
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('instanties', '0013_codes_als_weg'),
        ('toestemming', '0008_een_nee_dat_blijft'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='handtekening',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='handtekening',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='handtekening',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='handtekening',
            name='na_weg',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handtekeningen', to='instanties.weg'),
        ),
        migrations.AddField(
            model_name='handtekeningevent',
            name='na_weg',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='instanties.weg'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handtekening',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "toestemming_handtekeningevent" ("antwoord", "bewijs", "gegeven_op", "hoedanigheid", "id", "na_weg_id", "ondertekenaar_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "toestemming_id", "tot", "vastgelegd_door_id", "vastgelegd_op", "vorm") SELECT new_values."antwoord", new_values."bewijs", new_values."gegeven_op", new_values."hoedanigheid", new_values."id", new_values."na_weg_id", new_values."ondertekenaar_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."toestemming_id", new_values."tot", new_values."vastgelegd_door_id", new_values."vastgelegd_op", new_values."vorm" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4d5f5060d7594003506acf8fddcaff2e7c0b300c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_f812a', referencing='REFERENCING NEW TABLE AS new_values ', table='toestemming_handtekening', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handtekening',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "toestemming_handtekeningevent" ("antwoord", "bewijs", "gegeven_op", "hoedanigheid", "id", "na_weg_id", "ondertekenaar_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "toestemming_id", "tot", "vastgelegd_door_id", "vastgelegd_op", "vorm") SELECT new_values."antwoord", new_values."bewijs", new_values."gegeven_op", new_values."hoedanigheid", new_values."id", new_values."na_weg_id", new_values."ondertekenaar_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."toestemming_id", new_values."tot", new_values."vastgelegd_door_id", new_values."vastgelegd_op", new_values."vorm" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cdac1c1569f57398663d830290ed81a701c7439d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7b3cf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='toestemming_handtekening', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handtekening',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "toestemming_handtekeningevent" ("antwoord", "bewijs", "gegeven_op", "hoedanigheid", "id", "na_weg_id", "ondertekenaar_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "toestemming_id", "tot", "vastgelegd_door_id", "vastgelegd_op", "vorm") SELECT old_values."antwoord", old_values."bewijs", old_values."gegeven_op", old_values."hoedanigheid", old_values."id", old_values."na_weg_id", old_values."ondertekenaar_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."toestemming_id", old_values."tot", old_values."vastgelegd_door_id", old_values."vastgelegd_op", old_values."vorm" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='45f5854a21dd9b173b45d8114ebaa0229c9faba6', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a573b', referencing='REFERENCING OLD TABLE AS old_values ', table='toestemming_handtekening', when='AFTER')),
        ),
    ]

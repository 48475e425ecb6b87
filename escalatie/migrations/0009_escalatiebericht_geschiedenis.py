"""What the family read before the escalatiebericht was written anew is kept; the app may only add to it (G7, E13)."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


def beperk(apps, schema_editor):
    rol = settings.DATABASE_APP_ROL
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [rol])
        if cursor.fetchone():
            cursor.execute(f'REVOKE UPDATE, DELETE, TRUNCATE ON escalatie_escalatieberichtevent FROM "{rol}"')


class Migration(migrations.Migration):

    dependencies = [
        ('escalatie', '0008_gebeurtenis_namens'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='EscalatieberichtEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('afgesproken', models.CharField(max_length=2000, verbose_name='wat was er afgesproken')),
                ('ontbreekt', models.CharField(max_length=2000, verbose_name='wat ontbreekt er')),
                ('gevraagd', models.CharField(max_length=2000, verbose_name='wat vragen wij van u')),
                ('voorgelegd_op', models.DateTimeField()),
                ('visie_gezin', models.CharField(blank=True, max_length=2000, verbose_name='hoe ziet het gezin dit')),
                ('vrijgegeven_op', models.DateTimeField(blank=True, null=True)),
                ('hoe_gelezen', models.CharField(blank=True, max_length=200)),
                ('versie', models.PositiveIntegerField(default=1)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='escalatiebericht',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "escalatie_escalatieberichtevent" ("afgesproken", "door_id", "gevraagd", "hoe_gelezen", "id", "ontbreekt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stagnatie_id", "versie", "visie_gezin", "voorgelegd_op", "vrijgegeven_door_id", "vrijgegeven_op") SELECT new_values."afgesproken", new_values."door_id", new_values."gevraagd", new_values."hoe_gelezen", new_values."id", new_values."ontbreekt", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."stagnatie_id", new_values."versie", new_values."visie_gezin", new_values."voorgelegd_op", new_values."vrijgegeven_door_id", new_values."vrijgegeven_op" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='fa5379c0031f8d5c05ea1f37125358d7ca3a99a1', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_9848e', referencing='REFERENCING NEW TABLE AS new_values ', table='escalatie_escalatiebericht', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='escalatiebericht',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "escalatie_escalatieberichtevent" ("afgesproken", "door_id", "gevraagd", "hoe_gelezen", "id", "ontbreekt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stagnatie_id", "versie", "visie_gezin", "voorgelegd_op", "vrijgegeven_door_id", "vrijgegeven_op") SELECT new_values."afgesproken", new_values."door_id", new_values."gevraagd", new_values."hoe_gelezen", new_values."id", new_values."ontbreekt", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."stagnatie_id", new_values."versie", new_values."visie_gezin", new_values."voorgelegd_op", new_values."vrijgegeven_door_id", new_values."vrijgegeven_op" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2b64716d8367d20892e2120b8ca5f5621fb2e45c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ed9cc', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='escalatie_escalatiebericht', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='escalatiebericht',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "escalatie_escalatieberichtevent" ("afgesproken", "door_id", "gevraagd", "hoe_gelezen", "id", "ontbreekt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stagnatie_id", "versie", "visie_gezin", "voorgelegd_op", "vrijgegeven_door_id", "vrijgegeven_op") SELECT old_values."afgesproken", old_values."door_id", old_values."gevraagd", old_values."hoe_gelezen", old_values."id", old_values."ontbreekt", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."stagnatie_id", old_values."versie", old_values."visie_gezin", old_values."voorgelegd_op", old_values."vrijgegeven_door_id", old_values."vrijgegeven_op" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c0a9af6bea088167dae635d5ec9d043825695ad4', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_00a27', referencing='REFERENCING OLD TABLE AS old_values ', table='escalatie_escalatiebericht', when='AFTER')),
        ),
        migrations.AddField(
            model_name='escalatieberichtevent',
            name='door',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='escalatieberichtevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='escalatieberichtevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='escalatie.escalatiebericht'),
        ),
        migrations.AddField(
            model_name='escalatieberichtevent',
            name='stagnatie',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='escalatie.stagnatie'),
        ),
        migrations.AddField(
            model_name='escalatieberichtevent',
            name='vrijgegeven_door',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.RunPython(beperk, migrations.RunPython.noop),
    ]

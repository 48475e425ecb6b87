import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('gezinnen', '0005_einde_gezag_en_overlijden'),
        ('instanties', '0016_naamsleutels_vast'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='deelnemer',
            options={'ordering': ['soort', 'geboortedatum', 'naam_volgorde'], 'verbose_name': 'deelnemer'},
        ),
        migrations.AlterModelOptions(
            name='gezin',
            options={'ordering': ['naam_volgorde', 'nummer'], 'permissions': [('gezin_bekijken', 'het plan bekijken'), ('gezin_bewerken', 'het plan bewerken'), ('gezin_reageren', 'reageren'), ('stagnatie_melden', 'melden dat het plan vastloopt'), ('namens_gezin_instemmen', 'namens het gezin antwoorden')], 'verbose_name': 'gezin', 'verbose_name_plural': 'gezinnen'},
        ),
        migrations.AlterModelOptions(
            name='huishouden',
            options={'ordering': ['-is_hoofdhuishouden', 'naam_volgorde'], 'verbose_name': 'huishouden'},
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='deelnemer',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='gezin',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='huishouden',
            name='update_update',
        ),
        migrations.AddField(
            model_name='deelnemer',
            name='naam_sleutel',
            field=models.TextField(db_collation='C', db_default=''),
        ),
        migrations.AddField(
            model_name='deelnemer',
            name='naam_volgorde',
            field=models.TextField(db_collation='C', db_default=''),
        ),
        migrations.AddField(
            model_name='gezin',
            name='naam_sleutel',
            field=models.TextField(db_collation='C', db_default=''),
        ),
        migrations.AddField(
            model_name='gezin',
            name='naam_volgorde',
            field=models.TextField(db_collation='C', db_default=''),
        ),
        migrations.AddField(
            model_name='huishouden',
            name='naam_sleutel',
            field=models.TextField(db_collation='C', db_default=''),
        ),
        migrations.AddField(
            model_name='huishouden',
            name='naam_volgorde',
            field=models.TextField(db_collation='C', db_default=''),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deelnemer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "gezinnen_deelnemerevent" ("aanspreekvorm", "bereikbaar", "email", "geboortedatum", "gebruiker_id", "gemeente_id", "gestopt_op", "gezag_bekend", "gezin_id", "huishouden_id", "id", "instelling_id", "leeswijze", "naam", "navrager_id", "overleden_op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden_functienaam", "relatie", "relatie_tot_gezin", "soort", "taal", "telefoon", "tolk_nodig", "versie", "waarom_gestopt", "werkelijke_naam") SELECT new_values."aanspreekvorm", new_values."bereikbaar", new_values."email", new_values."geboortedatum", new_values."gebruiker_id", new_values."gemeente_id", new_values."gestopt_op", new_values."gezag_bekend", new_values."gezin_id", new_values."huishouden_id", new_values."id", new_values."instelling_id", new_values."leeswijze", new_values."naam", new_values."navrager_id", new_values."overleden_op", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reden_functienaam", new_values."relatie", new_values."relatie_tot_gezin", new_values."soort", new_values."taal", new_values."telefoon", new_values."tolk_nodig", new_values."versie", new_values."waarom_gestopt", new_values."werkelijke_naam" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."aanspreekvorm" IS DISTINCT FROM (new_values."aanspreekvorm") OR old_values."bereikbaar" IS DISTINCT FROM (new_values."bereikbaar") OR old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."geboortedatum" IS DISTINCT FROM (new_values."geboortedatum") OR old_values."gebruiker_id" IS DISTINCT FROM (new_values."gebruiker_id") OR old_values."gemeente_id" IS DISTINCT FROM (new_values."gemeente_id") OR old_values."gestopt_op" IS DISTINCT FROM (new_values."gestopt_op") OR old_values."gezag_bekend" IS DISTINCT FROM (new_values."gezag_bekend") OR old_values."gezin_id" IS DISTINCT FROM (new_values."gezin_id") OR old_values."huishouden_id" IS DISTINCT FROM (new_values."huishouden_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."instelling_id" IS DISTINCT FROM (new_values."instelling_id") OR old_values."leeswijze" IS DISTINCT FROM (new_values."leeswijze") OR old_values."naam" IS DISTINCT FROM (new_values."naam") OR old_values."navrager_id" IS DISTINCT FROM (new_values."navrager_id") OR old_values."overleden_op" IS DISTINCT FROM (new_values."overleden_op") OR old_values."reden_functienaam" IS DISTINCT FROM (new_values."reden_functienaam") OR old_values."relatie" IS DISTINCT FROM (new_values."relatie") OR old_values."relatie_tot_gezin" IS DISTINCT FROM (new_values."relatie_tot_gezin") OR old_values."soort" IS DISTINCT FROM (new_values."soort") OR old_values."taal" IS DISTINCT FROM (new_values."taal") OR old_values."telefoon" IS DISTINCT FROM (new_values."telefoon") OR old_values."tolk_nodig" IS DISTINCT FROM (new_values."tolk_nodig") OR old_values."versie" IS DISTINCT FROM (new_values."versie") OR old_values."waarom_gestopt" IS DISTINCT FROM (new_values."waarom_gestopt") OR old_values."werkelijke_naam" IS DISTINCT FROM (new_values."werkelijke_naam")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a6be86eee3507fd00e80c792a17dee4581874bee', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_da78f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='gezinnen_deelnemer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='gezin',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "gezinnen_gezinevent" ("gemaakt_op", "gemeente_id", "id", "naam", "nummer", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."gemaakt_op", new_values."gemeente_id", new_values."id", new_values."naam", new_values."nummer", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."gemaakt_op" IS DISTINCT FROM (new_values."gemaakt_op") OR old_values."gemeente_id" IS DISTINCT FROM (new_values."gemeente_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."naam" IS DISTINCT FROM (new_values."naam") OR old_values."nummer" IS DISTINCT FROM (new_values."nummer")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2ab0f0d0642f4dc5544b867d720a01f37282ffbd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_908b0', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='gezinnen_gezin', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='huishouden',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "gezinnen_huishoudenevent" ("adres", "geheim_adres", "gezin_id", "id", "is_hoofdhuishouden", "naam", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."adres", new_values."geheim_adres", new_values."gezin_id", new_values."id", new_values."is_hoofdhuishouden", new_values."naam", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."adres" IS DISTINCT FROM (new_values."adres") OR old_values."geheim_adres" IS DISTINCT FROM (new_values."geheim_adres") OR old_values."gezin_id" IS DISTINCT FROM (new_values."gezin_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_hoofdhuishouden" IS DISTINCT FROM (new_values."is_hoofdhuishouden") OR old_values."naam" IS DISTINCT FROM (new_values."naam")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3ea630c5f33805c3df0c4d7d6ac61c7540afdc8c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_945d3', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='gezinnen_huishouden', when='AFTER')),
        ),
    ]

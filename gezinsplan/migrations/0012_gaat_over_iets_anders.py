import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('gezinsplan', '0011_adres_van_de_link'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='afspraak',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='afspraak',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='afspraak',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='doel',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='doel',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='doel',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='afspraak',
            name='apart',
            field=models.BooleanField(db_default=False, default=False, verbose_name='gaat over iets anders'),
        ),
        migrations.AddField(
            model_name='afspraakevent',
            name='apart',
            field=models.BooleanField(db_default=False, default=False, verbose_name='gaat over iets anders'),
        ),
        migrations.AddField(
            model_name='doel',
            name='apart',
            field=models.BooleanField(db_default=False, default=False, verbose_name='gaat over iets anders'),
        ),
        migrations.AddField(
            model_name='doelevent',
            name='apart',
            field=models.BooleanField(db_default=False, default=False, verbose_name='gaat over iets anders'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='afspraak',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "gezinsplan_afspraakevent" ("apart", "doel_id", "duur_aantal", "duur_eenheid", "eind_op", "gebeurd_op", "herhaling", "hoe_gehoord", "id", "is_veiligheidsafspraak", "leefgebieden", "over_wie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "staat", "start_op", "termijn_id", "vastgelegd_door_deelnemer_id", "vastgelegd_door_id", "vastgelegd_namens_id", "vastgelegd_op", "versie", "verzet_aantal", "volgorde", "waarom_vervallen", "wat") SELECT new_values."apart", new_values."doel_id", new_values."duur_aantal", new_values."duur_eenheid", new_values."eind_op", new_values."gebeurd_op", new_values."herhaling", new_values."hoe_gehoord", new_values."id", new_values."is_veiligheidsafspraak", new_values."leefgebieden", new_values."over_wie", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."staat", new_values."start_op", new_values."termijn_id", new_values."vastgelegd_door_deelnemer_id", new_values."vastgelegd_door_id", new_values."vastgelegd_namens_id", new_values."vastgelegd_op", new_values."versie", new_values."verzet_aantal", new_values."volgorde", new_values."waarom_vervallen", new_values."wat" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='60c1c7ea58042af5ea38ea196edd2618c3ec729f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_adafd', referencing='REFERENCING NEW TABLE AS new_values ', table='gezinsplan_afspraak', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='afspraak',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "gezinsplan_afspraakevent" ("apart", "doel_id", "duur_aantal", "duur_eenheid", "eind_op", "gebeurd_op", "herhaling", "hoe_gehoord", "id", "is_veiligheidsafspraak", "leefgebieden", "over_wie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "staat", "start_op", "termijn_id", "vastgelegd_door_deelnemer_id", "vastgelegd_door_id", "vastgelegd_namens_id", "vastgelegd_op", "versie", "verzet_aantal", "volgorde", "waarom_vervallen", "wat") SELECT new_values."apart", new_values."doel_id", new_values."duur_aantal", new_values."duur_eenheid", new_values."eind_op", new_values."gebeurd_op", new_values."herhaling", new_values."hoe_gehoord", new_values."id", new_values."is_veiligheidsafspraak", new_values."leefgebieden", new_values."over_wie", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."staat", new_values."start_op", new_values."termijn_id", new_values."vastgelegd_door_deelnemer_id", new_values."vastgelegd_door_id", new_values."vastgelegd_namens_id", new_values."vastgelegd_op", new_values."versie", new_values."verzet_aantal", new_values."volgorde", new_values."waarom_vervallen", new_values."wat" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."apart" IS DISTINCT FROM (new_values."apart") OR old_values."doel_id" IS DISTINCT FROM (new_values."doel_id") OR old_values."duur_aantal" IS DISTINCT FROM (new_values."duur_aantal") OR old_values."duur_eenheid" IS DISTINCT FROM (new_values."duur_eenheid") OR old_values."eind_op" IS DISTINCT FROM (new_values."eind_op") OR old_values."gebeurd_op" IS DISTINCT FROM (new_values."gebeurd_op") OR old_values."herhaling" IS DISTINCT FROM (new_values."herhaling") OR old_values."hoe_gehoord" IS DISTINCT FROM (new_values."hoe_gehoord") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_veiligheidsafspraak" IS DISTINCT FROM (new_values."is_veiligheidsafspraak") OR old_values."leefgebieden" IS DISTINCT FROM (new_values."leefgebieden") OR old_values."over_wie" IS DISTINCT FROM (new_values."over_wie") OR old_values."staat" IS DISTINCT FROM (new_values."staat") OR old_values."start_op" IS DISTINCT FROM (new_values."start_op") OR old_values."termijn_id" IS DISTINCT FROM (new_values."termijn_id") OR old_values."vastgelegd_door_id" IS DISTINCT FROM (new_values."vastgelegd_door_id") OR old_values."vastgelegd_door_deelnemer_id" IS DISTINCT FROM (new_values."vastgelegd_door_deelnemer_id") OR old_values."vastgelegd_namens_id" IS DISTINCT FROM (new_values."vastgelegd_namens_id") OR old_values."vastgelegd_op" IS DISTINCT FROM (new_values."vastgelegd_op") OR old_values."versie" IS DISTINCT FROM (new_values."versie") OR old_values."verzet_aantal" IS DISTINCT FROM (new_values."verzet_aantal") OR old_values."volgorde" IS DISTINCT FROM (new_values."volgorde") OR old_values."waarom_vervallen" IS DISTINCT FROM (new_values."waarom_vervallen") OR old_values."wat" IS DISTINCT FROM (new_values."wat")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='924a04fb7213cdccb3ab6ec2c48b4a30f93d4f6f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7e0e7', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='gezinsplan_afspraak', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='afspraak',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "gezinsplan_afspraakevent" ("apart", "doel_id", "duur_aantal", "duur_eenheid", "eind_op", "gebeurd_op", "herhaling", "hoe_gehoord", "id", "is_veiligheidsafspraak", "leefgebieden", "over_wie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "staat", "start_op", "termijn_id", "vastgelegd_door_deelnemer_id", "vastgelegd_door_id", "vastgelegd_namens_id", "vastgelegd_op", "versie", "verzet_aantal", "volgorde", "waarom_vervallen", "wat") SELECT old_values."apart", old_values."doel_id", old_values."duur_aantal", old_values."duur_eenheid", old_values."eind_op", old_values."gebeurd_op", old_values."herhaling", old_values."hoe_gehoord", old_values."id", old_values."is_veiligheidsafspraak", old_values."leefgebieden", old_values."over_wie", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."staat", old_values."start_op", old_values."termijn_id", old_values."vastgelegd_door_deelnemer_id", old_values."vastgelegd_door_id", old_values."vastgelegd_namens_id", old_values."vastgelegd_op", old_values."versie", old_values."verzet_aantal", old_values."volgorde", old_values."waarom_vervallen", old_values."wat" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='4fa95a6b7c71e8e53b97661a060ffe70aec19b9b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0a4f1', referencing='REFERENCING OLD TABLE AS old_values ', table='gezinsplan_afspraak', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='doel',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "gezinsplan_doelevent" ("apart", "bereikt_op", "gesteld_door", "gevolg", "hoofddoel_id", "id", "leefgebieden", "over_wie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "staat", "tekst", "versie", "viering", "volgorde", "waarom", "waarom_gestopt") SELECT new_values."apart", new_values."bereikt_op", new_values."gesteld_door", new_values."gevolg", new_values."hoofddoel_id", new_values."id", new_values."leefgebieden", new_values."over_wie", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."staat", new_values."tekst", new_values."versie", new_values."viering", new_values."volgorde", new_values."waarom", new_values."waarom_gestopt" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8e6f89284e79cc830066867adcf41e501f7fa0a9', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_12e2b', referencing='REFERENCING NEW TABLE AS new_values ', table='gezinsplan_doel', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='doel',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "gezinsplan_doelevent" ("apart", "bereikt_op", "gesteld_door", "gevolg", "hoofddoel_id", "id", "leefgebieden", "over_wie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "staat", "tekst", "versie", "viering", "volgorde", "waarom", "waarom_gestopt") SELECT new_values."apart", new_values."bereikt_op", new_values."gesteld_door", new_values."gevolg", new_values."hoofddoel_id", new_values."id", new_values."leefgebieden", new_values."over_wie", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."staat", new_values."tekst", new_values."versie", new_values."viering", new_values."volgorde", new_values."waarom", new_values."waarom_gestopt" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."apart" IS DISTINCT FROM (new_values."apart") OR old_values."bereikt_op" IS DISTINCT FROM (new_values."bereikt_op") OR old_values."gesteld_door" IS DISTINCT FROM (new_values."gesteld_door") OR old_values."gevolg" IS DISTINCT FROM (new_values."gevolg") OR old_values."hoofddoel_id" IS DISTINCT FROM (new_values."hoofddoel_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."leefgebieden" IS DISTINCT FROM (new_values."leefgebieden") OR old_values."over_wie" IS DISTINCT FROM (new_values."over_wie") OR old_values."plan_id" IS DISTINCT FROM (new_values."plan_id") OR old_values."staat" IS DISTINCT FROM (new_values."staat") OR old_values."tekst" IS DISTINCT FROM (new_values."tekst") OR old_values."versie" IS DISTINCT FROM (new_values."versie") OR old_values."viering" IS DISTINCT FROM (new_values."viering") OR old_values."volgorde" IS DISTINCT FROM (new_values."volgorde") OR old_values."waarom" IS DISTINCT FROM (new_values."waarom") OR old_values."waarom_gestopt" IS DISTINCT FROM (new_values."waarom_gestopt")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b393f70850eb3d0c3f10ac6a96967209cd44065a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a4be7', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='gezinsplan_doel', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='doel',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "gezinsplan_doelevent" ("apart", "bereikt_op", "gesteld_door", "gevolg", "hoofddoel_id", "id", "leefgebieden", "over_wie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "staat", "tekst", "versie", "viering", "volgorde", "waarom", "waarom_gestopt") SELECT old_values."apart", old_values."bereikt_op", old_values."gesteld_door", old_values."gevolg", old_values."hoofddoel_id", old_values."id", old_values."leefgebieden", old_values."over_wie", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."staat", old_values."tekst", old_values."versie", old_values."viering", old_values."volgorde", old_values."waarom", old_values."waarom_gestopt" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='871029aeab3f8a3ad93a5e332878de852c8df7ba', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a7558', referencing='REFERENCING OLD TABLE AS old_values ', table='gezinsplan_doel', when='AFTER')),
        ),
    ]

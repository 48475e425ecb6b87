"""Whoever does an action says yes or 'kan niet'; what each instelling says that it can do (E2, E4, E5)."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('escalatie', '0030_niet_meer_nodig'),
        ('instanties', '0023_eigen_beslisser'),
        ('termijnen', '0006_fase_van_een_stap'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='actie',
            name='staat',
            field=models.CharField(choices=[('loopt', 'Loopt'), ('gevraagd', 'Gevraagd'), ('uitgevoerd', 'Gehaald'), ('niet_uitgevoerd', 'Niet gehaald'), ('kan_niet', 'Kan niet'), ('vervallen', 'Niet meer nodig')], default='loopt', max_length=16),
        ),
        migrations.AlterField(
            model_name='gebeurtenis',
            name='soort',
            field=models.CharField(choices=[('geopend', 'Het plan loopt vast'), ('afspraak_erbij', 'Er kwam een afspraak bij'), ('afspraak_alsnog', 'Een afspraak is alsnog uitgevoerd'), ('afspraak_gedaan', 'Een afspraak bleek op tijd gedaan'), ('afspraak_vervallen', 'Een afspraak is niet meer nodig'), ('doel_afgesloten', 'Een doel is afgesloten'), ('stap_geopend', 'Nieuwe stap'), ('acties_vastgelegd', 'Acties vastgelegd'), ('actie_ja', 'Wie een actie doet, zegt: ja'), ('actie_kan_niet', 'Wie een actie zou doen, zegt: dit kan niet'), ('actie_uitgevoerd', 'Actie uitgevoerd'), ('actie_teruggenomen', 'Melding ‘uitgevoerd’ teruggenomen'), ('actie_niet_uitgevoerd', 'Actie niet op tijd uitgevoerd'), ('gesprek_vastgelegd', 'De dag van het gesprek is vastgelegd'), ('spoor_gekozen', 'Er is gekozen voor een andere aanpak'), ('termijn_verlengd', 'Termijn verlengd'), ('termijn_verkort', 'Termijn verkort'), ('gevraagd', 'Vraag gesteld'), ('beantwoord', 'Vraag beantwoord'), ('geen_antwoord', 'Geen antwoord gekregen'), ('bericht_voorgelegd', 'Escalatiebericht aan het gezin voorgelegd'), ('bericht_vrijgegeven', 'Escalatiebericht gelezen door het gezin'), ('besloten', 'De gemeente heeft besloten'), ('bevestigd', 'Besluit bevestigd'), ('kan_niet', 'Instelling zegt: dit kan niet'), ('teruggekoppeld', 'Terugkoppeling'), ('oplossing_gemeld', 'De zorgcoördinator zegt: opgelost'), ('nog_niet_opgelost', 'Het gezin zegt: nog niet opgelost'), ('opgelost', 'Opgelost'), ('ingetrokken', 'Was al gedaan'), ('vervallen', 'Niet meer nodig: iemand is overleden'), ('verder_zonder', 'Iemand is overleden: dit gaat verder zonder die persoon'), ('zegt_gedaan', 'Wie het moest doen, zegt: op tijd gedaan'), ('niet_bevestigd', 'Niet bevestigd: het gaat verder'), ('heropend', 'Bleek toch niet gedaan: weer open'), ('stap_ingetrokken', 'Deze stap was niet nodig: de actie was op tijd gedaan'), ('bezwaar', 'Iemand zegt: dit duurt te lang'), ('bezwaar_beslist', 'Beslist over ‘dit duurt te lang’'), ('houder_gewisseld', 'Iemand anders is aan zet')], max_length=25),
        ),
        migrations.AlterField(
            model_name='vraag',
            name='soort',
            field=models.CharField(choices=[('aanspreken', 'aangesproken'), ('aandeel', 'uitleg over het aandeel dat ontbreekt'), ('advies', 'advies'), ('bijdrage', 'wat de eigen instelling kan doen')], max_length=12),
        ),
        migrations.CreateModel(
            name='Actieverzoek',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('op', models.DateTimeField()),
                ('staat', models.CharField(choices=[('wacht', 'Gevraagd'), ('ja', 'Ja'), ('nee', 'Nee'), ('stilte', 'Geen antwoord'), ('vervallen', 'Niet meer nodig')], default='wacht', max_length=10)),
                ('beantwoord_op', models.DateTimeField(blank=True, null=True)),
                ('hoe_gezegd', models.CharField(blank=True, db_default='', max_length=200, verbose_name='hoe is dat gezegd')),
                ('reden', models.CharField(blank=True, max_length=500, verbose_name='waarom kan het niet')),
                ('stilte', models.CharField(choices=[('ja', 'telt als ja'), ('nee', 'telt als nee'), ('verder', 'gaat naar een ander')], default='verder', max_length=10)),
                ('actie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verzoeken', to='escalatie.actie')),
                ('beantwoord_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('beantwoord_namens', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('na_weg', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='instanties.weg')),
                ('termijn', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='actieverzoek', to='termijnen.termijn')),
            ],
            options={
                'verbose_name': 'actieverzoek',
                'verbose_name_plural': 'actieverzoeken',
                'ordering': ['op'],
                'constraints': [models.CheckConstraint(condition=models.Q(('door__isnull', True), models.Q(('hoe_gezegd', ''), _negated=True), models.Q(models.Q(('beantwoord_door__isnull', True), models.Q(('beantwoord_door', models.F('door')), _negated=True), _connector='OR'), models.Q(('beantwoord_namens__isnull', True), models.Q(('beantwoord_namens', models.F('door')), _negated=True), _connector='OR')), _connector='OR'), name='actieverzoek_niet_van_wie_vroeg'), models.CheckConstraint(condition=models.Q(models.Q(('beantwoord_door__isnull', False), ('beantwoord_op__isnull', False), ('staat__in', ['ja', 'nee'])), models.Q(('beantwoord_door__isnull', True), ('beantwoord_namens__isnull', True), ('beantwoord_op__isnull', False), ('hoe_gezegd', ''), ('staat', 'stilte')), models.Q(('beantwoord_door__isnull', True), ('beantwoord_namens__isnull', True), ('beantwoord_op__isnull', True), ('hoe_gezegd', ''), ('staat__in', ['wacht', 'vervallen'])), _connector='OR'), name='actieverzoek_antwoord_past_bij_staat'), models.UniqueConstraint(condition=models.Q(('staat', 'wacht')), fields=('actie',), name='een_open_actieverzoek'), models.CheckConstraint(condition=models.Q(models.Q(('staat', 'nee'), models.Q(('reden', ''), _negated=True)), models.Q(models.Q(('staat', 'nee'), _negated=True), ('reden', '')), _connector='OR'), name='kan_niet_zegt_reden')],
            },
        ),
    ]

"""Questions in between, parties beside the first, the longest terms; what may happen to a step and an action with them (E7, E14)."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('escalatie', '0025_houder_van_niveau_gevuld'),
        ('gezinnen', '0010_geboren_en_herstel'),
        ('gezinsplan', '0014_delen_volgen_hun_doel'),
        ('instanties', '0020_toegang_en_soorten'),
        ('termijnen', '0006_fase_van_een_stap'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='actie',
            name='staat',
            field=models.CharField(choices=[('loopt', 'Loopt'), ('gevraagd', 'Gevraagd'), ('uitgevoerd', 'Gehaald'), ('niet_uitgevoerd', 'Niet gehaald'), ('vervallen', 'Niet meer nodig')], default='loopt', max_length=16),
        ),
        migrations.AlterField(
            model_name='gebeurtenis',
            name='soort',
            field=models.CharField(choices=[('geopend', 'Het plan loopt vast'), ('afspraak_erbij', 'Er kwam een afspraak bij'), ('afspraak_alsnog', 'Een afspraak is alsnog uitgevoerd'), ('afspraak_gedaan', 'Een afspraak bleek op tijd gedaan'), ('afspraak_vervallen', 'Een afspraak is niet meer nodig'), ('doel_afgesloten', 'Een doel is afgesloten'), ('stap_geopend', 'Nieuwe stap'), ('acties_vastgelegd', 'Acties vastgelegd'), ('actie_uitgevoerd', 'Actie uitgevoerd'), ('actie_teruggenomen', 'Melding ‘uitgevoerd’ teruggenomen'), ('actie_niet_uitgevoerd', 'Actie niet op tijd uitgevoerd'), ('gesprek_vastgelegd', 'De dag van het gesprek is vastgelegd'), ('spoor_gekozen', 'Er is gekozen voor een andere aanpak'), ('termijn_verlengd', 'Termijn verlengd'), ('termijn_verkort', 'Termijn verkort'), ('gevraagd', 'Vraag gesteld'), ('beantwoord', 'Vraag beantwoord'), ('geen_antwoord', 'Geen antwoord gekregen'), ('bericht_voorgelegd', 'Escalatiebericht aan het gezin voorgelegd'), ('bericht_vrijgegeven', 'Escalatiebericht gelezen door het gezin'), ('besloten', 'De gemeente heeft besloten'), ('bevestigd', 'Besluit bevestigd'), ('kan_niet', 'Instelling zegt: dit kan niet'), ('teruggekoppeld', 'Terugkoppeling'), ('oplossing_gemeld', 'De zorgcoördinator zegt: opgelost'), ('nog_niet_opgelost', 'Het gezin zegt: nog niet opgelost'), ('opgelost', 'Opgelost'), ('ingetrokken', 'Was al gedaan'), ('zegt_gedaan', 'Wie het moest doen, zegt: op tijd gedaan'), ('niet_bevestigd', 'Niet bevestigd: het gaat verder'), ('heropend', 'Bleek toch niet gedaan: weer open'), ('stap_ingetrokken', 'Deze stap was niet nodig: de actie was op tijd gedaan'), ('bezwaar', 'Iemand zegt: dit duurt te lang'), ('bezwaar_beslist', 'Beslist over ‘dit duurt te lang’'), ('houder_gewisseld', 'Iemand anders is aan zet')], max_length=25),
        ),
        migrations.AlterField(
            model_name='stap',
            name='reden',
            field=models.CharField(choices=[('gemeld', 'er is gemeld dat het vastloopt'), ('geen_antwoord', 'op de navraag kwam geen antwoord'), ('lukt_niet', 'er is gezegd dat het niet lukt'), ('gesprek', 'het gesprek met het gezin bleef uit'), ('crisis', 'er is een crisis gemeld'), ('geen_akkoord', 'er is op tijd om een latere dag gevraagd, en daarop kwam geen antwoord'), ('veiligheid', 'een veiligheidsafspraak is niet nagekomen'), ('niet_vastgelegd', 'er zijn op tijd geen acties vastgelegd'), ('niet_bereikt', 'de acties hebben op tijd niet het resultaat gegeven'), ('buiten_macht', 'het gaat de mogelijkheden te boven'), ('eerder', 'de zorgcoördinator vroeg eerder om hulp'), ('niemand', 'op de stap ervoor was niemand die aan zet kon zijn'), ('spoor', 'er is gekozen voor een andere aanpak'), ('terug', 'het was opgelost en loopt weer vast; dit gaat verder waar het was gebleven'), ('niet_gemeld', 'de acties zijn gedaan, en niemand zei of het is opgelost'), ('gezin_niet_bereikt', 'het gezin kon niet gevraagd worden of het is opgelost'), ('hoger_niveau', 'de ambtenaar zette een niveau hoger in'), ('kan_niet', 'een instelling zei dat het besluit niet kan')], max_length=20),
        ),
        migrations.AlterField(
            model_name='stap',
            name='staat',
            field=models.CharField(choices=[('open', 'Aan zet'), ('doorgezet', 'Doorgezet'), ('gesloten', 'Gesloten'), ('ingetrokken', 'Was niet nodig')], default='open', max_length=12),
        ),
        migrations.CreateModel(
            name='LangsteTermijn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('oorzaak', models.CharField(blank=True, choices=[('afspraak', 'een afspraak is niet nagekomen'), ('wachtlijst', 'er is een wachtlijst'), ('omstandigheden', 'de omstandigheden zijn veranderd'), ('crisis', 'er is een (nieuwe) crisis'), ('doet_niet_mee', 'iemand van het gezin wil nu niet (verder) meedoen'), ('plan', 'het plan komt er niet')], max_length=20)),
                ('aantal', models.PositiveSmallIntegerField()),
                ('eenheid', models.CharField(choices=[('uur', 'uur'), ('dag', 'dagen'), ('week', 'weken'), ('werkdag', 'werkdagen')], max_length=10)),
                ('model', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='langste_termijnen', to='escalatie.escalatiemodel')),
            ],
            options={
                'verbose_name': 'langste termijn',
                'verbose_name_plural': 'langste termijnen',
                'constraints': [models.UniqueConstraint(fields=('model', 'oorzaak'), name='een_langste_termijn_per_oorzaak')],
            },
        ),
        migrations.CreateModel(
            name='Medepartij',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('op', models.DateTimeField()),
                ('deelnemer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='gezinnen.deelnemer')),
                ('stagnatie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='medepartijen', to='escalatie.stagnatie')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('stagnatie', 'deelnemer'), name='een_keer_medepartij')],
            },
        ),
        migrations.CreateModel(
            name='Tussenvraag',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('op', models.DateTimeField()),
                ('staat', models.CharField(choices=[('wacht', 'Gevraagd'), ('ja', 'Ja'), ('nee', 'Nee'), ('stilte', 'Geen antwoord'), ('vervallen', 'Niet meer nodig')], default='wacht', max_length=10)),
                ('beantwoord_op', models.DateTimeField(blank=True, null=True)),
                ('hoe_gezegd', models.CharField(blank=True, db_default='', max_length=200, verbose_name='hoe is dat gezegd')),
                ('soort', models.CharField(choices=[('was_gedaan', 'is dit op tijd gedaan?'), ('actie_gedaan', 'is deze actie gedaan?'), ('opgelost', 'is het opgelost?'), ('te_lang', 'duurt dit te lang?')], max_length=15)),
                ('tekst', models.CharField(blank=True, max_length=500, verbose_name='waarom duurt dit te lang')),
                ('stilte', models.CharField(choices=[('ja', 'telt als ja'), ('nee', 'telt als nee'), ('verder', 'gaat naar een ander')], default='verder', max_length=10)),
                ('aan_stap', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='escalatie.modelstap')),
                ('actie', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='tussenvragen', to='escalatie.actie')),
                ('afspraak', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='gezinsplan.afspraak')),
                ('beantwoord_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('beantwoord_namens', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('na_weg', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='instanties.weg')),
                ('stagnatie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tussenvragen', to='escalatie.stagnatie')),
                ('stap', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tussenvragen', to='escalatie.stap')),
                ('termijn', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='tussenvraag', to='termijnen.termijn')),
            ],
            options={
                'verbose_name': 'tussenvraag',
                'verbose_name_plural': 'tussenvragen',
                'ordering': ['op'],
                'constraints': [models.CheckConstraint(condition=models.Q(('door__isnull', True), models.Q(('hoe_gezegd', ''), _negated=True), models.Q(models.Q(('beantwoord_door__isnull', True), models.Q(('beantwoord_door', models.F('door')), _negated=True), _connector='OR'), models.Q(('beantwoord_namens__isnull', True), models.Q(('beantwoord_namens', models.F('door')), _negated=True), _connector='OR')), _connector='OR'), name='tussenvraag_niet_van_wie_vroeg'), models.CheckConstraint(condition=models.Q(models.Q(('beantwoord_door__isnull', False), ('beantwoord_op__isnull', False), ('staat__in', ['ja', 'nee'])), models.Q(('beantwoord_door__isnull', True), ('beantwoord_namens__isnull', True), ('beantwoord_op__isnull', False), ('hoe_gezegd', ''), ('staat', 'stilte')), models.Q(('beantwoord_door__isnull', True), ('beantwoord_namens__isnull', True), ('beantwoord_op__isnull', True), ('hoe_gezegd', ''), ('staat__in', ['wacht', 'vervallen'])), _connector='OR'), name='tussenvraag_antwoord_past_bij_staat'), models.UniqueConstraint(condition=models.Q(('staat', 'wacht')), fields=('stap', 'soort', 'afspraak', 'actie'), name='een_open_tussenvraag_erover', nulls_distinct=False), models.CheckConstraint(condition=models.Q(models.Q(('actie__isnull', True), ('afspraak__isnull', False), ('soort', 'was_gedaan')), models.Q(('actie__isnull', False), ('afspraak__isnull', True), ('soort__in', ['was_gedaan', 'actie_gedaan'])), models.Q(('actie__isnull', True), ('afspraak__isnull', True), ('soort__in', ['opgelost', 'te_lang'])), _connector='OR'), name='tussenvraag_gaat_ergens_over'), models.CheckConstraint(condition=models.Q(models.Q(('aan_stap__isnull', False), ('soort', 'te_lang'), models.Q(('tekst', ''), _negated=True)), models.Q(models.Q(('soort', 'te_lang'), _negated=True), ('aan_stap__isnull', True)), _connector='OR'), name='bezwaar_heeft_reden_en_gaat_omhoog')],
            },
        ),
    ]

"""That a track was chosen, and the day of a talk, are events of a course (S25)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('escalatie', '0020_zuid_oost_utrecht'),
    ]

    operations = [
        migrations.AlterField(
            model_name='gebeurtenis',
            name='soort',
            field=models.CharField(choices=[('geopend', 'Het plan loopt vast'), ('afspraak_erbij', 'Er kwam een afspraak bij'), ('afspraak_alsnog', 'Een afspraak is alsnog uitgevoerd'), ('afspraak_gedaan', 'Een afspraak bleek op tijd gedaan'), ('afspraak_vervallen', 'Een afspraak is niet meer nodig'), ('doel_afgesloten', 'Een doel is afgesloten'), ('stap_geopend', 'Nieuwe stap'), ('acties_vastgelegd', 'Acties vastgelegd'), ('actie_uitgevoerd', 'Actie uitgevoerd'), ('actie_teruggenomen', 'Melding ‘uitgevoerd’ teruggenomen'), ('actie_niet_uitgevoerd', 'Actie niet op tijd uitgevoerd'), ('gesprek_vastgelegd', 'De dag van het gesprek is vastgelegd'), ('spoor_gekozen', 'Er is gekozen voor een andere aanpak'), ('termijn_verlengd', 'Termijn verlengd'), ('termijn_verkort', 'Termijn verkort'), ('gevraagd', 'Vraag gesteld'), ('beantwoord', 'Vraag beantwoord'), ('geen_antwoord', 'Geen antwoord gekregen'), ('bericht_voorgelegd', 'Escalatiebericht aan het gezin voorgelegd'), ('bericht_vrijgegeven', 'Escalatiebericht gelezen door het gezin'), ('besloten', 'De gemeente heeft besloten'), ('bevestigd', 'Besluit bevestigd'), ('kan_niet', 'Instelling zegt: dit kan niet'), ('teruggekoppeld', 'Terugkoppeling'), ('oplossing_gemeld', 'De zorgcoördinator zegt: opgelost'), ('nog_niet_opgelost', 'Het gezin zegt: nog niet opgelost'), ('opgelost', 'Opgelost'), ('ingetrokken', 'Was al gedaan'), ('houder_gewisseld', 'Iemand anders is aan zet')], max_length=25),
        ),
    ]

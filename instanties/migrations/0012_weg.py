
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('instanties', '0011_hulp_niet_vanzelf'),
    ]

    operations = [
        migrations.CreateModel(
            name='Weg',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('soort', models.CharField(choices=[('code', 'een inlogcode'), ('link', 'een link om een nieuw wachtwoord te kiezen'), ('wachtwoord', 'een nieuw wachtwoord'), ('adres', 'een ander e-mailadres'), ('passkey', 'een passkey'), ('stap', 'een andere tweede stap'), ('dienst', 'een inlogdienst'), ('open', 'weer toegang')], max_length=10)),
                ('op', models.DateTimeField()),
                ('bevestigd_op', models.DateTimeField(null=True)),
                ('bevestigd_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('gebruiker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wegen', to=settings.AUTH_USER_MODEL)),
                ('uitnodiging', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='weg', to='instanties.uitnodiging')),
            ],
            options={
                'verbose_name': 'weg naar een account',
                'ordering': ['-op'],
                'indexes': [models.Index(fields=['gebruiker', '-op'], name='weg_van_gebruiker')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('soort', 'code'), ('uitnodiging__isnull', False)), models.Q(models.Q(('soort', 'code'), _negated=True), ('uitnodiging__isnull', True)), _connector='OR'), name='een_code_is_van_een_uitnodiging'), models.CheckConstraint(condition=models.Q(models.Q(('bevestigd_door__isnull', True), ('bevestigd_op__isnull', True)), models.Q(('bevestigd_door__isnull', False), ('bevestigd_op__isnull', False)), _connector='OR'), name='weg_bevestigd_door_iemand')],
            },
        ),
    ]

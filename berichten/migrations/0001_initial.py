import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Bericht',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('soort', models.CharField(max_length=50)),
                ('gezin_id', models.UUIDField(db_index=True, null=True)),
                ('object_id', models.UUIDField(null=True)),
                ('sleutel', models.CharField(max_length=200)),
                ('gemaakt_op', models.DateTimeField()),
                ('gelezen_op', models.DateTimeField(null=True)),
                ('mail_staat', models.CharField(choices=[('te_verzenden', 'wordt verzonden'), ('verzonden', 'verzonden'), ('niet_nodig', 'geen mail'), ('mislukt', 'mail niet aangekomen')], default='te_verzenden', max_length=15)),
                ('volgende_poging_op', models.DateTimeField(null=True)),
                ('pogingen', models.PositiveSmallIntegerField(default=0)),
                ('verzonden_op', models.DateTimeField(null=True)),
                ('laatste_fout', models.TextField(blank=True)),
                ('ontvanger', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='berichten', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'bericht',
                'verbose_name_plural': 'berichten',
                'indexes': [models.Index(condition=models.Q(('mail_staat', 'te_verzenden')), fields=['volgende_poging_op'], name='bericht_te_verzenden'), models.Index(fields=['ontvanger', '-gemaakt_op'], name='bericht_inbox')],
                'constraints': [models.UniqueConstraint(fields=('ontvanger', 'sleutel'), name='een_bericht_per_feit_en_ontvanger'), models.CheckConstraint(condition=models.Q(models.Q(('mail_staat', 'te_verzenden'), _negated=True), ('volgende_poging_op__isnull', False), _connector='OR'), name='te_verzenden_mail_heeft_een_moment'), models.CheckConstraint(condition=models.Q(models.Q(('mail_staat', 'verzonden'), ('verzonden_op__isnull', False)), models.Q(models.Q(('mail_staat', 'verzonden'), _negated=True), ('verzonden_op__isnull', True)), _connector='OR'), name='verzonden_mail_heeft_een_moment')],
            },
        ),
    ]

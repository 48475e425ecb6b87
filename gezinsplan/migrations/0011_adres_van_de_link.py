
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('gezinsplan', '0010_waarom_iets_stopte'),
    ]

    operations = [
        migrations.AddField(
            model_name='eenmaligelink',
            name='adres_onbevestigd',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name='eenmaligelink',
            name='email',
            field=models.EmailField(blank=True, db_default='', default='', max_length=254),
        ),
    ]

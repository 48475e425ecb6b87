
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('berichten', '0003_bundel'),
    ]

    operations = [
        migrations.AddField(
            model_name='bericht',
            name='adres',
            field=models.EmailField(blank=True, db_default='', default='', max_length=254),
        ),
    ]

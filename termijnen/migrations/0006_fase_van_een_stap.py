"""A term that goes on for the next phase of its step isn't lengthened (E7, S25)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('termijnen', '0005_wijziging_soort_gevuld'),
    ]

    operations = [
        migrations.AlterField(
            model_name='termijnwijziging',
            name='soort',
            field=models.CharField(choices=[('gewoon', 'veranderd'), ('wacht', 'wacht op een antwoord'), ('fase', 'nu voor wat erna komt')], db_default='gewoon', default='gewoon', max_length=10),
        ),
    ]

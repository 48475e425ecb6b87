-- A region full of running afspraken, as the app would have left it. Keys look random, as the app's own do, but follow
-- from a kind and a number, so that rows find each other without a join: gezin 7 has plan 7 and doel 7.
CREATE FUNCTION pg_temp.sleutel(soort text, nummer bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
    AS $$ SELECT md5(soort || nummer)::uuid $$;

INSERT INTO instanties_gemeente (id, naam, actief, telefoon)
    VALUES (pg_temp.sleutel('gemeente', 1), 'Waterlaan', false, '');

INSERT INTO instanties_instelling
    (id, naam, naam_gevoelig, naam_voor_anderen, soort, aanbod, leefgebieden, biedt_hulp, telefoon, email, actief)
    SELECT pg_temp.sleutel('instelling', i), 'Instelling ' || i, false, '', 'anders', '', '{}', true, '', '', true
    FROM generate_series(0, 1) i;

-- The even ones coordinate, the odd ones carry out; each in some fifteen families.
INSERT INTO instanties_gebruiker
    (id, password, is_superuser, inlognaam, naam, email, telefoon, mobiel, werkdagen, is_professional, wil_mail,
     mail_wijze, is_active, gemaakt_op)
    SELECT pg_temp.sleutel('gebruiker', i), '!', false, 'wie' || i, 'Wie ' || i, 'wie' || i || '@voorbeeld.example',
        '', '', '{}', true, true, '', true, %(begin)s
    FROM generate_series(0, 2 * %(mensen)s - 1) i;

INSERT INTO gezinnen_gezin (id, naam, gemeente_id, gemaakt_op)
    SELECT pg_temp.sleutel('gezin', i), 'Gezin ' || i, pg_temp.sleutel('gemeente', 1), %(begin)s
    FROM generate_series(0, %(gezinnen)s - 1) i;

INSERT INTO gezinsplan_gezinsplan (id, gezin_id, staat, afstemming, geactiveerd_op, versie)
    SELECT pg_temp.sleutel('plan', i), pg_temp.sleutel('gezin', i), 'actief', '', %(begin)s, 1
    FROM generate_series(0, %(gezinnen)s - 1) i;

INSERT INTO gezinsplan_doel
    (id, plan_id, leefgebieden, over_wie, tekst, volgorde, gesteld_door, waarom, gevolg, staat, viering, versie)
    SELECT pg_temp.sleutel('doel', i), pg_temp.sleutel('plan', i), '{wonen}', '{}', 'Wij wonen rustig', 0, '', '', '',
        'loopt', '', 1
    FROM generate_series(0, %(gezinnen)s - 1) i;

INSERT INTO gezinnen_coordinatorschap (id, gezin_id, gebruiker_id, instelling_id, van)
    SELECT pg_temp.sleutel('schap', i), pg_temp.sleutel('gezin', i),
        pg_temp.sleutel('gebruiker', 2 * mod(i, %(mensen)s)), pg_temp.sleutel('instelling', 0), %(begin)s
    FROM generate_series(0, %(gezinnen)s - 1) i;

INSERT INTO gezinnen_deelnemer
    (id, gezin_id, soort, naam, gebruiker_id, telefoon, email, bereikbaar, relatie, taal, tolk_nodig, leeswijze,
     aanspreekvorm, gezag_bekend, instelling_id, relatie_tot_gezin, werkelijke_naam, reden_functienaam, versie)
    SELECT pg_temp.sleutel('deelnemer', 2 * i + wie), pg_temp.sleutel('gezin', i), 'professional', 'Wie',
        pg_temp.sleutel('gebruiker', 2 * mod(i, %(mensen)s) + wie), '', '', '{}', '', '', false, 'zelf', 'u', false,
        pg_temp.sleutel('instelling', wie), '', '', '', 1
    FROM generate_series(0, %(gezinnen)s - 1) i, generate_series(0, 1) wie;

INSERT INTO termijnen_termijn
    (id, soort, gezin_id, houder_id, staat, begint_op, loopt_af_op, aan_de_beurt_op, aantal, eenheid,
     oorspronkelijk_loopt_af_op, pogingen)
    SELECT pg_temp.sleutel('termijn', i), 'afspraak', pg_temp.sleutel('gezin', i / %(per_gezin)s),
        pg_temp.sleutel('gebruiker', 2 * mod(i / %(per_gezin)s, %(mensen)s)), 'loopt', %(begin)s, tot, tot, 6, 'week',
        tot, 0
    FROM generate_series(0, %(afspraken)s - 1) i,
        LATERAL (SELECT %(nu)s + interval '20 days' + mod(i::bigint * 7919, 15552000) * interval '1 second') t (tot);

INSERT INTO gezinsplan_afspraak
    (id, doel_id, termijn_id, leefgebieden, over_wie, wat, herhaling, volgorde, start_op, duur_aantal, duur_eenheid,
     is_veiligheidsafspraak, staat, verzet_aantal, hoe_gehoord, versie)
    SELECT pg_temp.sleutel('afspraak', i), pg_temp.sleutel('doel', i / %(per_gezin)s), pg_temp.sleutel('termijn', i),
        '{wonen}', '{}', 'Samen de papieren op orde brengen', '', mod(i, %(per_gezin)s), %(begin)s, 6, 'week', false,
        'loopt', 0, '', 1
    FROM generate_series(0, %(afspraken)s - 1) i;

INSERT INTO gezinsplan_afspraak_uitvoerders (afspraak_id, deelnemer_id)
    SELECT pg_temp.sleutel('afspraak', i), pg_temp.sleutel('deelnemer', 2 * (i / %(per_gezin)s) + 1)
    FROM generate_series(0, %(afspraken)s - 1) i;

INSERT INTO termijnen_gevraagd (termijn_id, gebruiker_id)
    SELECT pg_temp.sleutel('termijn', i), pg_temp.sleutel('gebruiker', 2 * mod(i / %(per_gezin)s, %(mensen)s) + 1)
    FROM generate_series(0, %(afspraken)s - 1) i;

INSERT INTO termijnen_herinnering (termijn_id, aan_de_beurt_op)
    SELECT id, loopt_af_op - dagen * interval '1 day' FROM termijnen_termijn, unnest(ARRAY[7, 1]) dagen;

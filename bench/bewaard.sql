-- Plans that have ended and are kept: number %(van)s up to %(tot)s, slim, as the app leaves them. A mother and a child, a
-- goal that was reached, two afspraken that were done, and who coordinated until when.
INSERT INTO gezinnen_gezin (id, naam, gemeente_id, gemaakt_op)
    SELECT pg_temp.sleutel('bgezin', i), 'Gezin ' || i, pg_temp.sleutel('gemeente', 1), %(begin)s - interval '3 years'
    FROM generate_series(%(van)s, %(tot)s - 1) i;

INSERT INTO gezinsplan_gezinsplan (id, gezin_id, staat, afstemming, geactiveerd_op, afgerond_op, versie)
    SELECT pg_temp.sleutel('bplan', i), pg_temp.sleutel('bgezin', i), 'afgerond', '', %(begin)s - interval '3 years',
        %(begin)s, 1
    FROM generate_series(%(van)s, %(tot)s - 1) i;

INSERT INTO gezinsplan_doel
    (id, plan_id, leefgebieden, over_wie, tekst, volgorde, gesteld_door, waarom, gevolg, staat, bereikt_op, viering, versie)
    SELECT pg_temp.sleutel('bdoel', i), pg_temp.sleutel('bplan', i), '{wonen}', '{}', 'Wij wonen rustig', 0, '', '', '',
        'bereikt', %(begin)s::date, '', 1
    FROM generate_series(%(van)s, %(tot)s - 1) i;

INSERT INTO gezinnen_huishouden (id, gezin_id, naam, adres, geheim_adres, is_hoofdhuishouden)
    SELECT pg_temp.sleutel('bhuis', i), pg_temp.sleutel('bgezin', i), 'Thuis', 'Elzenlaan ' || i, false, true
    FROM generate_series(%(van)s, %(tot)s - 1) i;

INSERT INTO gezinnen_coordinatorschap (id, gezin_id, gebruiker_id, instelling_id, van, tot)
    SELECT pg_temp.sleutel('bschap', i), pg_temp.sleutel('bgezin', i),
        pg_temp.sleutel('gebruiker', 2 * mod(i, %(mensen)s)), pg_temp.sleutel('instelling', 0),
        %(begin)s - interval '3 years', %(begin)s
    FROM generate_series(%(van)s, %(tot)s - 1) i;

INSERT INTO gezinnen_deelnemer
    (id, gezin_id, soort, naam, telefoon, email, bereikbaar, relatie, geboortedatum, taal, tolk_nodig, leeswijze,
     aanspreekvorm, gezag_bekend, huishouden_id, relatie_tot_gezin, werkelijke_naam, reden_functienaam, gestopt_op, versie)
    SELECT pg_temp.sleutel('blid', 2 * i::bigint + wie), pg_temp.sleutel('bgezin', i), 'gezinslid',
        CASE wie WHEN 0 THEN 'Moeder' ELSE 'Kind' END, '', '', '{}', CASE wie WHEN 0 THEN 'moeder' ELSE 'kind' END,
        CASE WHEN wie > 0 THEN (%(begin)s - interval '9 years')::date END, '', false, 'zelf', 'u', wie > 0,
        pg_temp.sleutel('bhuis', i), '', '', '', %(begin)s, 1
    FROM generate_series(%(van)s, %(tot)s - 1) i, generate_series(0, 1) wie;

INSERT INTO termijnen_termijn
    (id, soort, gezin_id, houder_id, staat, begint_op, loopt_af_op, aan_de_beurt_op, aantal, eenheid,
     oorspronkelijk_loopt_af_op, beeindigd_op, pogingen)
    SELECT pg_temp.sleutel('btermijn', 2 * i::bigint + n), 'afspraak', pg_temp.sleutel('bgezin', i),
        pg_temp.sleutel('gebruiker', 2 * mod(i, %(mensen)s)), 'gehaald', %(begin)s - interval '1 year', %(begin)s,
        %(begin)s, 6, 'week', %(begin)s, %(begin)s, 0
    FROM generate_series(%(van)s, %(tot)s - 1) i, generate_series(0, 1) n;

INSERT INTO gezinsplan_afspraak
    (id, doel_id, termijn_id, leefgebieden, over_wie, wat, herhaling, volgorde, start_op, duur_aantal, duur_eenheid,
     is_veiligheidsafspraak, staat, verzet_aantal, gebeurd_op, vastgelegd_op, hoe_gehoord, versie)
    SELECT pg_temp.sleutel('bafspraak', 2 * i::bigint + n), pg_temp.sleutel('bdoel', i),
        pg_temp.sleutel('btermijn', 2 * i::bigint + n), '{wonen}', '{}', 'Samen de papieren op orde brengen', '', n,
        (%(begin)s - interval '1 year')::date, 6, 'week', false, 'gedaan', 0, %(begin)s::date, %(begin)s, '', 1
    FROM generate_series(%(van)s, %(tot)s - 1) i, generate_series(0, 1) n;

INSERT INTO gezinsplan_afspraak_uitvoerders (afspraak_id, deelnemer_id)
    SELECT pg_temp.sleutel('bafspraak', 2 * i::bigint + n), pg_temp.sleutel('blid', 2 * i::bigint)
    FROM generate_series(%(van)s, %(tot)s - 1) i, generate_series(0, 1) n;

-- What a region or the whole country has besides the running afspraken of gegevens.sql: the people of each family, rights
-- and grounds of who helps, and notices in the inbox. Keys as there: pg_temp.sleutel.
INSERT INTO instanties_functie (id, rol, titel, gebruiker_id, instelling_id)
    SELECT pg_temp.sleutel('functie', i), 'hulpverlener', '', pg_temp.sleutel('gebruiker', i),
        pg_temp.sleutel('instelling', mod(i, 2))
    FROM generate_series(0, 2 * %(mensen)s - 1) i;

INSERT INTO gezinnen_huishouden (id, gezin_id, naam, adres, geheim_adres, is_hoofdhuishouden)
    SELECT pg_temp.sleutel('huishouden', i), pg_temp.sleutel('gezin', i), 'Thuis', 'Populierstraat ' || i, false, true
    FROM generate_series(0, %(gezinnen)s - 1) i;

-- A mother and two children.
INSERT INTO gezinnen_deelnemer
    (id, gezin_id, soort, naam, telefoon, email, bereikbaar, relatie, geboortedatum, taal, tolk_nodig, leeswijze,
     aanspreekvorm, gezag_bekend, huishouden_id, relatie_tot_gezin, werkelijke_naam, reden_functienaam, versie)
    SELECT pg_temp.sleutel('lid', 3 * i + wie), pg_temp.sleutel('gezin', i), 'gezinslid',
        CASE wie WHEN 0 THEN 'Moeder' ELSE 'Kind' END, '', '', '{}', CASE wie WHEN 0 THEN 'moeder' ELSE 'kind' END,
        CASE WHEN wie > 0 THEN (%(nu)s - wie * interval '5 years')::date END, '', false, 'zelf', 'u', wie > 0,
        pg_temp.sleutel('huishouden', i), '', '', '', 1
    FROM generate_series(0, %(gezinnen)s - 1) i, generate_series(0, 2) wie;

INSERT INTO gezinnen_gezag (id, kind_id, houder_id)
    SELECT pg_temp.sleutel('gezag', 3 * i + kind), pg_temp.sleutel('lid', 3 * i + kind), pg_temp.sleutel('lid', 3 * i)
    FROM generate_series(0, %(gezinnen)s - 1) i, generate_series(1, 2) kind;

-- The coordinator sees the whole plan, who carries out one leefgebied of it.
INSERT INTO toestemming_grondslag
    (id, gezin_id, gebruiker_id, deelnemer_id, soort, alles, leefgebieden, bereik, over_wie, reden, kenmerk, van)
    SELECT pg_temp.sleutel('grondslag', 2 * i + wie), pg_temp.sleutel('gezin', i),
        pg_temp.sleutel('gebruiker', 2 * mod(i, %(mensen)s) + wie),
        CASE WHEN wie = 1 THEN pg_temp.sleutel('deelnemer', 2 * i + wie) END,
        CASE wie WHEN 0 THEN 'coordinatie' ELSE 'rechtstreeks_betrokken' END, wie = 0,
        CASE wie WHEN 0 THEN '{}'::text[] ELSE '{wonen}' END, 'iedereen', '{}', '', '', %(begin)s
    FROM generate_series(0, %(gezinnen)s - 1) i, generate_series(0, 1) wie;

INSERT INTO gezinnen_gezinrechtverlening (permission_id, user_id, content_object_id)
    SELECT recht.id, pg_temp.sleutel('gebruiker', 2 * mod(i, %(mensen)s) + wie), pg_temp.sleutel('gezin', i)
    FROM generate_series(0, %(gezinnen)s - 1) i, generate_series(0, 1) wie,
        auth_permission recht JOIN django_content_type soort ON soort.id = recht.content_type_id
    WHERE soort.app_label = 'gezinnen' AND (codename IN ('gezin_bekijken', 'gezin_reageren', 'stagnatie_melden')
        OR wie = 0 AND codename = 'gezin_bewerken');

-- Twenty notices each, five of them new.
INSERT INTO berichten_bericht
    (id, soort, gezin_id, object_id, sleutel, gemaakt_op, gelezen_op, mail_staat, spoed, pogingen, laatste_fout, ontvanger_id)
    SELECT pg_temp.sleutel('bericht', 20 * i::bigint + n), 'herinnering', pg_temp.sleutel('gezin', mod(i, %(gezinnen)s)),
        NULL, 'bench:' || i || ':' || n, %(nu)s - n * interval '1 day',
        CASE WHEN n >= 5 THEN %(nu)s END, 'niet_nodig', false, 0, '', pg_temp.sleutel('gebruiker', i)
    FROM generate_series(0, 2 * %(mensen)s - 1) i, generate_series(0, 19) n;

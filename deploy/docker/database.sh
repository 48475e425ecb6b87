#!/bin/sh
# Run by the image of PostgreSQL, once, when its volume is still empty: the two roles, their passwords and the database.
set -eu
psql --quiet -v ON_ERROR_STOP=1 --username=postgres --dbname=postgres --file=/deploy/rollen.sql
psql --quiet -v ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
    -v eigenaar="$(cat /run/secrets/database_eigenaar)" -v app="$(cat /run/secrets/database_app)" <<'SQL'
ALTER ROLE eigenaar PASSWORD :'eigenaar';
ALTER ROLE app PASSWORD :'app';
CREATE DATABASE plan OWNER eigenaar;
SQL
psql --quiet -v ON_ERROR_STOP=1 --username=postgres --dbname=plan --command='SET ROLE eigenaar' --file=/deploy/rechten.sql

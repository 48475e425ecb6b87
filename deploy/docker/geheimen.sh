#!/bin/sh
# Makes the secrets of docker-compose.yml that aren't there yet, each of its own; what is there stays as it is.
# The folder is for the administrator alone. The files in it can be read by whoever they are mounted for.
set -eu
plaats=${1:-geheimen}
umask 077
mkdir -p "$plaats"
chmod 700 "$plaats"
for naam in secret_key database_app database_eigenaar database_postgres metingen_token; do
    if [ ! -s "$plaats/$naam" ]; then
        openssl rand -hex 32 > "$plaats/$naam"
    fi
done
if [ ! -e "$plaats/email_url" ]; then
    echo 'smtp+tls://GEBRUIKER:WACHTWOORD@mail.regio.example:587' > "$plaats/email_url"
    echo "Vul $plaats/email_url in."
fi
chmod 444 "$plaats"/*

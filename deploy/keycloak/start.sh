#!/bin/bash
# Keycloak takes secrets from environment variables only. realm.json names them CLIENT_SECRET_<client
# id>, with an underscore for every character that a variable cannot have.
set -euo pipefail
for file in /run/clients/*; do
  client=${file##*/}
  export "CLIENT_SECRET_${client//[^A-Za-z0-9]/_}=$(<"$file")"
done
KC_DB_PASSWORD=$(</run/secrets/keycloak_db_password)
KC_BOOTSTRAP_ADMIN_PASSWORD=$(</run/secrets/keycloak_admin_password)
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD
exec /opt/keycloak/bin/kc.sh "$@"

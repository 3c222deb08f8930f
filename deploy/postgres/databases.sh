#!/bin/bash
# Runs once, on the first start of an empty data directory. Each service has a database with two
# roles: the owner, for migrations, and the application, which gets rights on tables from the
# migrations alone. Passwords are read by psql itself and stand on no command line.
set -euo pipefail
secrets=${SECRETS_DIRECTORY:-/run/secrets}

run() {
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres "$@"
}

service_database() {
  export OWNER_FILE="$secrets/$1_owner_password" APP_FILE="$secrets/$1_app_password"
  run --set name="$1" --set owner="$1_owner" --set app="$1_app" <<'SQL'
\set owner_password `cat "$OWNER_FILE"`
\set app_password `cat "$APP_FILE"`
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password';
CREATE ROLE :"app" LOGIN PASSWORD :'app_password';
CREATE DATABASE :"name" OWNER :"owner";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"name" TO :"app";
SQL
}

keycloak_database() {
  export OWNER_FILE="$secrets/keycloak_db_password"
  run <<'SQL'
\set password `cat "$OWNER_FILE"`
CREATE ROLE keycloak LOGIN PASSWORD :'password';
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
SQL
}

service_database registry
# Owns the tables of keys; nobody signs in as it.
run <<'SQL'
CREATE ROLE registry_keys NOLOGIN;
GRANT registry_keys TO registry_owner;
SQL
service_database onboarding
service_database projection
keycloak_database

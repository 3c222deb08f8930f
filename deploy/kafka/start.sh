#!/bin/bash
# The image takes its settings from environment variables only; the password with which the brokers and controllers know each other
# comes from a file.
set -euo pipefail
password=$(</run/secrets/kafka_broker_password)
[[ $password =~ ^[A-Za-z0-9+/=]{32,}$ ]] || {
  echo "Expected at least 32 characters of Base64 in /run/secrets/kafka_broker_password; deploy/make-secrets writes them." >&2
  exit 1
}
login="org.apache.kafka.common.security.plain.PlainLoginModule required username=\"kafka_broker\" password=\"$password\" user_kafka_broker=\"$password\";"
export KAFKA_LISTENER_NAME_INTERNAL_PLAIN_SASL_JAAS_CONFIG=$login
export KAFKA_LISTENER_NAME_CONTROLLER_PLAIN_SASL_JAAS_CONFIG=$login
exec /etc/kafka/docker/run

#!/bin/bash
# Reads every NAME_FROM_FILE into NAME, then becomes the given command. Programs that know only
# environment variables get their secrets from files this way.
set -euo pipefail
for variable in $(compgen -e); do
  if [[ $variable == *_FROM_FILE ]]; then
    name=${variable%_FROM_FILE}
    value=$(<"${!variable}")
    if [[ -z $value ]]; then
      echo "Expected a secret for $name in ${!variable}, but the file is empty." >&2
      exit 1
    fi
    export "$name=$value"
    unset "$variable"
  fi
done
exec "$@"

#!/bin/bash
# Exit code 0 when Keycloak is ready; its image has no HTTP client.
exec 3<>/dev/tcp/127.0.0.1/9000 || exit 1
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 status <&3
[[ $status == HTTP/1.*" 200"* ]]

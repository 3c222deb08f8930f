#!/bin/bash
# Exit code 0 when the service on SERVER_PORT says that it is up; the image has no HTTP client.
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:?}" || exit 1
printf 'GET /actuator/health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 status <&3
[[ $status == HTTP/1.*" 200"* ]]

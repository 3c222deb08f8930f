#!/bin/bash
# Healthy when the broker accepts connections from clients; whoever asks more than that has to sign in.
exec 3<>/dev/tcp/localhost/19092

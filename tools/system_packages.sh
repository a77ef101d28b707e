#!/bin/sh
# Sees to the system packages that the browser tests need: installs them when run as root, otherwise names them in one line.
set -u

browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

browser >/dev/null 2>&1 && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing the system package chromium (the browser tests drive it)"
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    if { apt-get update -q && apt-get install -q -y --no-install-recommends chromium; } >"$log" 2>&1 </dev/null; then
        rm -f "$log"
        browser >/dev/null 2>&1 && exit 0
    fi
    [ ! -f "$log" ] || tail -n 15 "$log" >&2
fi
echo "In Tray: the browser tests need the system package chromium; install it (on Debian: apt-get install chromium) and run this again" >&2
exit 1

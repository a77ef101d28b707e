#!/bin/sh
# Makes the virtual environment named by $1 with a Python that the game can use, or says in one line what is missing.
# PYTHON=/path/to/python chooses one; otherwise the first of the usual names that runs and is new enough.
set -u
venv=$1

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

if new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi

found=
for python in ${PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
    new_enough "$python" || continue
    found=$python
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || continue
    echo "Setting up $venv with $("$python" --version) (only this once)"
    rm -rf "$venv"
    exec "$python" -m venv "$venv"
done

if [ -n "$found" ]; then
    echo "In Tray: $found cannot make a virtual environment (its module ensurepip is missing); on Debian or Ubuntu: apt-get install python3-venv" >&2
else
    echo "In Tray needs Python 3.11 or newer, and none of ${PYTHON:-python3 python3.13 python3.12 python3.11 python} is; install one or run: make PYTHON=/path/to/python ..." >&2
fi
exit 1

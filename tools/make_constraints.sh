#!/bin/sh
# Writes constraints.txt anew: the newest versions that pyproject.toml allows, for the game and every extra, from a fresh
# environment. Run with the oldest Python that the project supports, so that everybody can install what it finds.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
sh tools/make_venv.sh "$scratch/venv"
"$scratch/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input -e ".[fast,lab,host,web,dev]"
{
    echo "# Exact versions that the tests run with, for the game and every extra; made by \`make constraints\`."
    "$scratch/venv/bin/python" -m pip freeze --exclude-editable
} >"$scratch/constraints.txt"
mv "$scratch/constraints.txt" constraints.txt

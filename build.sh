#!/usr/bin/env bash
# Pack the game for the browser: ./build.sh for pygbag's own runtime (build/web-cdn), ./build.sh --offline for
# Pyodide beside the page (build/web-offline, needs build/web-runtime: make web-runtime). No network is used.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
title="In Tray"

fail() { echo "build.sh: $*" >&2; exit 1; }

template=page.tmpl kind=web-cdn
case "$#:${1-}" in
  0:) ;;
  1:--offline) template=offline.tmpl kind=web-offline ;;
  *) echo "usage: build.sh [--offline]" >&2; exit 2 ;;
esac

python=$root/.venv/bin/python
[ -x "$python" ] || python=$(command -v python3) || fail "neither .venv nor python3 is there: run make setup"
"$python" -c 'import pygbag' 2>/dev/null || fail "pygbag is not installed: run make setup"

runtime=$root/build/web-runtime
if [ "$kind" = web-offline ] && [ ! -f "$runtime/wheels.json" ]; then
  fail "$runtime is not complete: run make web-runtime first"
fi

mkdir -p "$root/build"
work=$(mktemp -d "$root/build/$kind.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
app=$work/intray # pygbag names the archive after its folder
mkdir "$app"

cd "$root"
"$python" -m web.stage "$app" || fail "the game cannot be packed"
"$python" -m web.audit "$app" || fail "what would be packed may not go into a browser"
"$python" -m web.make_icon "$work/icon.png" >/dev/null || fail "the icon cannot be drawn"
mkdir "$app/static"
cp web/page.css web/page.mjs "$app/static/"
[ "$kind" = web-cdn ] || cp web/boot.mjs "$app/static/"

# Without a local template and a local icon pygbag asks its CDN for ever, hence both, and the timeout.
if ! timeout 120 "$python" -m pygbag --build --no_opt --template "web/$template" --icon "$work/icon.png" \
  --title "$title" "$app" >"$work/pygbag.log" 2>&1; then
  tail -n 5 "$work/pygbag.log" >&2
  fail "pygbag did not finish"
fi
site=$app/build/web
[ -f "$site/index.html" ] && [ -f "$site/intray.apk" ] || fail "pygbag left no page: $(tail -n 1 "$work/pygbag.log")"

if [ "$kind" = web-offline ]; then
  rm -f "$site/intray.tar.gz" # the same files once more, for pygbag's own runtime
  cp -r "$runtime" "$site/engine"
  "$python" -m web.manifest "$site" || fail "the list of files cannot be written"
fi

rm -rf -- "${root:?}/build/$kind"
mv -- "$site" "$root/build/$kind"
echo "build/$kind: $(du -sh "$root/build/$kind" | cut -f1), archive $(du -k "$root/build/$kind/intray.apk" | cut -f1) kB"

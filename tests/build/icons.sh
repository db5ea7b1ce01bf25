#!/usr/bin/env bash
# Draws extension/icons/*.png from copydesk.svg with the browser that the tests use. Run it by hand
# after a change of the drawing; the PNG files are committed.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
ICONS=$ROOT/extension/icons
PAGE=$(mktemp --suffix=.html)
trap 'rm -f "$PAGE"' EXIT

for size in 16 32 48 128; do
  printf '<!doctype html><style>body { margin: 0 } svg { display: block; width: %spx; height: %spx }</style>' "$size" "$size" >"$PAGE"
  cat "$ICONS/copydesk.svg" >>"$PAGE"
  "${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
    --default-background-color=00000000 --window-size="$size,$size" --screenshot="$ICONS/$size.png" "file://$PAGE" 2>/dev/null
done

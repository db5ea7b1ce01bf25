#!/usr/bin/env bash
# The one entry to building, running, testing and measuring Copydesk. './build.sh --help' tells more.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
TARGET=$ROOT/target
# As tests/browser/browsers.mjs has them.
BROWSERS=(chromium firefox)
ENGINE=$TARGET/engine
# In the order of their names functions of one module stand together: 11 kB less with gzip.
WASM_OPT=(-O1 --reorder-functions-by-name --enable-bulk-memory --enable-sign-ext --enable-mutable-globals --enable-nontrapping-float-to-int
  --enable-reference-types --enable-multivalue --enable-extended-const --enable-simd --strip-debug --strip-producers)
# shellcheck source=tests/build/toolchain.sh
source "$ROOT/tests/build/toolchain.sh"
# shellcheck source=tests/build/suite.sh
source "$ROOT/tests/build/suite.sh"

usage() {
  cat <<'HELP'
usage: ./build.sh COMMAND [OPTION]...

  run         build, and open a browser with the extension on the sample story
  test        every test: lints, native, WASM boundary, end to end in a real browser
  wasm        build the engine for the browser into target/engine
  extension   build the extension into target/extension/BROWSER
  www         build the landing page with its playground into target/www, and serve it
  score       quality: the cases, and the corpora where they lie beside the repository
  bench       speed and size, against its peers in the same browser
  package     the extension as the stores want it, into target/package

'./build.sh COMMAND --help' tells the options. What is missing on the machine is installed where that
is possible without asking; otherwise one line says what to install. Nothing is built twice.
HELP
}

help_run() {
  cat <<'HELP'
usage: ./build.sh run [--browser chromium|firefox] [--page FILE|URL]... [--headless] [--out DIR]

Opens a browser with a fresh profile and the extension on the sample story, or on each --page.
Click the Copydesk button in the toolbar (or press Alt+Shift+Y).

  --headless   no window: makes a real click on the toolbar button of each page, waits for the reader,
               and writes DIR/N.png (what is on the screen) and DIR/N.json (what the reader shows).
               Fails if a page gives no reader.
  --out DIR    where to write; target/run if not given
HELP
}

help_test() {
  cat <<'HELP'
usage: ./build.sh test [lint|native|wasm|e2e|pipelines|package|mutants|fuzz [SECONDS]]...

The stages named, or all but the last two. Goes on after a stage that failed, ends with 'N passed, N failed',
and fails if any did. Lints: rustfmt, clippy (native and WASM), rustdoc, syntax and types of the scripts.
pipelines: the examples of docs/pipelines.md, as far as what they need is installed. package: two builds
from nothing compared, and web-ext lint. mutants: breaks the sources in one small place at a
time (tests/mutants) and fails if no test notices. fuzz: the targets of tests/fuzz under libFuzzer, SECONDS in
all (120); the compilation comes on top.
HELP
}

help_wasm() {
  cat <<'HELP'
usage: ./build.sh wasm

Compiles the engine, makes its JavaScript side and shrinks it: target/engine/copydesk.js and
target/engine/copydesk_bg.wasm, beside the packed models.
HELP
}

help_extension() {
  cat <<'HELP'
usage: ./build.sh extension [chromium|firefox]...

The unpacked extension in target/extension/BROWSER, for both browsers if none is named. Load it by
hand at chrome://extensions (developer mode, 'Load unpacked') or about:debugging in Firefox.
HELP
}

help_www() {
  cat <<'HELP'
usage: ./build.sh www [--serve [PORT]]

The landing page and playground in target/www, ready for any static host. --serve serves it on this machine only.
HELP
}

help_score() {
  cat <<'HELP'
usage: ./build.sh score [--only cases|extraction|inserts|entities] [--half dev] [--data DIR] [--out DIR] [--json FILE]

Quality in two parts: how many of tests/cases pass, by group, and, where the corpora and their scorers
lie in ../shared beside the repository, the tables of ../shared/score on them (or on DIR).

  --only PART  this part alone; all but 'cases' need the corpora, and Python 3.10 or newer
HELP
}

help_bench() {
  cat <<'HELP'
usage: ./build.sh bench [--pages DIR] [--json FILE] [--clicks N] [--save]

Times Readability.js, compromise and the engine on the same pages in one run of one Chromium, and the
way from a click to the reader; then how long two stories of 1,500 words take to be compared (alone:
tests/bench/compare.mjs). Pages: tests/pages and a fixed sample of ../shared/corpora where it is
there, or every .html file of DIR. Prints medians and sizes.

The native tool beside dom_smoothie and trafilatura: tests/bench/native.py.

  --json FILE  also writes the figures as JSON
  --save       adds a line to tests/bench/history.csv
HELP
}

help_package() {
  cat <<'HELP'
usage: ./build.sh package [--check]

target/package/copydesk-VERSION-BROWSER.zip: the same bytes for the same sources.

  --check      packs twice, the second time from a build from nothing, and compares
HELP
}

# Compiles, binds and shrinks the engine; each step only if its input is newer than its output.
build_wasm() {
  ensure_wasm_rust
  say "compiling the engine for the browser"
  wasm_cargo build --quiet --release --lib --example comparer --no-default-features ||
    die "the engine does not compile for WASM"
  bind_module copydesk copydesk
  bind_module examples/comparer comparer
  local model code
  rm -rf "$ENGINE/names"
  mkdir -p "$ENGINE/names"
  rm -f "$ENGINE"/*.bin
  cp "$ROOT"/src/packed/data/*.bin "$ENGINE/"
  for model in "$ROOT"/src/packed/data/names/*.bin; do
    [ -f "$model" ] || continue
    code=$(basename "$model" .bin)
    cp "$model" "$ENGINE/names/"
    cat "$ROOT/src/language/given.txt" "$ROOT/src/language/of/$code/lexicon.txt" > "$ENGINE/names/$code.txt"
  done
}

# Makes NAME.js and NAME_bg.wasm of a compiled module, if it is newer: bind_module COMPILED NAME
bind_module() {
  local compiled=$TARGET/wasm/$WASM/release/$1.wasm out=$ENGINE/${2}_bg.wasm bound=$TARGET/bindgen
  if [ -f "$out" ] && [ ! "$compiled" -nt "$out" ]; then return; fi
  ensure_bindgen
  ensure_packages
  say "binding and shrinking the module '$2'"
  rm -rf "$bound"
  "$BINDGEN/wasm-bindgen" --target web --experimental-reset-state-function --out-dir "$bound" "$compiled"
  mkdir -p "$ENGINE"
  cp "$bound/$2.js" "$bound/$2.d.ts" "$ENGINE/"
  "$ROOT/tests/node_modules/.bin/wasm-opt" "${WASM_OPT[@]}" "$bound/${2}_bg.wasm" -o "$out"
}


build_extension() {
  build_wasm
  ensure_packages
  node "$ROOT/tests/build/assemble.mjs" extension "$@"
}

build_www() {
  build_wasm
  ensure_packages
  node "$ROOT/tests/build/assemble.mjs" www
}

cmd_wasm() { build_wasm; }

cmd_extension() {
  [ $# -gt 0 ] || set -- "${BROWSERS[@]}"
  build_extension "$@"
}

cmd_www() {
  build_www
  [ "${1:-}" != --serve ] || exec node "$ROOT/tests/build/serve.mjs" "$TARGET/www" "${2:-8080}"
}

# The value after --browser, or chromium.
chosen_browser() {
  local browser=chromium
  while [ $# -gt 0 ]; do
    case $1 in
      --browser) browser=${2:-} ;;
      --browser=*) browser=${1#*=} ;;
    esac
    shift
  done
  case $browser in
    chromium | firefox) echo "$browser" ;;
    *) die "--browser must be chromium or firefox, not '$browser'" ;;
  esac
}

cmd_run() {
  local browser
  browser=$(chosen_browser "$@")
  "ensure_$browser"
  build_extension "$browser"
  exec node "$ROOT/tests/build/run.mjs" "$@"
}

cmd_score() {
  local shared=$ROOT/../shared data=$ROOT/../shared/corpora arguments=("$@") only=
  while [ $# -gt 0 ]; do
    case $1 in
      --only) only=${2:-} ;;
      --only=*) only=${1#*=} ;;
      --data) data=${2:-} ;;
      --data=*) data=${1#*=} ;;
    esac
    shift
  done
  ensure_rust
  cd "$ROOT"
  [ "${only:-cases}" != cases ] || cargo test --quiet --test cases -- --table
  [ "$only" != cases ] || return 0
  if [ ! -f "$shared/score/score.py" ] || [ ! -d "$data" ]; then
    [ -z "$only" ] || die "no corpora: '--only $only' needs ../shared/score and $data"
    say "no corpora beside the repository: the cases are all that is scored"
    return 0
  fi
  cargo build --quiet --release
  local cli
  cli="$(native_target)/release/copydesk batch"
  python3 "$shared/score/score.py" --cli "$cli" --data "$data" "${arguments[@]}"
  [ -n "$only" ] || [ ! -d "$data/suites" ] || python3 "$shared/score/suites.py" --cli "$cli" --data "$data/suites"
}

native_target() { echo "${CARGO_TARGET_DIR:-$TARGET}"; }

cmd_bench() {
  ensure_chromium
  ensure_packages
  build_extension chromium
  exec node "$ROOT/tests/bench/bench.mjs" "$@"
}

cmd_package() {
  cmd_extension
  node "$ROOT/tests/build/package.mjs"
  [ "${1:-}" = --check ] || return 0
  local first=$TARGET/package.first
  rm -rf "$first" "$ENGINE" "$TARGET/wasm/$WASM/release"
  mv "$TARGET/package" "$first"
  cmd_extension
  node "$ROOT/tests/build/package.mjs"
  diff -r "$first" "$TARGET/package" || die "two builds of the same sources differ"
  rm -rf "$first"
  say "the second build gave the same bytes"
}

main() {
  local command=${1:-}
  case $command in
    run | test | wasm | extension | www | score | bench | package) shift ;;
    '' | -h | --help | help)
      usage
      return
      ;;
    *) die "no such command: '$command' (see ./build.sh --help)" ;;
  esac
  case ${1:-} in
    -h | --help) "help_$command" ;;
    *) "cmd_$command" "$@" ;;
  esac
}

main "$@"

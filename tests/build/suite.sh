# shellcheck shell=bash
# ./build.sh test: the stages and what is counted. Sourced by build.sh.

PASSED=0
FAILED=0
SKIPPED=0
KNOWN=0

cmd_test() {
  local stages=() stage
  for stage in "$@"; do
    if [[ $stage =~ ^[1-9][0-9]*$ ]]; then FUZZ_SECONDS=$stage; else stages+=("$stage"); fi
  done
  [ ${#stages[@]} -gt 0 ] || stages=(lint native wasm e2e pipelines package)
  for stage in "${stages[@]}"; do
    case $stage in
      lint | native | wasm | e2e | pipelines | package | mutants | fuzz) ;;
      *) die "no such stage: '$stage' (lint, native, wasm, e2e, pipelines, package, mutants, fuzz)" ;;
    esac
  done
  mkdir -p "$TARGET/test"
  for stage in "${stages[@]}"; do
    say "== $stage"
    "stage_$stage"
  done
  [ "$KNOWN" = 0 ] || say "$KNOWN cases fail and are known to (tests/cases/known_failures.txt)"
  echo "$PASSED passed, $FAILED failed, $SKIPPED skipped"
  [ "$FAILED" = 0 ] && [ "$PASSED" -gt 0 ]
}

# check NAME COMMAND...: a check that counts as one test; its output is shown only if it fails.
check() {
  local name=$1 log=$TARGET/test/check.log
  shift
  if "$@" >"$log" 2>&1; then
    say "ok      $name"
    PASSED=$((PASSED + 1))
  else
    cat "$log" >&2
    say "FAILED  $name"
    FAILED=$((FAILED + 1))
  fi
}

# runner NAME COMMAND...: a test runner; its own counts are added. One that ends badly without a
# failed test (it did not compile, the browser died) counts as one failure.
runner() {
  local name=$1 log=$TARGET/test/$1.log status=0 before=$FAILED
  shift
  "$@" 2>&1 | tee "$log" || status=1
  count "$log"
  if [ "$status" != 0 ] && [ "$FAILED" = "$before" ]; then
    FAILED=$((FAILED + 1))
    say "FAILED  $name did not run to its end"
  fi
}

# Adds up the closing lines of cargo test, nextest and node's runner. The cases' runner gives out its known
# failures as ignored and tells their number: they are neither passed nor skipped.
count() {
  local passed failed skipped known
  read -r passed failed skipped known < <(sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    function before(word,  i) { for (i = 2; i <= NF; i++) if ($i ~ "^" word) return $(i - 1); return 0 }
    /^test result: / { passed += before("passed"); failed += before("failed"); skipped += before("ignored") }
    /Summary \[.*tests? run:/ { passed += before("passed"); failed += before("failed") + before("timed"); skipped += before("skipped") }
    /^(#|ℹ) pass / { passed += $3 }
    /^(#|ℹ) fail / { failed += $3 }
    /^(#|ℹ) skipped / { skipped += $3 }
    /^known failures: / { known += $3; skipped -= $3 }
    END { print passed + 0, failed + 0, skipped + 0, known + 0 }')
  PASSED=$((PASSED + passed))
  FAILED=$((FAILED + failed))
  SKIPPED=$((SKIPPED + skipped))
  KNOWN=$((KNOWN + known))
}

stage_lint() {
  ensure_rust
  ensure_wasm_rust
  ensure_node
  cd "$ROOT"
  check "rustfmt" cargo fmt --all --check
  check "clippy" cargo clippy --quiet --all-targets -- -D warnings
  check "clippy without the command line tool" cargo clippy --quiet --no-default-features -- -D warnings
  check "the engine compiles for WASM without a warning" wasm_lint
  check "rustdoc" env RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --document-private-items
  check "syntax of the scripts" script_syntax
  check "the files that docs/ names are there" documents_name_files
  check "no path or host of a machine in a file" no_machine_names
  ensure_packages
  check "the contract of engine and scripts is current" node tests/build/contract.mjs --check
  check "types of the scripts" tests/node_modules/.bin/tsc -p tests/lint
  check "every breakage of tests/mutants fits its source" node tests/mutants/run.mjs --check
}

# The compiler's own warnings: Debian's toolchain has no clippy. Cargo repeats those of an earlier build.
wasm_lint() {
  local log=$TARGET/test/wasm-lint.log
  wasm_cargo build --release --lib --no-default-features >"$log" 2>&1 && ! grep -q '^warning' "$log" && return
  cat "$log"
  return 1
}

script_syntax() {
  local file
  for file in build.sh .ci/run tests/build/*.sh; do bash -n "$file" || return 1; done
  while read -r file; do
    [ ! -f "$file" ] || node --check "$file" || return 1
  done < <(git ls-files -co --exclude-standard '*.js' '*.mjs')
}

# Names in capitals stand for what a newcomer chooses.
documents_name_files() {
  local path missing=0
  while read -r path; do
    [ -e "$path" ] || { echo "docs/ names $path, which is not there"; missing=1; }
  done < <(grep -rhoE '`(src|tests|extension|www)/[^ `*]+`' docs | tr -d '`' | grep -vE '[A-Z]{4}' | sort -u)
  return "$missing"
}

no_machine_names() {
  local words='resolved": "http|/(home|Users)/[a-z]+/'
  ! git grep -nEI "$words" -- . ':!tests/build/suite.sh'
}

# Tests that need the corpora are marked as ignored: they run where those lie, and count as skipped elsewhere.
have_corpora() { [ -d "${COPYDESK_SHARED:-$ROOT/../shared}/corpora" ]; }

stage_native() {
  ensure_rust
  cd "$ROOT"
  local targets=(--lib --bins) file corpora=()
  for file in tests/*.rs tests/*/main.rs; do
    file=${file%/main.rs}
    file=${file#tests/}
    [ "$file" = case_runner ] || targets+=(--test "${file%.rs}")
  done
  # Of the tests that are left out by default all but one need the corpora; that one is a tool of the training.
  if cargo nextest --version >/dev/null 2>&1; then
    ! have_corpora || corpora=(--run-ignored all -E 'not test(=tags_a_file)')
    runner native cargo nextest run --no-fail-fast --no-tests=pass "${targets[@]}" "${corpora[@]}"
  else
    ! have_corpora || corpora=(-- --include-ignored --skip tags_a_file)
    runner native cargo test "${targets[@]}" "${corpora[@]}"
  fi
  # Apart: nextest would start the tool, and load its models, once for every case.
  runner cases cargo test --quiet --test cases -- --quiet
  runner examples cargo test --quiet --doc
}

stage_wasm() {
  ensure_wasm_rust
  ensure_bindgen
  ensure_chromedriver
  cd "$ROOT"
  runner wasm wasm_tests
}

# In the release profile, so that nothing is compiled a second time for the tests.
wasm_tests() {
  CHROMEDRIVER=$(command -v chromedriver) \
    WASM_BINDGEN_TEST_WEBDRIVER_JSON=$ROOT/tests/browser/webdriver.json \
    WASM_BINDGEN_TEST_TIMEOUT=120 \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=$BINDGEN/wasm-bindgen-test-runner \
    wasm_cargo test --release --test web --no-default-features "${WASM_TEST[@]}"
}

stage_e2e() {
  ensure_chromium
  ensure_firefox
  ensure_openssl
  ensure_packages
  build_extension "${BROWSERS[@]}"
  build_www
  cd "$ROOT"
  runner e2e node --test --test-reporter=tap --test-concurrency=1 "$ROOT"/tests/e2e/*.test.mjs
  skips "$TARGET/test/e2e.log"
}

# The examples of docs/examples on many pages; what of Spark and GNU parallel is not installed is skipped.
stage_pipelines() {
  ensure_rust
  ensure_node
  cd "$ROOT"
  runner pipelines node --test --test-reporter=tap "$ROOT"/tests/pipelines/*.test.mjs
  skips "$TARGET/test/pipelines.log"
}

# What was skipped, with the reason that was given.
skips() {
  sed -n 's/^ *ok [0-9]* - \(.*\) # SKIP \(.*\)$/skipped: \1 (\2)/p' "$1" >&2
}

# What the stores get: the same bytes from the same sources, and nothing that their own linter minds.
stage_package() {
  cd "$ROOT"
  check "two builds from nothing give the same bytes" two_builds
  ensure_store_linter
  check "web-ext lint has nothing to say" store_lint
}

# In a shell of its own: what ends the build ends this check only.
two_builds() (cmd_package --check)

store_lint() {
  node "$ROOT/tests/lint/node_modules/web-ext/bin/web-ext.js" lint --source-dir "$TARGET/extension/firefox" --warnings-as-errors \
    --no-config-discovery
}

# Small breakages, one at a time: each must be noticed by a test, or be explained. Takes long.
stage_mutants() {
  ensure_chromium
  ensure_firefox
  ensure_openssl
  build_extension "${BROWSERS[@]}"
  cd "$ROOT"
  runner mutants node tests/mutants/run.mjs
}

# The fuzz targets of tests/fuzz, FUZZ_SECONDS in all. What makes one fail is left in target/fuzz; put into
# tests/fuzz/regressions/TARGET it is a native test.
stage_fuzz() {
  ensure_rust
  ensure_fuzz
  cd "$ROOT"
  local targets=(html text wire model exports) name
  local each=$(((${FUZZ_SECONDS:-120} + ${#targets[@]} - 1) / ${#targets[@]}))
  check "the fuzz targets compile" fuzz build
  for name in "${targets[@]}"; do
    check "fuzz $name, $each s" fuzz_target "$name" "$each"
    sed -n 's/^stat::number_of_executed_units: /        executions: /p' "$TARGET/test/check.log" >&2
  done
}

# cargo fuzz COMMAND [ARGUMENT]... The stable compiler will do; without a sanitizer, for there is one line of
# unsafe code.
fuzz() {
  local command=$1
  shift
  RUSTC_BOOTSTRAP=1 cargo fuzz "$command" --fuzz-dir tests/fuzz --target-dir "$TARGET/fuzz/build" --sanitizer none "$@"
}

fuzz_target() {
  local name=$1 seconds=$2 corpus=$TARGET/fuzz/corpus/$1
  mkdir -p "$corpus"
  fuzz run "$name" "$corpus" "tests/fuzz/seeds/$name" "tests/fuzz/regressions/$name" -- -max_total_time="$seconds" \
    -timeout=20 -max_len=8192 -print_final_stats=1 -artifact_prefix="$TARGET/fuzz/$name-"
}

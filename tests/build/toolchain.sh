# shellcheck shell=bash
# Finds, or installs where it can, everything that the build and the tests need. Sourced by build.sh.
#
# Each ensure_* function returns at once when its thing is there, and ends the run with one line
# that says what to install when it cannot be had.

WASM=wasm32-unknown-unknown
# Inlining as far as the native build goes made the module a sixth larger and 3 % faster. Of what is inlined the browser has
# to compile more before a first call: with 12 in place of 40 that takes a tenth less, and a warm call no longer; with 6 in
# place of 12 the engine is 3 kB smaller with gzip, and as fast.
WASM_FLAGS=(-C target-feature=+simd128 -C llvm-args=-inline-threshold=6)

say() { printf '%s\n' "$*" >&2; }

die() {
  say "build.sh: $*"
  exit 1
}

# Installs Debian packages when that can work without asking: as root, on a machine with apt-get.
apt_install() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  say "installing Debian packages: $*"
  local log
  log=$(mktemp)
  if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
    rm -f "$log"
  else
    tail -n 5 "$log" >&2
    rm -f "$log"
    return 1
  fi
}

ensure_rust() {
  command -v cargo >/dev/null || die "cargo is missing: install Rust $(rust_version) or newer (https://rustup.rs)"
  local have
  have=$(rustc --version | cut -d' ' -f2)
  [ "$(printf '%s\n' "$(rust_version)" "$have" | sort -V | head -n 1)" = "$(rust_version)" ] ||
    die "Rust $have is too old: this project needs $(rust_version) or newer (rustup update)"
}

rust_version() { sed -n 's/^rust-version = "\(.*\)"/\1/p' "$ROOT/Cargo.toml"; }

bindgen_version() { sed -n 's/^wasm-bindgen = "=\(.*\)"/\1/p' "$ROOT/Cargo.toml"; }

has_wasm_std() { compgen -G "$("$1" --print sysroot)/lib/rustlib/$WASM/lib/libstd-*.rlib" >/dev/null; }

has_web_rust() {
  [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] && [ -d "$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library/std" ] &&
    [ -e /usr/bin/rust-lld ]
}

# Debian names the linker by the version of LLVM; rust-web-llvm's link tells which one it wants.
install_web_rust() {
  apt_install rustc-web cargo-web rust-web-src rust-web-llvm && apt_install "$(readlink /usr/bin/rust-lld)"
}

# Chooses the compiler for the WASM, once a run: sets WASM_CARGO, WASM_RUSTC, and the flags
# WASM_BUILD and WASM_TEST.
#
# The normal toolchain where it has the target's std; else Debian's, which builds std from its own
# source. The two never share a target folder with the native build.
ensure_wasm_rust() {
  [ -z "${WASM_CARGO:-}" ] || return 0
  ensure_rust
  if has_wasm_std rustc; then
    WASM_CARGO=(cargo) WASM_RUSTC=rustc WASM_BUILD=() WASM_TEST=()
    return
  fi
  has_web_rust || install_web_rust || true
  has_web_rust ||
    die "no standard library for $WASM: run 'rustup target add $WASM' (or, on Debian, install rustc-web cargo-web rust-web-src rust-web-llvm lld)"
  WASM_RUSTC=/usr/bin/rustc
  WASM_CARGO=(env RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc /usr/bin/cargo)
  # Its sorts and numbers in words as small as they go: 14 kB of the engine and 25 kB of the comparer with gzip.
  WASM_BUILD=(-Z build-std=std,panic_abort -Z build-std-features=optimize_for_size) WASM_TEST=(-Z panic-abort-tests)
}

# cargo for the WASM target: wasm_cargo COMMAND [ARGUMENT]...
#
# No path of this machine gets into the module, so that it is the same wherever it is built.
wasm_cargo() {
  ensure_wasm_rust
  local command=$1 flags
  shift
  flags=("${WASM_FLAGS[@]}"
    "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=deps"
    "--remap-path-prefix=$("$WASM_RUSTC" --print sysroot)/lib/rustlib/src/rust=rust"
    "--remap-path-prefix=$ROOT=.")
  CARGO_TARGET_DIR="$TARGET/wasm" CARGO_PROFILE_RELEASE_OPT_LEVEL=2 RUSTFLAGS="${flags[*]}" \
    "${WASM_CARGO[@]}" "$command" "${WASM_BUILD[@]}" --target "$WASM" "$@"
}

# Sets BINDGEN to the folder of wasm-bindgen and its test runner, of exactly the crate's version.
ensure_bindgen() {
  [ -z "${BINDGEN:-}" ] || return 0
  local want folder
  want=$(bindgen_version)
  for folder in "$TARGET/tools/bin" "$(main_worktree)/target/tools/bin" "$(dirname "$(command -v wasm-bindgen || echo .)")"; do
    if [ -x "$folder/wasm-bindgen-test-runner" ] && [ "$("$folder/wasm-bindgen" --version)" = "wasm-bindgen $want" ]; then
      BINDGEN=$folder
      return
    fi
  done
  ensure_rust
  say "building wasm-bindgen $want (once; about two minutes)"
  CARGO_TARGET_DIR="$TARGET/tools/build" cargo install --quiet wasm-bindgen-cli --version "$want" \
    --no-default-features --root "$TARGET/tools" || die "could not build wasm-bindgen-cli $want"
  rm -rf "$TARGET/tools/build"
  BINDGEN=$TARGET/tools/bin
}

# A linked git worktree borrows the tools of the main one.
main_worktree() { dirname "$(git -C "$ROOT" rev-parse --path-format=absolute --git-common-dir 2>/dev/null || echo "$ROOT/.git")"; }

ensure_node() {
  command -v node >/dev/null || apt_install nodejs npm || die "node is missing: install Node.js 20 or newer"
  command -v npm >/dev/null || apt_install npm || die "npm is missing: install it beside Node.js"
  [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || die "Node.js $(node --version) is too old: 20 or newer is needed"
}

# The npm packages of tests/, again only when the lock file changed.
ensure_packages() {
  ensure_node
  local stamp=$ROOT/tests/node_modules/.package-lock.json
  [ ! -f "$stamp" ] || [ "$ROOT/tests/package-lock.json" -nt "$stamp" ] || return 0
  say "installing the npm packages of tests/"
  npm ci --prefix "$ROOT/tests" --loglevel=error >&2 || die "npm ci failed in tests/"
  touch "$stamp"
}

# The linter of Firefox's store: a package of its own, since it is by far the largest.
ensure_store_linter() {
  ensure_node
  local folder=$ROOT/tests/lint
  local stamp=$folder/node_modules/.package-lock.json
  [ ! -f "$stamp" ] || [ "$folder/package-lock.json" -nt "$stamp" ] || return 0
  say "installing web-ext"
  npm ci --prefix "$folder" --loglevel=error >&2 || die "npm ci failed in tests/lint"
  touch "$stamp"
}

# cargo fuzz, and what its runtime is compiled with.
ensure_fuzz() {
  command -v c++ >/dev/null || apt_install g++ || die "no C++ compiler found: libFuzzer is built from source; install g++"
  cargo fuzz --version >/dev/null 2>&1 && return
  say "building cargo-fuzz (once; a minute or two)"
  CARGO_TARGET_DIR="$TARGET/tools/build" cargo install --quiet --locked cargo-fuzz ||
    die "could not build cargo-fuzz: 'cargo install cargo-fuzz' tells why"
  rm -rf "$TARGET/tools/build"
}

# Sets CHROMIUM to a Chromium or Chrome.
ensure_chromium() {
  [ -z "${CHROMIUM:-}" ] || return 0
  find_chromium || { apt_install chromium chromium-driver fonts-liberation && find_chromium; } ||
    die "no Chromium found: install Debian's 'chromium', or set CHROMIUM=/path/to/chromium"
  export CHROMIUM
}

find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome-stable google-chrome; do
    CHROMIUM=$(command -v "$name") && return
  done
  return 1
}

ensure_chromedriver() {
  ensure_chromium
  command -v chromedriver >/dev/null || apt_install chromium-driver ||
    die "no chromedriver found: install Debian's 'chromium-driver', of the same version as Chromium"
}

# Sets FIREFOX to a Firefox.
ensure_firefox() {
  [ -z "${FIREFOX:-}" ] || return 0
  find_firefox || { apt_install firefox-esr fonts-liberation && find_firefox; } ||
    die "no Firefox found: install Debian's 'firefox-esr', or set FIREFOX=/path/to/firefox"
  export FIREFOX
}

find_firefox() {
  FIREFOX=$(command -v firefox-esr) || FIREFOX=$(command -v firefox)
}

# For the certificate of a server that stands in for a host of the web.
ensure_openssl() {
  command -v openssl >/dev/null || apt_install openssl || die "no openssl found: install it"
}

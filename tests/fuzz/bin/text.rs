//! Fuzz target: see `text` in targets.rs.
#![no_main]

#[path = "../../security/oracle.rs"]
mod oracle;
#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::run("text", bytes));

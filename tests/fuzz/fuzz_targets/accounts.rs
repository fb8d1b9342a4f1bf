//! Fuzzes `enamel_fuzz::accounts`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| enamel_fuzz::accounts::run(data));

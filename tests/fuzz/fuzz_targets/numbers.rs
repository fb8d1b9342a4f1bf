//! Fuzzes `enamel_fuzz::numbers`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| enamel_fuzz::numbers::run(data));

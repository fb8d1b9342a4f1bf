//! Fuzzes `enamel_fuzz::names`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| enamel_fuzz::names::run(data));

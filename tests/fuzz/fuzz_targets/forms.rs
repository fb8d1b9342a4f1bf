//! Fuzzes `enamel_fuzz::forms`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| enamel_fuzz::forms::run(data));

//! Fuzzes `enamel_fuzz::times`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| enamel_fuzz::times::run(data));

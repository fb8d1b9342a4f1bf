//! Fuzzes `enamel_fuzz::secrets`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| enamel_fuzz::secrets::run(data));

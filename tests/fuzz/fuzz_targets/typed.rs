//! Fuzzes `enamel_fuzz::typed`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| enamel_fuzz::typed::run(data));

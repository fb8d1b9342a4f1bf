//! Fuzzes `enamel_fuzz::policies`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| enamel_fuzz::policies::run(data));

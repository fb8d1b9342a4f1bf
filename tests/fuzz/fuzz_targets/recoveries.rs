//! Fuzzes `enamel_fuzz::recoveries`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| enamel_fuzz::recoveries::run(data));

//! Fuzzes `enamel_fuzz::helpdesk`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| enamel_fuzz::helpdesk::run(data));

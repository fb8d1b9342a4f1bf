//! Fuzzes `enamel_fuzz::mailboxes`.
#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| enamel_fuzz::mailboxes::run(data));

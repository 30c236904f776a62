#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| gaia_fuzz::yq(text));

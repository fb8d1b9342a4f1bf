//! Takes a dependency's dead weight out of cargo's WebAssembly, before it is split.
//!
//! Leptos depends on `wasm-streams`, whose classes are exported to JavaScript. Nothing of ours makes
//! such a stream, but whatever is exported stays in, with all that hangs on it: some 12 kB.

use anyhow::{Context as _, Result, ensure};

/// What the exports and descriptions of the unused classes have in their names.
const UNUSED: &str = "intounderlying";
/// The custom section in which the macros describe to wasm-bindgen what they export.
const DESCRIPTIONS: &str = "__wasm_bindgen_unstable";

const CUSTOM_SECTION: u8 = 0;
const EXPORT_SECTION: u8 = 7;

/// `wasm` without the exports of the unused classes. Every section keeps its place, because the
/// relocations, which the splitter reads, count them.
pub(crate) fn unused_exports(wasm: &[u8]) -> Result<Vec<u8>> {
    let (header, mut rest) = wasm.split_at_checked(8).context("not a WebAssembly file")?;
    let mut pruned = header.to_vec();
    while let Some((&id, after)) = rest.split_first() {
        rest = after;
        let contents = take_counted(&mut rest)?;
        let contents = match id {
            EXPORT_SECTION => exports(contents)?,
            CUSTOM_SECTION => custom(contents)?,
            _ => contents.to_vec(),
        };
        pruned.push(id);
        put_counted(&mut pruned, &contents);
    }
    Ok(pruned)
}

/// An export: its name, its kind, the index of what is exported.
fn exports(mut section: &[u8]) -> Result<Vec<u8>> {
    let count = take_number(&mut section)?;
    let mut kept = Vec::new();
    let mut number = 0;
    for _ in 0..count {
        let entry = section;
        let name = take_counted(&mut section)?;
        let (_kind, after) = section.split_first().context("an export breaks off")?;
        section = after;
        take_number(&mut section)?;
        if !mentions_unused(name) {
            number += 1;
            kept.extend_from_slice(entry.get(..entry.len() - section.len()).unwrap_or_default());
        }
    }
    let mut all = Vec::new();
    put_number(&mut all, number);
    all.extend(kept);
    Ok(all)
}

fn custom(section: &[u8]) -> Result<Vec<u8>> {
    let mut rest = section;
    let name = take_counted(&mut rest)?;
    if name != DESCRIPTIONS.as_bytes() {
        return Ok(section.to_vec());
    }
    let mut kept = Vec::new();
    put_counted(&mut kept, name);
    // Pairs of a version and a description, each with its length in four bytes before it.
    while !rest.is_empty() {
        let pair = rest;
        take_described(&mut rest)?;
        let description = take_described(&mut rest)?;
        if !mentions_unused(description) {
            kept.extend_from_slice(pair.get(..pair.len() - rest.len()).unwrap_or_default());
        }
    }
    Ok(kept)
}

fn mentions_unused(bytes: &[u8]) -> bool {
    bytes.windows(UNUSED.len()).any(|part| part.eq_ignore_ascii_case(UNUSED.as_bytes()))
}

fn take_described<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8]> {
    let (length, after) = rest.split_first_chunk::<4>().context("a description breaks off")?;
    let length = usize::try_from(u32::from_le_bytes(*length))?;
    let (description, after) = after.split_at_checked(length).context("a description breaks off")?;
    *rest = after;
    Ok(description)
}

fn take_counted<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8]> {
    let length = usize::try_from(take_number(rest)?)?;
    let (taken, after) = rest.split_at_checked(length).context("a section breaks off")?;
    *rest = after;
    Ok(taken)
}

/// A number in LEB128.
fn take_number(rest: &mut &[u8]) -> Result<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, after) = rest.split_first().context("a number breaks off")?;
        *rest = after;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    ensure!(false, "a number has no end");
    Ok(number)
}

fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

fn put_counted(bytes: &mut Vec<u8>, contents: &[u8]) {
    put_number(bytes, contents.len());
    bytes.extend_from_slice(contents);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(id: u8, contents: &[u8]) -> Vec<u8> {
        let mut section = vec![id];
        put_counted(&mut section, contents);
        section
    }

    fn export(name: &str) -> Vec<u8> {
        let mut export = Vec::new();
        put_counted(&mut export, name.as_bytes());
        export.extend([0, 0x81, 1]);
        export
    }

    #[test]
    fn only_the_unused_exports_go() {
        let header = b"\0asm\x01\0\0\0".to_vec();
        let code = section(10, &[7; 300]);
        let before = [vec![2], export("memory"), export("intounderlyingsource_pull")].concat();
        let after = [vec![1], export("memory")].concat();
        let wasm = [header.clone(), section(EXPORT_SECTION, &before), code.clone()].concat();
        let expected = [header, section(EXPORT_SECTION, &after), code].concat();
        assert_eq!(unused_exports(&wasm).unwrap(), expected);
    }

    #[test]
    fn a_broken_file_is_an_error() {
        assert!(unused_exports(b"\0asm").is_err());
        assert!(unused_exports(b"\0asm\x01\0\0\0\x07\xff").is_err());
    }
}

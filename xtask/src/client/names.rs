//! Short names between the WebAssembly and its script. wasm-bindgen's end in hashes, which nothing
//! compresses and both files carry: some 3 kB.

use std::collections::HashMap;

use walrus::Module;

/// Gives what `module` takes from its script, and the closures that it gives it, short names in both.
/// Other exports keep theirs: the chunks go by them.
pub(crate) fn shorten(module: &mut Module, script: &str, imports_from: &str) -> String {
    let mut short = HashMap::new();
    for import in module.imports.iter_mut().filter(|import| import.module == imports_from) {
        import.name = shortened(&mut short, &import.name);
    }
    for export in module.exports.iter_mut().filter(|export| export.name.starts_with("_ZN")) {
        export.name = shortened(&mut short, &export.name);
    }
    replace_words(script, &short)
}

fn shortened(short: &mut HashMap<String, String>, name: &str) -> String {
    let next = format!("${:x}", short.len());
    short.entry(name.to_owned()).or_insert(next).clone()
}

/// `text` with each whole word that has a short form in that form.
fn replace_words(text: &str, short: &HashMap<String, String>) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let (between, word) = rest.split_at(start);
        let (word, after) = word.split_at(word.find(|c| !is_part(c)).unwrap_or(word.len()));
        replaced.push_str(between);
        replaced.push_str(short.get(word).map_or(word, String::as_str));
        rest = after;
    }
    replaced.push_str(rest);
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_replaced() {
        let short = HashMap::from([("__wbg_get_1".to_owned(), "$0".to_owned())]);
        assert_eq!(replace_words("{__wbg_get_1:a,__wbg_get_12:b}é", &short), "{$0:a,__wbg_get_12:b}é");
        assert_eq!(replace_words("a.__wbg_get_1", &short), "a.$0");
    }
}

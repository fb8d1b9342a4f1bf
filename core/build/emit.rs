//! From compiled texts to Rust.

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::compile::{Catalogue, Message};
use crate::marks::MESSAGE_END;

/// The message in which a language says what it calls itself.
const OWN_NAME: &str = "language-name";

/// The module `say`, the languages, and what each says.
pub(crate) fn rust(catalogues: &[Catalogue]) -> String {
    let mut out = String::new();
    let [reference, others @ ..] = catalogues else { return out };
    languages(&mut out, catalogues);
    let _ = writeln!(out, "const ENGLISH_PLURALS: &str = {:?};", reference.plurals);
    let packs = others.iter().map(|other| format!("{:?}", pack(other))).collect::<Vec<_>>().join(",\n");
    let slots = vec!["std::sync::OnceLock::new()"; others.len()].join(", ");
    let _ = writeln!(
        out,
        "/// The packs of the languages other than English, in their order.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\nconst PACKS: [&str; {0}] = [{packs}];\n\
         static INSTALLED: [std::sync::OnceLock<Pack>; {0}] = [{slots}];",
        others.len()
    );
    out.push_str("/// Every message, as a function of its arguments.\npub mod say {\nuse super::{Argument, Text};\n");
    for (at, (id, message)) in reference.messages.iter().enumerate() {
        function(&mut out, at, id, message);
    }
    out.push_str("}\n");
    out
}

fn languages(out: &mut String, catalogues: &[Catalogue]) {
    out.push_str(
        "/// A language that the service speaks.\n\
         #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]\npub enum Language {\n#[default]\n",
    );
    for catalogue in catalogues {
        let _ = writeln!(out, "/// The texts of `locales/{}.ftl`.\n{},", catalogue.tag, variant(&catalogue.tag));
    }
    let variants = catalogues.iter().map(|catalogue| format!("Self::{}", variant(&catalogue.tag)));
    let _ = writeln!(
        out,
        "}}\nimpl Language {{\n/// All of them, English first.\npub const ALL: [Self; {}] = [{}];\n\
         /// Its tag (BCP 47).\n#[must_use]\npub fn tag(self) -> &'static str {{\nmatch self {{",
        catalogues.len(),
        variants.collect::<Vec<_>>().join(", ")
    );
    for catalogue in catalogues {
        let _ = writeln!(out, "Self::{} => {:?},", variant(&catalogue.tag), catalogue.tag);
    }
    out.push_str(
        "}\n}\n/// What it calls itself, known without its file.\n\
         #[must_use]\npub fn own_name(self) -> &'static str {\nmatch self {\n",
    );
    for catalogue in catalogues {
        let name = catalogue.messages.get(OWN_NAME).map_or(&catalogue.tag, |message| &message.pattern);
        let _ = writeln!(out, "Self::{} => {name:?},", variant(&catalogue.tag));
    }
    out.push_str(
        "}\n}\n/// What its file is called after what is in it: a changed one has another name.\n\
         #[must_use]\npub fn file_name(self) -> &'static str {\nmatch self {\n",
    );
    for catalogue in catalogues {
        let mut hasher = DefaultHasher::new();
        pack(catalogue).hash(&mut hasher);
        let name = format!("{}-{:016x}.txt", catalogue.tag, hasher.finish());
        let _ = writeln!(out, "Self::{} => {name:?},", variant(&catalogue.tag));
    }
    out.push_str("}\n}\n}\n");
}

/// `cy` as the name of a variant.
fn variant(tag: &str) -> String {
    tag.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

fn pack(catalogue: &Catalogue) -> String {
    let messages = catalogue.messages.values().map(|message| &message.pattern);
    let end = MESSAGE_END.to_string();
    std::iter::once(&catalogue.plurals).chain(messages).fold(String::new(), |pack, part| pack + part + &end)
}

fn function(out: &mut String, at: usize, id: &str, message: &Message) {
    let name = id.replace('-', "_");
    let parameters = message.arguments.iter().map(|(argument, selects)| {
        format!("{}: {}", argument.replace('-', "_"), if *selects { "u32" } else { "impl Into<Argument>" })
    });
    let values = message.arguments.keys().map(|argument| format!("{}.into()", argument.replace('-', "_")));
    let _ = writeln!(
        out,
        "/// “{}”\n#[must_use]\npub fn {name}({}) -> Text {{\nText::new({at}, {:?}, vec![{}])\n}}",
        message.source,
        parameters.collect::<Vec<_>>().join(", "),
        message.pattern,
        values.collect::<Vec<_>>().join(", "),
    );
}

//! The public items of core, module by module.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use proc_macro2::Ident;
use syn::visit::Visit;
use syn::{Attribute, ImplItem, Item, ItemImpl, ItemMod, Signature, TraitItem, Type, Visibility};

use super::core::Kind;
use super::mention::{self, RuleId};
use super::source::{self, Files};

const ROOT: &str = "core/src/lib.rs";

/// An item as it is written.
pub(super) struct Found {
    pub(super) kind: Kind,
    /// The type that it is a method or a case of.
    pub(super) of: Option<String>,
    /// The nearest module that others may name: it re-exports what is public in its private modules.
    pub(super) module: String,
    pub(super) name: String,
    pub(super) file: String,
    /// The rules that its own doc comment names.
    pub(super) own: BTreeSet<RuleId>,
    /// The rules that its module's names.
    pub(super) around: BTreeSet<RuleId>,
    /// Every name in a function's signature.
    pub(super) words: BTreeSet<String>,
}

/// Aliases of types, each with every name in what it stands for.
pub(super) type Aliases = BTreeMap<String, BTreeSet<String>>;

/// Every public item of core, and its aliases, public or not.
pub(super) fn core(files: &Files) -> Result<(Vec<Found>, Aliases)> {
    let mut walk = Walk { files, found: Vec::new(), aliases: Aliases::new() };
    let place = Place { is_public: true, file: ROOT.to_owned(), folder: "core/src".to_owned(), ..Place::default() };
    let root = files.get(ROOT).with_context(|| format!("{ROOT} is missing"))?;
    walk.module(place, &[&root.attrs], &root.items)?;
    Ok((walk.found, walk.aliases))
}

pub(super) fn within(module: &str, name: &str) -> String {
    if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") }
}

/// A module.
#[derive(Clone, Default)]
struct Place {
    /// The nearest module that others may name.
    public: String,
    /// With the private modules.
    full: String,
    is_public: bool,
    file: String,
    /// The folder in which the files of its modules are.
    folder: String,
    /// The rules that its doc comment names.
    rules: BTreeSet<RuleId>,
}

impl Place {
    fn found(&self, kind: Kind, name: &Ident, attributes: &[Attribute]) -> Found {
        Found {
            kind,
            of: None,
            module: self.public.clone(),
            name: name.to_string(),
            file: self.file.clone(),
            own: mention::in_text(&source::docs(attributes)),
            around: self.rules.clone(),
            words: BTreeSet::new(),
        }
    }

    /// A method or a case, for which its type's module does not speak.
    fn part(&self, of: &Ident, kind: Kind, name: &Ident, attributes: &[Attribute]) -> Found {
        Found { of: Some(of.to_string()), around: BTreeSet::new(), ..self.found(kind, name, attributes) }
    }
}

struct Walk<'a> {
    files: &'a Files,
    found: Vec<Found>,
    aliases: Aliases,
}

impl Walk<'_> {
    fn module(&mut self, mut place: Place, attributes: &[&[Attribute]], items: &[Item]) -> Result<()> {
        place.rules = attributes.iter().flat_map(|attributes| mention::in_text(&source::docs(attributes))).collect();
        self.found.push(Found {
            kind: Kind::Module,
            of: None,
            module: String::new(),
            name: if place.full.is_empty() { "enamel_core".to_owned() } else { place.full.clone() },
            file: place.file.clone(),
            own: place.rules.clone(),
            around: BTreeSet::new(),
            words: BTreeSet::new(),
        });
        items.iter().try_for_each(|item| self.item(&place, item))
    }

    fn item(&mut self, place: &Place, item: &Item) -> Result<()> {
        let (kind, attributes, visibility, name) = match item {
            Item::Mod(module) => return self.inner_module(place, module),
            Item::Impl(block) => {
                self.implementation(place, block);
                return Ok(());
            }
            Item::Fn(item) => (Kind::Function, &item.attrs, &item.vis, &item.sig.ident),
            Item::Struct(item) => (Kind::Type, &item.attrs, &item.vis, &item.ident),
            Item::Enum(item) => (Kind::Type, &item.attrs, &item.vis, &item.ident),
            Item::Trait(item) => (Kind::Type, &item.attrs, &item.vis, &item.ident),
            Item::Type(item) => {
                self.aliases.insert(item.ident.to_string(), words(|words| words.visit_type(&item.ty)));
                (Kind::Type, &item.attrs, &item.vis, &item.ident)
            }
            Item::Const(item) => (Kind::Type, &item.attrs, &item.vis, &item.ident),
            Item::Static(item) => (Kind::Type, &item.attrs, &item.vis, &item.ident),
            _ => return Ok(()),
        };
        if !matches!(visibility, Visibility::Public(_)) || source::is_for_tests(attributes) {
            return Ok(());
        }
        let mut found = place.found(kind, name, attributes);
        match item {
            Item::Fn(item) => found.words = of_signature(&item.sig),
            Item::Enum(item) => {
                let cases = item.variants.iter();
                self.found.extend(cases.map(|case| place.part(name, Kind::Case, &case.ident, &case.attrs)));
            }
            Item::Trait(item) => self.found.extend(item.items.iter().filter_map(|item| match item {
                TraitItem::Fn(item) => Some(place.part(name, Kind::Function, &item.sig.ident, &item.attrs)),
                _ => None,
            })),
            _ => {}
        }
        self.found.push(found);
        Ok(())
    }

    fn inner_module(&mut self, outer: &Place, module: &ItemMod) -> Result<()> {
        if source::is_for_tests(&module.attrs) {
            return Ok(());
        }
        let name = module.ident.to_string();
        let is_public = outer.is_public && matches!(module.vis, Visibility::Public(_));
        let mut place = Place {
            public: if is_public { within(&outer.public, &name) } else { outer.public.clone() },
            full: within(&outer.full, &name),
            is_public,
            file: outer.file.clone(),
            folder: format!("{}/{name}", outer.folder),
            rules: BTreeSet::new(),
        };
        if let Some((_, items)) = &module.content {
            return self.module(place, &[&module.attrs], items);
        }
        let files = self.files;
        let (path, file) = [format!("{}.rs", place.folder), format!("{}/mod.rs", place.folder)]
            .iter()
            .find_map(|path| files.get_key_value(path))
            .with_context(|| format!("the file of core's module {} is missing", place.full))?;
        place.file.clone_from(path);
        self.module(place, &[&module.attrs, &file.attrs], &file.items)
    }

    /// Public methods; those of a trait only for what they name themselves.
    fn implementation(&mut self, place: &Place, block: &ItemImpl) {
        let Type::Path(of) = &*block.self_ty else { return };
        let Some(of) = of.path.segments.last() else { return };
        for item in &block.items {
            let (mut found, visibility) = match item {
                ImplItem::Fn(item) => {
                    let found = place.part(&of.ident, Kind::Function, &item.sig.ident, &item.attrs);
                    (Found { words: of_signature(&item.sig), ..found }, &item.vis)
                }
                ImplItem::Const(item) => (place.part(&of.ident, Kind::Type, &item.ident, &item.attrs), &item.vis),
                _ => continue,
            };
            if block.trait_.is_none() {
                if !matches!(visibility, Visibility::Public(_)) {
                    continue;
                }
                found.around.clone_from(&place.rules);
            }
            self.found.push(found);
        }
    }
}

#[derive(Default)]
struct Words(BTreeSet<String>);

impl Visit<'_> for Words {
    fn visit_ident(&mut self, word: &Ident) {
        self.0.insert(word.to_string());
    }
}

fn words(visit: impl FnOnce(&mut Words)) -> BTreeSet<String> {
    let mut words = Words::default();
    visit(&mut words);
    words.0
}

fn of_signature(signature: &Signature) -> BTreeSet<String> {
    words(|words| words.visit_signature(signature))
}

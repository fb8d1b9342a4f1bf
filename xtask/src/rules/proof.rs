//! What proves a rule: tests and properties whose names begin with its id.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprLit, ExprStruct, ItemFn, Lit, LitStr, Macro, Member};

use super::mention::{self, RuleId};
use super::source::{self, Files};

/// The folder of the model, whose properties are named by texts.
const MODEL: &str = "tests/model/";

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Test,
    /// Of generated inputs, by proptest.
    Property,
    /// In a browser, at both widths.
    Journey,
    /// Over the whole reachable state space.
    Model,
}

/// A test or a property.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Proof {
    pub(super) kind: Kind,
    pub(super) file: String,
    pub(super) name: String,
    pub(super) rules: BTreeSet<RuleId>,
}

/// Every test and property that names a rule, sorted.
pub(super) fn proofs(files: &Files) -> Vec<Proof> {
    let mut proofs = BTreeSet::new();
    for (path, file) in files {
        let mut search = Search { file: path, is_model: path.starts_with(MODEL), proofs: &mut proofs };
        search.visit_file(file);
    }
    proofs.into_iter().collect()
}

struct Search<'a> {
    file: &'a str,
    is_model: bool,
    proofs: &'a mut BTreeSet<Proof>,
}

impl Search<'_> {
    fn note(&mut self, kind: Kind, name: &str) {
        self.note_of(kind, name, mention::in_name(name));
    }

    fn note_of(&mut self, kind: Kind, name: &str, rules: BTreeSet<RuleId>) {
        if !rules.is_empty() {
            self.proofs.insert(Proof { kind, file: self.file.to_owned(), name: name.to_owned(), rules });
        }
    }

    /// The functions that stand in a macro's braces.
    fn functions(&mut self, kind: Kind, tokens: TokenStream) {
        let mut is_name = false;
        for token in tokens {
            if let TokenTree::Ident(word) = token {
                if is_name {
                    self.note(kind, &word.to_string());
                }
                is_name = word == "fn";
            }
        }
    }
}

impl Visit<'_> for Search<'_> {
    fn visit_item_fn(&mut self, function: &ItemFn) {
        let is_test = ["test", "wasm_bindgen_test"].iter().any(|name| source::has_attribute(&function.attrs, name));
        if is_test && !source::has_attribute(&function.attrs, "ignore") {
            self.note(Kind::Test, &function.sig.ident.to_string());
        }
        visit::visit_item_fn(self, function);
    }

    fn visit_macro(&mut self, called: &Macro) {
        match called.path.segments.last() {
            Some(last) if last.ident == "proptest" => self.functions(Kind::Property, called.tokens.clone()),
            Some(last) if last.ident == "at_both_widths" => self.functions(Kind::Journey, called.tokens.clone()),
            // `vec![Property { … }]`.
            _ if self.is_model => {
                let list = Punctuated::<Expr, syn::Token![,]>::parse_terminated;
                match list.parse2(called.tokens.clone()) {
                    Ok(values) => values.iter().for_each(|value| self.visit_expr(value)),
                    Err(_) => source::flat(called.tokens.clone()).into_iter().for_each(|token| {
                        if let Ok(text) = syn::parse2::<LitStr>(token.into()) {
                            self.visit_lit_str(&text);
                        }
                    }),
                }
            }
            _ => {}
        }
    }

    /// `Property { rules: &[36], name: "deleted is final", … }`, in the model.
    fn visit_expr_struct(&mut self, value: &ExprStruct) {
        let field = |name: &str| {
            value.fields.iter().find(|field| matches!(&field.member, Member::Named(found) if found == name))
        };
        if self.is_model
            && let (Some(rules), Some(name)) = (field("rules"), field("name"))
            && let Expr::Lit(ExprLit { lit: Lit::Str(name), .. }) = &name.expr
        {
            let mut numbers = Numbers::default();
            numbers.visit_expr(&rules.expr);
            self.note_of(Kind::Model, &name.value(), numbers.0);
        }
        visit::visit_expr_struct(self, value);
    }

    fn visit_lit_str(&mut self, text: &LitStr) {
        let text = text.value();
        // A name, and not what is said when it does not hold.
        if self.is_model && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            self.note(Kind::Model, &text);
        }
    }

    fn visit_attribute(&mut self, _: &Attribute) {}
}

#[derive(Default)]
struct Numbers(BTreeSet<RuleId>);

impl Visit<'_> for Numbers {
    fn visit_lit_int(&mut self, number: &syn::LitInt) {
        self.0.extend(number.base10_parse().map(RuleId));
    }
}

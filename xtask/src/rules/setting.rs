//! The numbers of the rules: fields of `Policy`, with the default preset's values.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, ExprStruct, ImplItemFn, ItemFn, ItemStruct, Lit, Member};

use super::mention::{self, RuleId};
use super::source::{self, Files};

const POLICY: &str = "core/src/policy.rs";
/// The function that makes the default preset.
const DEFAULT: &str = "seed_2018";

/// A field of `Policy`.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) name: String,
    /// In the default preset, in words where it can be said.
    pub(super) value: Option<String>,
    pub(super) rules: BTreeSet<RuleId>,
}

/// Every field, in the order of `Policy`.
pub(super) fn settings(files: &Files) -> Result<Vec<Setting>> {
    let mut search = Search::default();
    search.visit_file(files.get(POLICY).with_context(|| format!("{POLICY} is missing"))?);
    for (name, value) in search.values {
        if let Some(setting) = search.settings.iter_mut().find(|setting| setting.name == name) {
            setting.value = value;
        }
    }
    Ok(search.settings)
}

#[derive(Default)]
struct Search {
    settings: Vec<Setting>,
    values: Vec<(String, Option<String>)>,
}

impl Visit<'_> for Search {
    fn visit_item_struct(&mut self, item: &ItemStruct) {
        if item.ident == "Policy" {
            self.settings.extend(item.fields.iter().filter_map(|field| {
                let name = field.ident.as_ref()?.to_string();
                Some(Setting { name, value: None, rules: mention::in_text(&source::docs(&field.attrs)) })
            }));
        }
    }

    fn visit_impl_item_fn(&mut self, function: &ImplItemFn) {
        if function.sig.ident == DEFAULT {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_item_fn(&mut self, _: &ItemFn) {}

    fn visit_expr_struct(&mut self, value: &ExprStruct) {
        for field in &value.fields {
            if let Member::Named(name) = &field.member {
                self.values.push((name.to_string(), in_words(&field.expr)));
            }
        }
    }
}

fn in_words(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => Some(number.base10_digits().to_owned()),
            Lit::Bool(is_so) => Some(if is_so.value { "yes" } else { "no" }.to_owned()),
            _ => None,
        },
        Expr::Binary(product) if matches!(product.op, BinOp::Mul(_)) => {
            let (left, right): (u64, u64) =
                (in_words(&product.left)?.parse().ok()?, in_words(&product.right)?.parse().ok()?);
            left.checked_mul(right).map(|product| product.to_string())
        }
        // `Some(90)`.
        Expr::Call(call) => call.args.first().and_then(in_words),
        // `vec![18, 10]`.
        Expr::Macro(list) => {
            let tokens = source::flat(list.mac.tokens.clone());
            Some(tokens.iter().map(ToString::to_string).collect::<String>().replace(',', ", "))
        }
        _ => None,
    }
}

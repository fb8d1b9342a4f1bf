//! The endpoints that show a rule: those whose doc comment, or whose file's, names it.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprLit, ExprMethodCall, ItemFn, Lit, LitStr, Meta};

use super::mention::{self, RuleId};
use super::source::{self, Files};

/// An endpoint of the API.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Endpoint {
    /// Its path, with the API's.
    pub(super) path: String,
    /// In upper case.
    pub(super) method: String,
    pub(super) file: String,
    pub(super) rules: BTreeSet<RuleId>,
}

/// Every endpoint, sorted by its path.
pub(super) fn endpoints(files: &Files) -> Vec<Endpoint> {
    let mut search = Search::default();
    for (path, file) in files.iter().filter(|(path, _)| path.starts_with("server/src/")) {
        path.clone_into(&mut search.file);
        search.around = mention::in_text(&source::docs(&file.attrs));
        search.visit_file(file);
    }
    for endpoint in &mut search.found {
        endpoint.path.insert_str(0, &search.prefix);
    }
    search.found.sort();
    search.found
}

#[derive(Default)]
struct Search {
    file: String,
    /// What the file's own doc comment names.
    around: BTreeSet<RuleId>,
    /// The path under which the API is nested.
    prefix: String,
    found: Vec<Endpoint>,
}

impl Visit<'_> for Search {
    fn visit_item_fn(&mut self, function: &ItemFn) {
        for attribute in &function.attrs {
            if let Some((method, path)) = described(attribute) {
                let mut rules = mention::in_text(&source::docs(&function.attrs));
                rules.extend(&self.around);
                self.found.push(Endpoint { path, method, file: self.file.clone(), rules });
            }
        }
        visit::visit_item_fn(self, function);
    }

    /// `….nest("/api/v1", v1)`.
    fn visit_expr_method_call(&mut self, call: &ExprMethodCall) {
        if call.method == "nest"
            && let Some(Expr::Lit(ExprLit { lit: Lit::Str(prefix), .. })) = call.args.first()
        {
            self.prefix = prefix.value();
        }
        visit::visit_expr_method_call(self, call);
    }
}

/// Method and path of `#[utoipa::path(get, path = "/account", …)]`.
fn described(attribute: &Attribute) -> Option<(String, String)> {
    let Meta::List(list) = &attribute.meta else { return None };
    let names: Vec<String> = list.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    (names == ["utoipa", "path"]).then(|| method_and_path(list.tokens.clone()))?
}

fn method_and_path(tokens: TokenStream) -> Option<(String, String)> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let methods = ["get", "post", "put", "patch", "delete", "head", "options"];
    let method = tokens.iter().map(ToString::to_string).find(|word| methods.contains(&word.as_str()))?;
    let path = tokens.windows(3).find_map(|window| match window {
        [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(text)] if name == "path" => {
            syn::parse2::<LitStr>(TokenTree::from(text.clone()).into()).ok()
        }
        _ => None,
    })?;
    Some((method.to_uppercase(), path.value()))
}

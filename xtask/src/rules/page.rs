//! The pages that show a rule: by their address, or because a component on them names it.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Arm, Attribute, Ident, ItemFn, LitStr, Macro, Pat, Token};

use super::mention::{self, RuleId};
use super::source::{self, Files};

const ROUTES: &str = "frontend/src/route.rs";
const CHUNKS: &str = "frontend/src/chunk.rs";

/// A page's address, a file of it, and the rules that this names.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Page {
    pub(super) path: String,
    pub(super) file: String,
    pub(super) rules: BTreeSet<RuleId>,
}

/// Every page with every file of it, its own first, and the rules that each names.
pub(super) fn pages(files: &Files) -> Vec<Page> {
    let mut search = Search::default();
    for (path, file) in files.iter().filter(|(path, _)| path.starts_with("frontend/src/")) {
        path.clone_into(&mut search.at);
        search.files.entry(path.clone()).or_default().rules = mention::in_text(&source::docs(&file.attrs));
        search.visit_file(file);
    }
    search.routes.iter().flat_map(|(name, route)| search.pages_of(name, route)).collect()
}

/// A page of `routes!`.
#[derive(Default)]
struct Route {
    path: Option<String>,
    rules: BTreeSet<RuleId>,
    /// The module whose function fetches it.
    module: Option<String>,
}

/// A file of the frontend.
#[derive(Default)]
struct Shown {
    rules: BTreeSet<RuleId>,
    /// The components that it makes use of, as tags.
    uses: BTreeSet<String>,
}

#[derive(Default)]
struct Search {
    at: String,
    routes: BTreeMap<String, Route>,
    files: BTreeMap<String, Shown>,
    /// The file of each component.
    components: BTreeMap<String, String>,
    /// The files that declare a page to be fetched, each with the component.
    chunks: BTreeMap<String, String>,
}

/// `/// Signing in (R8). SignIn "/sign-in"`, as `routes!` takes it.
struct Declared {
    name: String,
    path: String,
    rules: BTreeSet<RuleId>,
}

impl Parse for Declared {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let docs = source::docs(&input.call(Attribute::parse_outer)?);
        let name = input.parse::<Ident>()?.to_string();
        let path = input.parse::<LitStr>()?.value();
        Ok(Self { name, path, rules: mention::in_text(&docs) })
    }
}

impl Search {
    fn pages_of(&self, name: &str, route: &Route) -> Vec<Page> {
        let Some(path) = &route.path else { return Vec::new() };
        let loader = route.module.as_ref().and_then(|module| {
            let files = [format!("frontend/src/{module}/mod.rs"), format!("frontend/src/{module}.rs")];
            files.into_iter().find(|file| self.chunks.contains_key(file))
        });
        let component = self.components.get_key_value(name).map(|(name, _)| name);
        let component = component.or_else(|| self.chunks.get(loader.as_ref()?));
        let own = component.and_then(|name| self.components.get(name));
        let mut files: Vec<&String> = own.into_iter().collect();
        let mut pages = vec![Page {
            path: path.clone(),
            file: own.map_or(ROUTES, String::as_str).to_owned(),
            rules: route.rules.clone(),
        }];
        let mut next = 0;
        while let Some(file) = files.get(next) {
            next += 1;
            if let Some(shown) = self.files.get(*file) {
                let rules = shown.rules.clone();
                pages.push(Page { path: path.clone(), file: (*file).clone(), rules });
                for used in shown.uses.iter().filter_map(|name| self.components.get(name)) {
                    if !files.contains(&used) {
                        files.push(used);
                    }
                }
            }
        }
        // The folder speaks for the page in it.
        if let Some((file, shown)) = loader.as_ref().and_then(|file| self.files.get_key_value(file)) {
            pages.push(Page { path: path.clone(), file: file.clone(), rules: shown.rules.clone() });
        }
        pages
    }
}

impl Visit<'_> for Search {
    fn visit_item_fn(&mut self, function: &ItemFn) {
        if source::has_attribute(&function.attrs, "component") {
            self.components.insert(function.sig.ident.to_string(), self.at.clone());
            let rules = mention::in_text(&source::docs(&function.attrs));
            self.files.entry(self.at.clone()).or_default().rules.extend(rules);
        }
        visit::visit_item_fn(self, function);
    }

    /// `Route::Activate => Box::pin(activation::load())` of the chunks.
    fn visit_arm(&mut self, arm: &Arm) {
        let variants = variants(&arm.pat);
        // Where several routes share a file, the page of each has the route's name.
        if self.at == CHUNKS
            && let [variant] = variants.as_slice()
        {
            let mut calls = Calls::default();
            calls.visit_expr(&arm.body);
            self.routes.entry(variant.clone()).or_default().module = calls.0;
        }
    }

    fn visit_macro(&mut self, called: &Macro) {
        let name = called.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        if self.at == ROUTES && name == "routes" {
            if let Ok(declared) = called.parse_body_with(Punctuated::<Declared, Token![,]>::parse_terminated) {
                for Declared { name, path, rules } in declared {
                    let route = self.routes.entry(name).or_default();
                    (route.path, route.rules) = (Some(path), rules);
                }
            }
        } else if name == "page_in_chunk" {
            if let Some(TokenTree::Ident(page)) = called.tokens.clone().into_iter().last() {
                self.chunks.insert(self.at.clone(), page.to_string());
            }
        } else {
            self.files.entry(self.at.clone()).or_default().uses.extend(tags(called.tokens.clone()));
        }
    }
}

/// The module of the function that is called innermost: `activation` of `activation::load()`.
#[derive(Default)]
struct Calls(Option<String>);

impl Visit<'_> for Calls {
    fn visit_expr_path(&mut self, path: &syn::ExprPath) {
        let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let [module @ .., _] = names.as_slice() {
            self.0 = Some(module.join("/"));
        }
    }
}

/// The last names of a pattern's paths: those of a match's variants.
fn variants(pattern: &Pat) -> Vec<String> {
    match pattern {
        Pat::Or(cases) => cases.cases.iter().flat_map(variants).collect(),
        Pat::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The names of the components that are tags in `view!`.
fn tags(tokens: TokenStream) -> BTreeSet<String> {
    let tokens = source::flat(tokens);
    let pairs = tokens.iter().zip(tokens.iter().skip(1));
    let tags = pairs.filter_map(|pair| match pair {
        (TokenTree::Punct(open), TokenTree::Ident(name)) if open.as_char() == '<' => Some(name.to_string()),
        _ => None,
    });
    tags.filter(|name| name.starts_with(char::is_uppercase)).collect()
}

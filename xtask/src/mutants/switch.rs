//! Puts every mutant of a file behind a switch: each expression with its mutants, one of which a
//! running program may choose.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Arm, Block, ExprBinary, ExprStruct, ExprUnary, ImplItemFn, ItemFn, Signature, TraitItemFn};

use super::edit::{Bytes, Edit, Piece};
use super::list::{Genre, Mutant};
use super::operator::{self, on};

/// The edits of a file that switch its mutants; those that none of them holds can't be switched.
pub(super) fn edits(source: &str, mutants: &[&Mutant]) -> Result<Vec<Edit>> {
    let mut by_start: BTreeMap<usize, Vec<&Mutant>> = BTreeMap::new();
    for &mutant in mutants {
        by_start.entry(mutant.at.start).or_default().push(mutant);
    }
    let file = syn::parse_file(source).context("can't be parsed")?;
    let mut switcher = Switcher { by_start, constant: false, edits: Vec::new() };
    switcher.visit_file(&file);
    Ok(switcher.edits)
}

struct Switcher<'a> {
    by_start: BTreeMap<usize, Vec<&'a Mutant>>,
    /// Within what is computed while compiling, where nothing can be switched.
    constant: bool,
    edits: Vec<Edit>,
}

impl<'a> Switcher<'a> {
    fn found(&self, genre: Genre, start: usize) -> Vec<&'a Mutant> {
        if self.constant {
            return Vec::new();
        }
        let there = self.by_start.get(&start).map(Vec::as_slice).unwrap_or_default();
        there.iter().copied().filter(|mutant| mutant.genre == genre).collect()
    }

    fn edit(&mut self, at: Bytes, mutants: &[&Mutant], pieces: Vec<Piece>) {
        self.edits.push(Edit { at, mutants: mutants.iter().map(|mutant| mutant.id).collect(), pieces });
    }

    /// `if on { return value; }` in front of the body.
    fn function(&mut self, signature: &Signature, body: &Block) {
        let opaque = has_opaque_type(signature);
        let Some(first) = body.stmts.first().filter(|_| !opaque) else { return };
        let start = first.span().byte_range().start;
        let found = self.found(Genre::FnValue, start);
        if found.is_empty() {
            return;
        }
        let returns = found.iter().flat_map(|mutant| {
            [
                Piece::Text(format!("if {} {{ ", on(mutant))),
                Piece::Of(mutant.id, format!("return {}", mutant.replacement)),
                Piece::Text("; } ".into()),
            ]
        });
        self.edit(start..start, &found, returns.collect());
    }

    fn within(&mut self, constant: bool, visit: impl FnOnce(&mut Self)) {
        let before = self.constant;
        self.constant |= constant;
        visit(self);
        self.constant = before;
    }

    fn binary(&mut self, expression: &ExprBinary) {
        let found = self.found(Genre::BinaryOperator, expression.op.span().byte_range().start);
        if let Some(pieces) = operator::binary(expression, &found) {
            self.edit(expression.span().byte_range(), &found, pieces);
        }
    }

    fn unary(&mut self, expression: &ExprUnary) {
        let found = self.found(Genre::UnaryOperator, expression.op.span().byte_range().start);
        if let Some(pieces) = operator::unary(expression, &found) {
            self.edit(expression.span().byte_range(), &found, pieces);
        }
    }

    fn arm(&mut self, arm: &Arm) {
        let deleted = self.found(Genre::MatchArm, arm.span().byte_range().start);
        let Some((_, guard)) = &arm.guard else {
            let end = arm.pat.span().byte_range().end;
            if let Some(one) = deleted.first() {
                self.edit(end..end, &deleted, vec![Piece::Text(format!(" if !{}", on(one)))]);
            }
            return;
        };
        let at = guard.span().byte_range();
        let chain = operator::has_let(guard);
        let replaced = self.found(Genre::MatchArmGuard, at.start);
        // The names that a `let` of the guard gives are there only where it holds.
        let replaced = replaced.into_iter().filter(|mutant| mutant.replacement == "false" || !chain);
        let all: Vec<&Mutant> = deleted.into_iter().chain(replaced).collect();
        if all.is_empty() {
            return;
        }
        let (mut before, mut after) = (String::new(), String::new());
        for mutant in &all {
            if mutant.genre == Genre::MatchArmGuard && mutant.replacement == "true" {
                before.extend(["(", &on(mutant), " || "]);
                after.push(')');
            } else {
                before.extend(["!", &on(mutant), " && "]);
            }
        }
        if !chain {
            before.push('(');
            after.push(')');
        }
        self.edit(at.clone(), &all, vec![Piece::Text(before), Piece::Source(at), Piece::Text(after)]);
    }

    fn fields(&mut self, expression: &ExprStruct) {
        let Some(base) = &expression.rest else { return };
        for field in &expression.fields {
            let at = field.span().byte_range();
            let found = self.found(Genre::StructField, at.start);
            let ([one], syn::Member::Named(name)) = (found.as_slice(), &field.member) else { continue };
            let pieces = vec![
                Piece::Text(format!("{name}: if {} {{ (", on(one))),
                Piece::Source(base.span().byte_range()),
                Piece::Text(format!(").{name} }} else {{ ")),
                Piece::Source(field.expr.span().byte_range()),
                Piece::Text(" }".into()),
            ];
            self.edit(at, &found, pieces);
        }
    }
}

impl<'ast> Visit<'ast> for Switcher<'_> {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.within(function.sig.constness.is_some(), |this| {
            this.function(&function.sig, &function.block);
            visit::visit_item_fn(this, function);
        });
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.within(function.sig.constness.is_some(), |this| {
            this.function(&function.sig, &function.block);
            visit::visit_impl_item_fn(this, function);
        });
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        if let Some(body) = &function.default {
            self.function(&function.sig, body);
        }
        visit::visit_trait_item_fn(self, function);
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.within(true, |this| visit::visit_item_const(this, item));
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        self.within(true, |this| visit::visit_item_static(this, item));
    }

    fn visit_impl_item_const(&mut self, item: &'ast syn::ImplItemConst) {
        self.within(true, |this| visit::visit_impl_item_const(this, item));
    }

    fn visit_trait_item_const(&mut self, item: &'ast syn::TraitItemConst) {
        self.within(true, |this| visit::visit_trait_item_const(this, item));
    }

    fn visit_expr_const(&mut self, expression: &'ast syn::ExprConst) {
        self.within(true, |this| visit::visit_expr_const(this, expression));
    }

    fn visit_variant(&mut self, variant: &'ast syn::Variant) {
        self.within(true, |this| visit::visit_variant(this, variant));
    }

    fn visit_type(&mut self, ty: &'ast syn::Type) {
        self.within(true, |this| visit::visit_type(this, ty));
    }

    fn visit_generic_argument(&mut self, argument: &'ast syn::GenericArgument) {
        self.within(true, |this| visit::visit_generic_argument(this, argument));
    }

    fn visit_expr_repeat(&mut self, expression: &'ast syn::ExprRepeat) {
        self.visit_expr(&expression.expr);
        self.within(true, |this| this.visit_expr(&expression.len));
    }

    fn visit_expr_binary(&mut self, expression: &'ast ExprBinary) {
        self.binary(expression);
        visit::visit_expr_binary(self, expression);
    }

    fn visit_expr_unary(&mut self, expression: &'ast ExprUnary) {
        self.unary(expression);
        visit::visit_expr_unary(self, expression);
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        self.arm(arm);
        visit::visit_arm(self, arm);
    }

    fn visit_expr_struct(&mut self, expression: &'ast ExprStruct) {
        self.fields(expression);
        visit::visit_expr_struct(self, expression);
    }
}

/// Whether a function returns `impl Trait`, of which every path has to return the same type.
fn has_opaque_type(signature: &Signature) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_type_impl_trait(&mut self, _: &'ast syn::TypeImplTrait) {
            self.0 = true;
        }
    }
    let mut finder = Finder(false);
    finder.visit_return_type(&signature.output);
    finder.0
}

#[cfg(test)]
mod tests {
    use super::super::edit;
    use super::*;

    /// The source with `[…]` around what mutants of one genre replace, and then switched.
    fn switched(genre: Genre, marked: &str, replacements: &[&str]) -> String {
        let start = marked.find('[').unwrap();
        let end = marked.find(']').unwrap() - 1;
        let source = marked.replace(['[', ']'], "");
        let mutants: Vec<Mutant> = (1..)
            .zip(replacements)
            .map(|(id, &replacement)| Mutant {
                id,
                file: String::new(),
                genre,
                name: String::new(),
                at: start..end,
                within: None,
                replacement: replacement.to_owned(),
            })
            .collect();
        let edits = edits(&source, &mutants.iter().collect::<Vec<_>>()).unwrap();
        edit::apply(&source, edits).text.replace("crate::mutant::on", "on")
    }

    #[test]
    fn a_function_returns_before_its_body() {
        assert_eq!(
            switched(Genre::FnValue, "fn f() -> u8 { [a(1)] }", &["0", "1"]),
            "fn f() -> u8 { if on(1) { return 0; } if on(2) { return 1; } a(1) }"
        );
    }

    #[test]
    fn an_opaque_type_and_what_is_constant_stay() {
        for (genre, source) in [
            (Genre::FnValue, "fn f() -> impl Iterator<Item = u8> { [a()] }"),
            (Genre::FnValue, "const fn f() -> u8 { [2] }"),
            (Genre::BinaryOperator, "const A: u8 = 1 [+] 2;"),
            (Genre::BinaryOperator, "fn f() { let a = b as A<{ 1 [+] 2 }>; }"),
            (Genre::BinaryOperator, "fn f() { if let Some(a) = b [&&] c {} }"),
        ] {
            assert_eq!(switched(genre, source, &["-"]), source.replace(['[', ']'], ""));
        }
    }

    #[test]
    fn operators_of_truth_need_their_operands_once() {
        let binary = |source, to| switched(Genre::BinaryOperator, source, &[to]);
        assert_eq!(binary("fn f() { a [&&] b }", "||"), "fn f() { (if (a) != on(1) { b } else { on(1) }) }");
        assert_eq!(binary("fn f() { a [||] b }", "&&"), "fn f() { (if (a) == on(1) { b } else { !on(1) }) }");
        assert_eq!(binary("fn f() { a [==] b }", "!="), "fn f() { ((a == b) != on(1)) }");
        assert_eq!(switched(Genre::UnaryOperator, "fn f() { [!]a }", &[""]), "fn f() { ((a) == on(1)) }");
    }

    #[test]
    fn other_operators_are_chosen_once_their_operands_are_known() {
        assert_eq!(
            switched(Genre::BinaryOperator, "fn f() { a [<] 1 }", &["==", ">"]),
            "fn f() { (match (&(a), &(1)) { (left, right) => \
             if on(1) { *left == *right } else if on(2) { *left > *right } else { *left < *right } }) }"
        );
        assert_eq!(
            switched(Genre::BinaryOperator, "fn f() { a [+] 1 }", &["-"]),
            "fn f() { (match (a, 1) { (left, right) => if on(1) { left - right } else { left + right } }) }"
        );
        assert_eq!(
            switched(Genre::BinaryOperator, "fn f() { a [+=] 1; }", &["-="]),
            "fn f() { if on(1) { a -= 1 } else { a += 1 }; }"
        );
        assert_eq!(switched(Genre::UnaryOperator, "fn f() { [-]a }", &[""]), "fn f() { (if on(1) { a } else { -a }) }");
    }

    #[test]
    fn an_arm_is_passed_over() {
        assert_eq!(
            switched(Genre::MatchArm, "fn f() { match a { [B(c) => d,] _ => e } }", &[""]),
            "fn f() { match a { B(c) if !on(1) => d, _ => e } }"
        );
        assert_eq!(
            switched(Genre::MatchArm, "fn f() { match a { [B if c || d => e,] _ => f } }", &[""]),
            "fn f() { match a { B if !on(1) && (c || d) => e, _ => f } }"
        );
    }

    #[test]
    fn a_guard_holds_or_does_not() {
        assert_eq!(
            switched(Genre::MatchArmGuard, "fn f() { match a { B if [c || d] => e, _ => f } }", &["true", "false"]),
            "fn f() { match a { B if (on(1) || !on(2) && (c || d)) => e, _ => f } }"
        );
        assert_eq!(
            switched(Genre::MatchArmGuard, "fn f() { match a { B if [let C = c] => e, _ => f } }", &["true", "false"]),
            "fn f() { match a { B if !on(2) && let C = c => e, _ => f } }"
        );
    }

    #[test]
    fn a_field_is_taken_from_the_base() {
        assert_eq!(
            switched(Genre::StructField, "fn f() { A { [b: c,] ..d() } }", &[""]),
            "fn f() { A { b: if on(1) { (d()).b } else { c }, ..d() } }"
        );
    }
}

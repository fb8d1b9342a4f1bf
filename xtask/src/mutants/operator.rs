//! Operators behind switches. An operand stands once wherever it can: those within it would double
//! with each level.

use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprBinary, ExprUnary, UnOp};

use super::edit::Piece;
use super::list::Mutant;

/// The condition that a mutant is the chosen one.
pub(super) fn on(mutant: &Mutant) -> String {
    format!("crate::mutant::on({})", mutant.id)
}

/// What stands in place of an expression whose operator these replace; nothing where it can't be switched.
pub(super) fn binary(expression: &ExprBinary, mutants: &[&Mutant]) -> Option<Vec<Piece>> {
    if mutants.is_empty() || has_let(&expression.left) || has_let(&expression.right) {
        return None;
    }
    let left = source(&*expression.left);
    let right = source(&*expression.right);
    let pieces = match (&expression.op, mutants) {
        (BinOp::And(_), [one]) if one.replacement == "||" => {
            let (test, or) = (format!(") != {} {{ ", on(one)), format!(" }} else {{ {} }})", on(one)));
            vec![text("(if ("), left, Piece::Text(test), right, Piece::Text(or)]
        }
        (BinOp::Or(_), [one]) if one.replacement == "&&" => {
            let (test, or) = (format!(") == {} {{ ", on(one)), format!(" }} else {{ !{} }})", on(one)));
            vec![text("(if ("), left, Piece::Text(test), right, Piece::Text(or)]
        }
        (BinOp::Eq(_), [one]) if one.replacement == "!=" => negated(expression, one),
        (BinOp::Ne(_), [one]) if one.replacement == "==" => negated(expression, one),
        (BinOp::And(_) | BinOp::Or(_), _) => each(expression, mutants),
        _ if mutants.iter().any(|mutant| is_assignment(&mutant.replacement)) => each(expression, mutants),
        (BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_), _) => {
            let mut pieces = vec![text("(match (&("), left, text("), &("), right, text(")) { (left, right) => ")];
            pieces.extend(chosen(expression, mutants, "*left", "*right"));
            pieces
        }
        _ => {
            let mut pieces = vec![text("(match ("), left, text(", "), right, text(") { (left, right) => ")];
            pieces.extend(chosen(expression, mutants, "left", "right"));
            pieces
        }
    };
    Some(pieces)
}

/// The same for one that an operator stands before.
pub(super) fn unary(expression: &ExprUnary, mutants: &[&Mutant]) -> Option<Vec<Piece>> {
    let [one] = mutants else { return None };
    let operand = source(&*expression.expr);
    Some(if matches!(expression.op, UnOp::Not(_)) {
        vec![text("(("), operand, Piece::Text(format!(") == {})", on(one)))]
    } else {
        let switch = Piece::Text(format!("(if {} {{ ", on(one)));
        vec![switch, operand, text(" } else { "), source(expression), text(" })")]
    })
}

/// Whether it is a `let`, or a chain with one: that can't stand in brackets.
pub(super) fn has_let(expression: &Expr) -> bool {
    match expression {
        Expr::Let(_) => true,
        Expr::Binary(chain) => has_let(&chain.left) || has_let(&chain.right),
        _ => false,
    }
}

fn is_assignment(operator: &str) -> bool {
    operator.ends_with('=') && !["==", "!=", "<=", ">="].contains(&operator)
}

fn negated(expression: &ExprBinary, one: &Mutant) -> Vec<Piece> {
    vec![text("(("), source(expression), Piece::Text(format!(") != {})", on(one)))]
}

/// Every operator with operands of its own.
fn each(expression: &ExprBinary, mutants: &[&Mutant]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for mutant in mutants {
        pieces.push(Piece::Text(format!("if {} {{ ", on(mutant))));
        pieces.push(source(&*expression.left));
        pieces.push(Piece::Of(mutant.id, format!(" {} ", mutant.replacement)));
        pieces.push(source(&*expression.right));
        pieces.push(text(" } else "));
    }
    pieces.extend([text("{ "), source(expression), text(" }")]);
    pieces
}

/// Every operator between names of the operands.
fn chosen(expression: &ExprBinary, mutants: &[&Mutant], left: &str, right: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for mutant in mutants {
        pieces.push(Piece::Text(format!("if {} {{ ", on(mutant))));
        pieces.push(Piece::Of(mutant.id, format!("{left} {} {right}", mutant.replacement)));
        pieces.push(text(" } else "));
    }
    pieces.extend([
        Piece::Text(format!("{{ {left} ")),
        source(&expression.op),
        Piece::Text(format!(" {right} }} }})")),
    ]);
    pieces
}

fn text(text: &str) -> Piece {
    Piece::Text(text.to_owned())
}

fn source(node: &impl Spanned) -> Piece {
    Piece::Source(node.span().byte_range())
}

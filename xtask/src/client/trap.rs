//! What the client would say to nobody.
//!
//! A panic ends it, and what it would say goes to a standard error that a browser does not have. So the functions
//! that put the message together need nothing but to end it. And where JSON is not what it should be, serde's
//! message names the value, of which only the failure is of use here: floating-point numbers and quoted texts
//! need not be written, which nothing on a page is.

use walrus::ir::{Const, Instr, InstrLocId, Unreachable, Value};
use walrus::{FunctionKind, Module, ValType};

/// Parts of the mangled names of functions that never return.
const NEVER_RETURN: [&str; 12] = [
    "_4core9panicking",
    "_4core6option13expect_failed",
    "_4core6option13unwrap_failed",
    "_4core6result13unwrap_failed",
    "_4core3str16slice_error_fail",
    "_4core5slice5index16slice_index_fail",
    "_4core4cell22panic_already_borrowed",
    "_4core4cell30panic_already_mutably_borrowed",
    "_5alloc5alloc18handle_alloc_error",
    "_5alloc7raw_vec12handle_error",
    "_3std9panicking15panic_with_hook",
    "_3std6thread5local18panic_access_error",
];

/// Parts of the mangled names of functions that write what nobody reads.
const WRITE_FOR_NOBODY: [&str; 2] = ["4core3fmt5float", "4core3fmteNtB5_5Debug3fmt"];

/// Has each of them write nothing, and say that it is written.
pub(crate) fn instead_of_details(module: &mut Module) {
    for at in module.funcs.iter().map(walrus::Function::id).collect::<Vec<_>>() {
        let function = module.funcs.get(at);
        let is_one =
            function.name.as_deref().is_some_and(|name| WRITE_FOR_NOBODY.iter().any(|part| name.contains(part)));
        let says_whether = module.types.results(function.ty()) == [ValType::I32];
        if let (true, true, FunctionKind::Local(function)) = (is_one, says_whether, &mut module.funcs.get_mut(at).kind)
        {
            let body = function.entry_block();
            let done = Instr::Const(Const { value: Value::I32(0) });
            function.block_mut(body).instrs = vec![(done, InstrLocId::default())];
        }
    }
}

/// Has each of them trap at once. wasm-opt then drops the arguments, the texts' pointers and most of
/// the formatting: some 15 kB.
pub(crate) fn instead_of_messages(module: &mut Module) {
    for function in module.funcs.iter_mut() {
        let never_returns =
            function.name.as_deref().is_some_and(|name| NEVER_RETURN.iter().any(|part| name.contains(part)));
        if let (true, FunctionKind::Local(function)) = (never_returns, &mut function.kind) {
            let body = function.entry_block();
            function.block_mut(body).instrs = vec![(Instr::Unreachable(Unreachable {}), InstrLocId::default())];
        }
    }
}

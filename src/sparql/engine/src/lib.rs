// SPDX-License-Identifier: MIT
//! SPARQL 1.1 by Oxigraph's evaluator over relata's own index of triples, behind the C interface of `engine.h`.

mod abi;
mod alternatives;
mod answer;
mod dataset;
mod fault;
mod index;
mod parse;

use abi::{FAILED, Query, RawIndex, Sink, Text, WRONG_QUERY};
use answer::Failure;
use index::Index;
use spareval::CancellationToken;
use std::ffi::c_int;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;
use std::thread;

/// Queries nest, and parser, optimizer and evaluator recurse with them. Pages are taken only as they are used.
const STACK: usize = 512 << 20;

/// Ends a running query from another thread or a signal handler.
pub struct Cancel(CancellationToken);

#[unsafe(no_mangle)]
pub extern "C" fn relata_sparql_cancel_new() -> *mut Cancel {
    Box::into_raw(Box::new(Cancel(CancellationToken::new())))
}

/// # Safety
/// `cancel` comes from relata_sparql_cancel_new and was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn relata_sparql_cancel(cancel: *const Cancel) {
    // SAFETY: the caller's word.
    unsafe { &*cancel }.0.cancel();
}

/// # Safety
/// As above; no query uses it any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn relata_sparql_cancel_free(cancel: *mut Cancel) {
    // SAFETY: the caller's word.
    drop(unsafe { Box::from_raw(cancel) });
}

/// Text of the caller, which may be any bytes.
unsafe fn checked<'a>(text: Text, what: &str) -> Result<&'a str, Failure> {
    // SAFETY: the caller's word.
    std::str::from_utf8(unsafe { text.bytes() })
        .map_err(|error| Failure::new(WRONG_QUERY, format!("{what} is no UTF-8: {error}")))
}

unsafe fn answer(raw: &RawIndex, query: &Query, token: CancellationToken, sink: Sink) -> Result<(), Failure> {
    // SAFETY: the caller's word for all pointers.
    unsafe {
        let text = checked(query.text, "the query")?;
        let base = checked(query.base, "the base")?;
        let mut prefixes = Vec::with_capacity(query.prefix_count);
        for i in 0..query.prefix_count {
            let prefix = &*query.prefixes.add(i);
            prefixes.push((checked(prefix.name, "a prefix")?, checked(prefix.iri, "a prefix")?));
        }
        let parsed = parse::parse(text, base, &prefixes)?;
        let index = Index::new(raw).map_err(|error| Failure::new(FAILED, error.to_string()))?;
        answer::give(&parsed, &index, &prefixes, token, sink)
    }
}

/// What one thread lends to another that it waits for.
struct Lent<T>(T);
// SAFETY: see above.
unsafe impl<T> Send for Lent<T> {}

/// # Safety
/// All as `engine.h` asks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn relata_sparql_run(
    index: *const RawIndex,
    query: *const Query,
    cancel: *const Cancel,
    sink: *const Sink,
) -> c_int {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| panic::set_hook(Box::new(|_| ())));
    // SAFETY: the caller's word.
    let (lent, token, sink) = unsafe { (Lent((&*index, &*query)), (*cancel).0.clone(), *sink) };
    let run = move || {
        let Lent((index, query)) = { lent };
        // SAFETY: the caller's word.
        panic::catch_unwind(AssertUnwindSafe(|| unsafe { answer(index, query, token, sink) }))
            .unwrap_or_else(|_| Err(Failure::new(FAILED, "the query engine failed")))
    };
    let result = thread::scope(|scope| match thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run) {
        Ok(thread) => thread.join().unwrap_or_else(|_| Err(Failure::new(FAILED, "the query engine failed"))),
        Err(error) => Err(Failure::new(FAILED, format!("no thread for the query: {error}"))),
    });
    match result {
        Ok(()) => abi::DONE,
        Err(failure) => {
            (sink.fail)(sink.context, Text::of(&failure.message));
            failure.code
        }
    }
}

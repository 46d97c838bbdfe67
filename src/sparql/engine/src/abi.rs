// SPDX-License-Identifier: MIT
//! The C interface of `engine.h`, as Rust sees it.

use std::ffi::{c_int, c_void};
use std::slice;

/// UTF-8 text that lives as long as the call it is given to.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Text {
    data: *const u8,
    size: usize,
}

impl Text {
    pub fn of(text: &str) -> Self {
        Self { data: text.as_ptr(), size: text.len() }
    }

    pub fn empty() -> Self {
        Self::of("")
    }

    /// # Safety
    /// The text is as `engine.h` asks: `size` bytes at `data`, alive for `'a`.
    pub unsafe fn bytes<'a>(self) -> &'a [u8] {
        if self.size == 0 {
            return &[];
        }
        // SAFETY: the caller's word.
        unsafe { slice::from_raw_parts(self.data, self.size) }
    }
}

#[repr(C)]
pub struct Prefix {
    pub name: Text,
    pub iri: Text,
}

#[repr(C)]
pub struct Query {
    pub text: Text,
    pub base: Text,
    pub prefixes: *const Prefix,
    pub prefix_count: usize,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Pair(pub u32, pub u32);

/// Subject, predicate, object.
pub type Triple = [u32; 3];

/// `relata_sparql_no_term`.
pub const NO_TERM: u32 = u32::MAX;

/// `relata_sparql_index`.
#[repr(C)]
pub struct RawIndex {
    pub term_count: u32,
    pub kind_count: u32,
    pub triple_count: u32,
    pub slot_count: u32,
    pub kind_text: Text,
    pub kind_text_ends: *const u32,
    pub kinds: *const u16,
    pub text: Text,
    pub text_ends: *const u64,
    pub slots: *const u32,
    pub spo_ends: *const u32,
    pub spo: *const Pair,
    pub pos_ends: *const u32,
    pub pos: *const Pair,
    pub ops_ends: *const u32,
    pub ops: *const Pair,
    pub removed: *const Triple,
    pub added: *const Triple,
    pub terms: *const Cell,
    pub removed_count: usize,
    pub added_count: usize,
    pub new_term_count: usize,
}

/// A term of a solution: its kind (`relata_sparql_kind`), text, and datatype or language.
#[repr(C)]
pub struct Cell {
    pub kind: c_int,
    pub text: Text,
    pub extra: Text,
}

pub const CELL_UNBOUND: c_int = 0;
pub const CELL_IRI: c_int = 1;
pub const CELL_BLANK: c_int = 2;
pub const CELL_STRING: c_int = 3;
pub const CELL_LANGUAGE: c_int = 4;
pub const CELL_TYPED: c_int = 5;

pub const SHAPE_SOLUTIONS: c_int = 0;
pub const SHAPE_BOOLEAN: c_int = 1;
pub const SHAPE_GRAPH: c_int = 2;

pub const FORMAT_CELLS: c_int = 0;
pub const FORMAT_JSON: c_int = 1;
pub const FORMAT_CSV: c_int = 2;
pub const FORMAT_TSV: c_int = 3;
pub const FORMAT_XML: c_int = 4;
pub const FORMAT_TURTLE: c_int = 5;
pub const FORMAT_NTRIPLES: c_int = 6;

pub const DONE: c_int = 0;
pub const WRONG_QUERY: c_int = 1;
pub const FAILED: c_int = 2;
pub const CANCELLED: c_int = 3;
pub const REFUSED: c_int = 4;

/// `relata_sparql_sink`: who takes an answer. A callback that gives anything but 0 ends the query.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Sink {
    pub context: *mut c_void,
    pub choose: extern "C" fn(*mut c_void, c_int) -> c_int,
    pub head: extern "C" fn(*mut c_void, *const Text, usize) -> c_int,
    pub row: extern "C" fn(*mut c_void, *const Cell, usize) -> c_int,
    pub write: extern "C" fn(*mut c_void, Text) -> c_int,
    pub fail: extern "C" fn(*mut c_void, Text),
}

// SAFETY: the thread that evaluates calls back while the one that called waits for it.
unsafe impl Send for Sink {}

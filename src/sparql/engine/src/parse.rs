// SPDX-License-Identifier: MIT
//! Reads a query's text; says what is wrong with it where.

use crate::abi::WRONG_QUERY;
use crate::alternatives;
use crate::answer::Failure;
use crate::fault;
use spargebra::{Query, SparqlParser};

/// Deeper than anything written by people, and shallow enough for the stack that a query gets.
const MAX_DEPTH: usize = 1000;
pub const MAX_SIZE: usize = 1 << 20;

/// Brackets inside brackets, counted without regard to strings and comments: too strict only where a text holds a
/// thousand opening brackets.
fn depth(text: &str) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'(' | b'{' | b'[' => {
                now += 1;
                most = most.max(now);
            }
            b')' | b'}' | b']' => now = now.saturating_sub(1),
            _ => (),
        }
    }
    most
}

pub fn parse(text: &str, base: &str, prefixes: &[(&str, &str)]) -> Result<Query, Failure> {
    let wrong = |message: String| Failure::new(WRONG_QUERY, message);
    if text.len() > MAX_SIZE {
        return Err(wrong(format!("the query is longer than {MAX_SIZE} bytes")));
    }
    if depth(text) > MAX_DEPTH {
        return Err(wrong(format!("brackets nest deeper than {MAX_DEPTH}")));
    }
    let mut parser = SparqlParser::new();
    if !base.is_empty() {
        parser = parser.with_base_iri(base).map_err(|error| wrong(format!("base <{base}>: {error}")))?;
    }
    for (name, iri) in prefixes {
        parser = parser.with_prefix(*name, *iri).map_err(|error| wrong(format!("prefix {name}: <{iri}>: {error}")))?;
    }
    let mut query =
        parser.clone().parse_query(text).map_err(|error| wrong(fault::describe(&parser, text, &error.to_string())))?;
    alternatives::spread(&mut query);
    Ok(query)
}

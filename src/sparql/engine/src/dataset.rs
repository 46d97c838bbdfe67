// SPDX-License-Identifier: MIT
//! The index as the evaluator asks for it: one default graph, terms as 32-bit ids.

use crate::abi::Triple;
use crate::index::{Damaged, Index, Matches};
use oxrdf::Term;
use spareval::{InternalQuad, QueryableDataset};
use std::cell::RefCell;
use std::collections::HashMap;
use std::slice;

/// Terms that the query names or computes and the index does not have: numbered after those it has.
#[derive(Default)]
struct Computed {
    ids: HashMap<Term, u32>,
    terms: Vec<Term>,
}

pub struct Triples<'a> {
    index: &'a Index<'a>,
    computed: RefCell<Computed>,
}

impl<'a> Triples<'a> {
    pub fn new(index: &'a Index<'a>) -> Result<Self, Damaged> {
        let mut computed = Computed { terms: index.new_terms()?, ..Computed::default() };
        computed.ids = computed.terms.iter().cloned().zip(index.term_count()..).collect();
        Ok(Self { index, computed: RefCell::new(computed) })
    }
}

struct Quads<'a> {
    index: &'a Index<'a>,
    matches: Matches<'a>,
    added: slice::Iter<'a, Triple>,
    pattern: [Option<u32>; 3],
}

impl Iterator for Quads<'_> {
    type Item = Result<InternalQuad<u32>, Damaged>;

    fn next(&mut self) -> Option<Self::Item> {
        let pattern = &self.pattern;
        let fits = |triple: &&Triple| pattern.iter().zip(*triple).all(|(id, each)| id.is_none_or(|id| id == *each));
        let [subject, predicate, object] =
            self.index.next(&mut self.matches).or_else(|| self.added.find(fits).copied())?;
        Some(Ok(InternalQuad { subject, predicate, object, graph_name: None }))
    }
}

impl<'a> QueryableDataset<'a> for Triples<'a> {
    type InternalTerm = u32;
    type Error = Damaged;

    fn internal_quads_for_pattern(
        &self,
        subject: Option<&u32>,
        predicate: Option<&u32>,
        object: Option<&u32>,
        graph_name: Option<Option<&u32>>,
    ) -> impl Iterator<Item = Result<InternalQuad<u32>, Damaged>> + use<'a> {
        let pattern = [subject.copied(), predicate.copied(), object.copied()];
        let (matches, added) = match graph_name {
            Some(None) => (self.index.matches(pattern[0], pattern[1], pattern[2]), self.index.added()),
            _ => (Matches::None, [].as_slice()), // no named graphs
        };
        Quads { index: self.index, matches, added: added.iter(), pattern }
    }

    fn internalize_term(&self, term: Term) -> Result<u32, Damaged> {
        if let Some(id) = self.index.find(&term) {
            return Ok(id);
        }
        let mut computed = self.computed.borrow_mut();
        if let Some(&id) = computed.ids.get(&term) {
            return Ok(id);
        }
        let id = u32::try_from(self.index.term_count() as usize + computed.terms.len()).map_err(|_| Damaged)?;
        computed.terms.push(term.clone());
        computed.ids.insert(term, id);
        Ok(id)
    }

    fn externalize_term(&self, id: u32) -> Result<Term, Damaged> {
        let known = self.index.term_count();
        if id < known {
            return self.index.term(id);
        }
        let computed = self.computed.borrow();
        computed.terms.get((id - known) as usize).cloned().ok_or(Damaged)
    }
}

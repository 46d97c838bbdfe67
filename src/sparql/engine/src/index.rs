// SPDX-License-Identifier: MIT
//! The index of triples that the C++ side built or mapped from a file. Whatever its arrays say, nothing outside them is
//! read: ids and bounds are checked where they are used, and what does not fit is reported as damage.

use crate::abi::{self, Cell, NO_TERM, Pair, RawIndex, Triple};
use oxrdf::vocab::xsd;
use oxrdf::{BlankNode, Literal, NamedNode, Term};
use std::fmt;
use std::slice;

/// The index contradicts itself.
#[derive(Debug)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the index of the store is damaged")
    }
}

impl std::error::Error for Damaged {}

/// One step of a hash, as `mixed_word` of `checksum.hpp`.
fn mixed_word(hash: u64, word: u64) -> u64 {
    let hash = (hash ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    hash ^ (hash >> 29)
}

/// As `term_hash.hpp`.
fn term_hash(bytes: &[u8], start: u64) -> u64 {
    bytes.chunks(8).fold(mixed_word(start, bytes.len() as u64), |hash, chunk| {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        mixed_word(hash, u64::from_ne_bytes(word))
    })
}

/// One order of the triples: the pairs of the second and third term, by the first.
#[derive(Clone, Copy)]
struct Order<'a> {
    ends: &'a [u32],
    pairs: &'a [Pair],
}

impl<'a> Order<'a> {
    fn of(self, first: u32) -> &'a [Pair] {
        let first = first as usize;
        let Some(&end) = self.ends.get(first) else {
            return &[];
        };
        let start = if first == 0 { 0 } else { self.ends[first - 1] };
        self.pairs.get(start as usize..end as usize).unwrap_or(&[])
    }

    fn of_two(self, first: u32, second: u32) -> &'a [Pair] {
        let pairs = self.of(first);
        let start = pairs.partition_point(|pair| pair.0 < second);
        let count = pairs[start..].partition_point(|pair| pair.0 == second);
        &pairs[start..start + count]
    }
}

/// What changed since the index was made.
struct Changes<'a> {
    removed: &'a [Triple],
    /// A bit for each term: whether it is the subject of something removed.
    bereft: Vec<u64>,
    added: &'a [Triple],
    terms: &'a [Cell],
}

impl<'a> Changes<'a> {
    fn new(removed: &'a [Triple], added: &'a [Triple], terms: &'a [Cell], known: usize) -> Result<Self, Damaged> {
        let mut bereft = vec![0; if removed.is_empty() { 0 } else { known / 64 + 1 }];
        for [subject, ..] in removed {
            *bereft.get_mut(*subject as usize / 64).ok_or(Damaged)? |= 1 << (subject % 64);
        }
        Ok(Self { removed, bereft, added, terms })
    }

    fn has_removed(&self, triple: &Triple) -> bool {
        let subject = triple[0];
        self.bereft.get(subject as usize / 64).is_some_and(|bits| bits >> (subject % 64) & 1 != 0)
            && self.removed.binary_search(triple).is_ok()
    }
}

/// Triples by term id.
pub struct Index<'a> {
    kind_names: Vec<&'a str>,
    kinds: &'a [u16],
    slots: &'a [u32],
    text: &'a [u8],
    text_ends: &'a [u64],
    spo: Order<'a>,
    pos: Order<'a>,
    ops: Order<'a>,
    changes: Changes<'a>,
}

/// Triples that fit a pattern: one id or two are fixed, the pairs give the rest.
#[derive(Clone)]
pub enum Matches<'a> {
    None,
    One([u32; 3]),
    All {
        subject: u32,
        next: usize,
    },
    Subject {
        subject: u32,
        pairs: slice::Iter<'a, Pair>,
    },
    Predicate {
        predicate: u32,
        pairs: slice::Iter<'a, Pair>,
    },
    Object {
        object: u32,
        pairs: slice::Iter<'a, Pair>,
    },
    /// Pairs by subject of which those with the object fit.
    SubjectObject {
        subject: u32,
        object: u32,
        pairs: slice::Iter<'a, Pair>,
    },
    /// Pairs by object of which those with the subject fit.
    ObjectSubject {
        subject: u32,
        object: u32,
        pairs: slice::Iter<'a, Pair>,
    },
}

impl<'a> Index<'a> {
    /// # Safety
    /// The arrays are of the sizes that `raw` says and outlive `'a`.
    pub unsafe fn new(raw: &'a RawIndex) -> Result<Self, Damaged> {
        // SAFETY: the caller's word; nothing is dereferenced where a count is 0.
        unsafe fn array<'a, T>(data: *const T, count: usize) -> &'a [T] {
            if count == 0 {
                return &[];
            }
            // SAFETY: as above.
            unsafe { slice::from_raw_parts(data, count) }
        }
        // SAFETY: as above.
        let changes = unsafe {
            Changes::new(
                array(raw.removed, raw.removed_count),
                array(raw.added, raw.added_count),
                array(raw.terms, raw.new_term_count),
                raw.term_count as usize,
            )?
        };
        let (terms, kinds, triples) = (raw.term_count as usize, raw.kind_count as usize, raw.triple_count as usize);
        // SAFETY: as above.
        unsafe {
            let kind_text = raw.kind_text.bytes();
            let mut names = Vec::with_capacity(kinds);
            let mut start = 0;
            for &end in array(raw.kind_text_ends, kinds) {
                let name = kind_text.get(start..end as usize).ok_or(Damaged)?;
                names.push(std::str::from_utf8(name).map_err(|_| Damaged)?);
                start = end as usize;
            }
            Ok(Self {
                kind_names: names,
                kinds: array(raw.kinds, terms),
                slots: array(raw.slots, raw.slot_count as usize),
                text: raw.text.bytes(),
                text_ends: array(raw.text_ends, terms),
                spo: Order { ends: array(raw.spo_ends, terms), pairs: array(raw.spo, triples) },
                pos: Order { ends: array(raw.pos_ends, terms), pairs: array(raw.pos, triples) },
                ops: Order { ends: array(raw.ops_ends, terms), pairs: array(raw.ops, triples) },
                changes,
            })
        }
    }

    /// The terms that only added triples have.
    pub fn new_terms(&self) -> Result<Vec<Term>, Damaged> {
        let text = |text: &abi::Text| {
            // SAFETY: as engine.h asks.
            std::str::from_utf8(unsafe { text.bytes() }).map_err(|_| Damaged)
        };
        self.changes
            .terms
            .iter()
            .map(|cell| {
                let (value, extra) = (text(&cell.text)?, text(&cell.extra)?);
                Ok(match cell.kind {
                    abi::CELL_IRI => NamedNode::new_unchecked(value).into(),
                    abi::CELL_STRING => Literal::new_simple_literal(value).into(),
                    abi::CELL_TYPED => Literal::new_typed_literal(value, NamedNode::new_unchecked(extra)).into(),
                    _ => return Err(Damaged),
                })
            })
            .collect()
    }

    /// The triples that came since the index was made.
    pub fn added(&self) -> &'a [Triple] {
        self.changes.added
    }

    pub fn term_count(&self) -> u32 {
        self.text_ends.len() as u32
    }

    fn bytes_of(&self, id: u32) -> Option<&'a [u8]> {
        let id = id as usize;
        let end = *self.text_ends.get(id)? as usize;
        let start = if id == 0 { 0 } else { self.text_ends[id - 1] as usize };
        self.text.get(start..end)
    }

    pub fn term(&self, id: u32) -> Result<Term, Damaged> {
        let text = std::str::from_utf8(self.bytes_of(id).ok_or(Damaged)?).map_err(|_| Damaged)?;
        let kind = self.kinds.get(id as usize).ok_or(Damaged)?;
        let kind = self.kind_names.get(*kind as usize).ok_or(Damaged)?;
        Ok(match (kind.as_bytes().first(), kind.get(1..)) {
            (Some(b'I'), _) => NamedNode::new_unchecked(text).into(),
            (Some(b'B'), _) => BlankNode::new_unchecked(text).into(),
            (Some(b'S'), _) => Literal::new_simple_literal(text).into(),
            (Some(b'@'), Some(tag)) => Literal::new_language_tagged_literal_unchecked(text, tag).into(),
            (Some(b'T'), Some(datatype)) => Literal::new_typed_literal(text, NamedNode::new_unchecked(datatype)).into(),
            _ => return Err(Damaged),
        })
    }

    pub fn find(&self, term: &Term) -> Option<u32> {
        let (letter, extra, text) = match term {
            Term::NamedNode(node) => ('I', "", node.as_str()),
            Term::BlankNode(node) => ('B', "", node.as_str()),
            Term::Literal(literal) => match literal.language() {
                Some(tag) => ('@', tag, literal.value()),
                None if literal.datatype() == xsd::STRING => ('S', "", literal.value()),
                None => ('T', literal.datatype().as_str(), literal.value()),
            },
        };
        let kind =
            self.kind_names.iter().position(|kind| kind.strip_prefix(letter).is_some_and(|rest| rest == extra))?;
        let mask = self.slots.len().checked_sub(1)?;
        let hash = term_hash(text.as_bytes(), term_hash(self.kind_names[kind].as_bytes(), 0));
        let mut slot = hash as usize & mask;
        for _ in 0..self.slots.len() {
            let id = self.slots[slot];
            if id == NO_TERM {
                return None;
            }
            if self.kinds.get(id as usize).is_some_and(|each| *each as usize == kind)
                && self.bytes_of(id) == Some(text.as_bytes())
            {
                return Some(id);
            }
            slot = (slot + 1) & mask;
        }
        None
    }

    pub fn matches(&self, s: Option<u32>, p: Option<u32>, o: Option<u32>) -> Matches<'a> {
        let known = self.term_count();
        if [s, p, o].into_iter().flatten().any(|id| id >= known) {
            return Matches::None;
        }
        match (s, p, o) {
            (None, None, None) => Matches::All { subject: 0, next: 0 },
            (Some(s), None, None) => Matches::Subject { subject: s, pairs: self.spo.of(s).iter() },
            (Some(s), Some(p), None) => Matches::Subject { subject: s, pairs: self.spo.of_two(s, p).iter() },
            (None, Some(p), None) => Matches::Predicate { predicate: p, pairs: self.pos.of(p).iter() },
            (None, None, Some(o)) => Matches::Object { object: o, pairs: self.ops.of(o).iter() },
            (None, Some(p), Some(o)) => Matches::Object { object: o, pairs: self.ops.of_two(o, p).iter() },
            (Some(s), None, Some(o)) => {
                let (by_subject, by_object) = (self.spo.of(s), self.ops.of(o));
                if by_subject.len() <= by_object.len() {
                    Matches::SubjectObject { subject: s, object: o, pairs: by_subject.iter() }
                } else {
                    Matches::ObjectSubject { subject: s, object: o, pairs: by_object.iter() }
                }
            }
            (Some(s), Some(p), Some(o)) => {
                let pairs = self.spo.of_two(s, p);
                if pairs.binary_search_by_key(&o, |pair| pair.1).is_ok() {
                    Matches::One([s, p, o])
                } else {
                    Matches::None
                }
            }
        }
    }

    /// The next triple of those that fit.
    pub fn next(&self, matches: &mut Matches<'a>) -> Option<Triple> {
        loop {
            let triple = self.next_listed(matches)?;
            if !self.changes.has_removed(&triple) {
                return Some(triple);
            }
        }
    }

    fn next_listed(&self, matches: &mut Matches<'a>) -> Option<Triple> {
        match matches {
            Matches::None => None,
            Matches::One(triple) => {
                let triple = *triple;
                *matches = Matches::None;
                Some(triple)
            }
            Matches::All { subject, next } => {
                let pair = self.spo.pairs.get(*next)?;
                while *self.spo.ends.get(*subject as usize)? as usize <= *next {
                    *subject += 1;
                }
                *next += 1;
                Some([*subject, pair.0, pair.1])
            }
            Matches::Subject { subject, pairs } => pairs.next().map(|pair| [*subject, pair.0, pair.1]),
            Matches::Predicate { predicate, pairs } => pairs.next().map(|pair| [pair.1, *predicate, pair.0]),
            Matches::Object { object, pairs } => pairs.next().map(|pair| [pair.1, pair.0, *object]),
            Matches::SubjectObject { subject, object, pairs } => {
                pairs.find(|pair| pair.1 == *object).map(|pair| [*subject, pair.0, *object])
            }
            Matches::ObjectSubject { subject, object, pairs } => {
                pairs.find(|pair| pair.1 == *subject).map(|pair| [*subject, pair.0, *object])
            }
        }
    }
}

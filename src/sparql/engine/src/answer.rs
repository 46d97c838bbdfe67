// SPDX-License-Identifier: MIT
//! Evaluates a query and hands the answer out in the form that the sink chooses.

use crate::abi::*;
use crate::dataset::Triples;
use crate::index::Index;
use oxrdf::vocab::xsd;
use oxrdf::{Term, Triple};
use oxttl::{NTriplesSerializer, TurtleSerializer};
use sparesults::{QueryResultsFormat, QueryResultsSerializer};
use spareval::{
    CancellationToken, QueryEvaluationError, QueryEvaluator, QueryResults, QuerySolutionIter, QueryTripleIter,
};
use spargebra::algebra::QueryDataset;
use std::ffi::c_int;
use std::io::{self, BufWriter, Write};

/// Why there is no (full) answer.
pub struct Failure {
    pub code: c_int,
    pub message: String,
}

impl Failure {
    pub fn new(code: c_int, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    fn refused() -> Self {
        Self::new(REFUSED, "the answer was not taken")
    }
}

impl From<QueryEvaluationError> for Failure {
    fn from(error: QueryEvaluationError) -> Self {
        match error {
            QueryEvaluationError::Cancelled => Self::new(CANCELLED, "the query was ended"),
            QueryEvaluationError::UnsupportedService(name) => {
                Self::new(WRONG_QUERY, format!("SERVICE {name}: other stores are not asked; relata works offline"))
            }
            other => Self::new(FAILED, other.to_string()),
        }
    }
}

// Writing fails only where the sink takes no more.
impl From<io::Error> for Failure {
    fn from(_: io::Error) -> Self {
        Self::refused()
    }
}

struct SinkWriter(Sink);

impl Write for SinkWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // What is written is text; a piece may end inside a character, which the other side joins again.
        // SAFETY: only the bytes are handed on.
        let text = Text::of(unsafe { std::str::from_utf8_unchecked(bytes) });
        if (self.0.write)(self.0.context, text) != 0 {
            return Err(io::Error::other("refused"));
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn writer(sink: Sink) -> BufWriter<SinkWriter> {
    BufWriter::with_capacity(1 << 16, SinkWriter(sink))
}

fn results_format(format: c_int) -> Result<QueryResultsFormat, Failure> {
    match format {
        FORMAT_JSON => Ok(QueryResultsFormat::Json),
        FORMAT_CSV => Ok(QueryResultsFormat::Csv),
        FORMAT_TSV => Ok(QueryResultsFormat::Tsv),
        FORMAT_XML => Ok(QueryResultsFormat::Xml),
        _ => Err(Failure::refused()),
    }
}

fn cell(term: Option<&Term>) -> Cell {
    let (kind, text, extra) = match term {
        None => (CELL_UNBOUND, Text::empty(), Text::empty()),
        Some(Term::NamedNode(node)) => (CELL_IRI, Text::of(node.as_str()), Text::empty()),
        Some(Term::BlankNode(node)) => (CELL_BLANK, Text::of(node.as_str()), Text::empty()),
        Some(Term::Literal(literal)) => {
            let text = Text::of(literal.value());
            match literal.language() {
                Some(tag) => (CELL_LANGUAGE, text, Text::of(tag)),
                None if literal.datatype() == xsd::STRING => (CELL_STRING, text, Text::empty()),
                None => (CELL_TYPED, text, Text::of(literal.datatype().as_str())),
            }
        }
    };
    Cell { kind, text, extra }
}

fn give_solutions(solutions: QuerySolutionIter<'_>, format: c_int, sink: Sink) -> Result<(), Failure> {
    let variables = solutions.variables().to_vec();
    if format != FORMAT_CELLS {
        let format = results_format(format)?;
        let mut out =
            QueryResultsSerializer::from_format(format).serialize_solutions_to_writer(writer(sink), variables)?;
        for solution in solutions {
            out.serialize(&solution?)?;
        }
        out.finish()?.flush()?;
        return Ok(());
    }
    let names: Vec<Text> = variables.iter().map(|variable| Text::of(variable.as_str())).collect();
    if (sink.head)(sink.context, names.as_ptr(), names.len()) != 0 {
        return Err(Failure::refused());
    }
    for solution in solutions {
        let solution = solution?;
        let cells: Vec<Cell> = solution.values().iter().map(|term| cell(term.as_ref())).collect();
        if (sink.row)(sink.context, cells.as_ptr(), cells.len()) != 0 {
            return Err(Failure::refused());
        }
    }
    Ok(())
}

fn give_boolean(value: bool, format: c_int, sink: Sink) -> Result<(), Failure> {
    let mut out = writer(sink);
    if format == FORMAT_CELLS {
        writeln!(out, "{value}")?;
    } else {
        out = QueryResultsSerializer::from_format(results_format(format)?).serialize_boolean_to_writer(out, value)?;
    }
    out.flush()?;
    Ok(())
}

/// The prefixes that shorten an IRI of the triples, as `name` and IRI.
fn used_prefixes<'p>(prefixes: &[(&'p str, &'p str)], triples: &[Triple]) -> Vec<(&'p str, &'p str)> {
    let mut iris: Vec<&str> = Vec::new();
    for triple in triples {
        iris.push(triple.predicate.as_str());
        if let oxrdf::NamedOrBlankNode::NamedNode(node) = &triple.subject {
            iris.push(node.as_str());
        }
        match &triple.object {
            Term::NamedNode(node) => iris.push(node.as_str()),
            Term::Literal(literal) => iris.push(literal.datatype().as_str()),
            Term::BlankNode(_) => (),
        }
    }
    let used = |iri: &str| iris.iter().any(|each| each.len() > iri.len() && each.starts_with(iri));
    prefixes.iter().copied().filter(|(_, iri)| used(iri)).collect()
}

/// A graph in order of its triples, each once.
fn give_graph(
    triples: QueryTripleIter<'_>,
    format: c_int,
    prefixes: &[(&str, &str)],
    sink: Sink,
) -> Result<(), Failure> {
    let mut all = triples.collect::<Result<Vec<Triple>, _>>()?;
    all.sort_by_cached_key(|triple| {
        (triple.subject.to_string(), triple.predicate.to_string(), triple.object.to_string())
    });
    all.dedup();
    let mut out = match format {
        FORMAT_NTRIPLES => {
            let mut out = NTriplesSerializer::new().for_writer(writer(sink));
            for triple in &all {
                out.serialize_triple(triple)?;
            }
            out.finish()
        }
        FORMAT_TURTLE => {
            let mut turtle = TurtleSerializer::new();
            for (name, iri) in used_prefixes(prefixes, &all) {
                turtle = turtle
                    .with_prefix(name, iri)
                    .map_err(|error| Failure::new(FAILED, format!("prefix {name}: {error}")))?;
            }
            let mut out = turtle.for_writer(writer(sink));
            for triple in &all {
                out.serialize_triple(triple)?;
            }
            out.finish()?
        }
        _ => return Err(Failure::refused()),
    };
    out.flush()?;
    Ok(())
}

fn choose(sink: Sink, shape: c_int) -> Result<c_int, Failure> {
    match (sink.choose)(sink.context, shape) {
        format if format >= 0 => Ok(format),
        _ => Err(Failure::refused()),
    }
}

/// FROM and FROM NAMED would pick among named graphs, and there are none.
fn refuse_dataset(dataset: Option<&QueryDataset>) -> Result<(), Failure> {
    let Some(dataset) = dataset else { return Ok(()) };
    let named = dataset.named.iter().flatten().next();
    match dataset.default.first().or(named) {
        None => Ok(()),
        Some(graph) => Err(Failure::new(
            WRONG_QUERY,
            format!("FROM {graph}: a store is one graph, the default one; leave FROM out"),
        )),
    }
}

pub fn give(
    query: &spargebra::Query,
    index: &Index<'_>,
    prefixes: &[(&str, &str)],
    cancel: CancellationToken,
    sink: Sink,
) -> Result<(), Failure> {
    refuse_dataset(query.dataset())?;
    let triples = Triples::new(index).map_err(|error| Failure::new(FAILED, error.to_string()))?;
    let evaluator = QueryEvaluator::new().with_cancellation_token(cancel);
    match evaluator.prepare(query).execute(triples)? {
        QueryResults::Solutions(solutions) => give_solutions(solutions, choose(sink, SHAPE_SOLUTIONS)?, sink),
        QueryResults::Boolean(value) => give_boolean(value, choose(sink, SHAPE_BOOLEAN)?, sink),
        QueryResults::Graph(triples) => give_graph(triples, choose(sink, SHAPE_GRAPH)?, prefixes, sink),
    }
}

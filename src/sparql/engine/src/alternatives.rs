// SPDX-License-Identifier: MIT
//! A path `a|b` gives a solution for each way (SPARQL 1.1, section 18.4: the union of two multisets), where the evaluator
//! gives one. As a union of patterns it is right.

use spargebra::Query;
use spargebra::algebra::{GraphPattern, PropertyPathExpression};
use spargebra::term::{NamedNodePattern, TermPattern, TriplePattern};

fn pattern_of(subject: TermPattern, path: PropertyPathExpression, object: TermPattern) -> GraphPattern {
    match path {
        PropertyPathExpression::Alternative(left, right) => GraphPattern::Union {
            left: Box::new(pattern_of(subject.clone(), *left, object.clone())),
            right: Box::new(pattern_of(subject, *right, object)),
        },
        PropertyPathExpression::Reverse(path) => pattern_of(object, *path, subject),
        PropertyPathExpression::NamedNode(node) => GraphPattern::Bgp {
            patterns: vec![TriplePattern { subject, predicate: NamedNodePattern::NamedNode(node), object }],
        },
        path => GraphPattern::Path { subject, path, object },
    }
}

fn spread_in(pattern: &mut GraphPattern) {
    match pattern {
        GraphPattern::Path { subject, path, object } => {
            if let PropertyPathExpression::Alternative(..) | PropertyPathExpression::Reverse(_) = path {
                *pattern = pattern_of(subject.clone(), path.clone(), object.clone());
            }
        }
        GraphPattern::Join { left, right }
        | GraphPattern::LeftJoin { left, right, .. }
        | GraphPattern::Lateral { left, right }
        | GraphPattern::Union { left, right }
        | GraphPattern::Minus { left, right } => {
            spread_in(left);
            spread_in(right);
        }
        GraphPattern::Filter { inner, .. }
        | GraphPattern::Graph { inner, .. }
        | GraphPattern::Extend { inner, .. }
        | GraphPattern::OrderBy { inner, .. }
        | GraphPattern::Project { inner, .. }
        | GraphPattern::Distinct { inner }
        | GraphPattern::Reduced { inner }
        | GraphPattern::Slice { inner, .. }
        | GraphPattern::Group { inner, .. }
        | GraphPattern::Service { inner, .. } => spread_in(inner),
        GraphPattern::Bgp { .. } | GraphPattern::Values { .. } => (),
    }
}

/// Turns the alternatives of a query's paths into unions. Inside `*`, `+` and `?`, and in EXISTS, ways do not count.
pub fn spread(query: &mut Query) {
    let (Query::Select { pattern, .. }
    | Query::Construct { pattern, .. }
    | Query::Describe { pattern, .. }
    | Query::Ask { pattern, .. }) = query;
    spread_in(pattern);
}

// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/error.hpp"
#include "sparql/triple_index.hpp"

namespace relata::sparql {

/// What a query's answer is: rows of terms (SELECT), yes or no (ASK), triples (CONSTRUCT, DESCRIBE).
enum class Shape : std::uint8_t { solutions, boolean, graph };

/// What an answer is written as. `cells`: solutions as terms, by Answer::row; a boolean as a line of text.
enum class Format : std::uint8_t { cells, json, csv, tsv, xml, turtle, ntriples };

/// A term of a solution. The views live while the sink is called.
struct Cell {
  enum class Kind : std::uint8_t { unbound, iri, blank, string, language, typed };
  Kind kind = Kind::unbound;
  std::string_view text;
  std::string_view extra;  ///< language tag, or datatype's IRI
};

/// Takes an answer, piece by piece, on another thread than asked. What a function throws ends the query and
/// comes out of ask().
class Answer {
 public:
  virtual ~Answer() = default;
  virtual Format choose(Shape shape) = 0;  ///< once, before all else
  virtual void head(std::span<const std::string_view> variables) = 0;
  virtual void row(std::span<const Cell> cells) = 0;
  virtual void write(std::string_view bytes) = 0;
};

/// The query is no SPARQL, or asks for what a store does not have; the message says where and why.
class QueryError : public Error {
 public:
  using Error::Error;
};

/// The query was ended by its Canceller.
class Cancelled : public Error {
 public:
  Cancelled() : Error("the query was ended") {}
};

/// Ends running queries, also from a signal handler.
class Canceller {
 public:
  Canceller() : handle_(relata_sparql_cancel_new()) {}
  ~Canceller() { relata_sparql_cancel_free(handle_); }
  Canceller(const Canceller&) = delete;
  Canceller& operator=(const Canceller&) = delete;
  void cancel() const { relata_sparql_cancel(handle_); }
  const relata_sparql_canceller* handle() const { return handle_; }

 private:
  relata_sparql_canceller* handle_;
};

/// Prefixes that queries may use without declaring them, as name and IRI: those of our RDF under `base`, and
/// well-known ones.
std::vector<std::pair<std::string, std::string>> known_prefixes(std::string_view base);

/// Answers a query (SPARQL 1.1). Throws QueryError, Cancelled, Error, and what `answer` throws.
void ask(const TripleIndex& index, std::string_view query, std::string_view base, const Canceller& canceller,
         Answer& answer);

}  // namespace relata::sparql

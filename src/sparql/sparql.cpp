// SPDX-License-Identifier: MIT
#include "sparql/sparql.hpp"

#include <exception>
#include <iterator>

namespace relata::sparql {
namespace {

relata_sparql_text text_of(std::string_view text) {
  return {text.data(), text.size()};
}

std::string_view view_of(relata_sparql_text text) {
  return {text.data, text.size};
}

/// An Answer as the engine calls it: exceptions are kept until the engine has come back.
struct Receiver {
  explicit Receiver(Answer& taker) : answer(taker) {}

  template <typename Call>
  static int guarded(void* context, Call&& call) {
    auto& self = *static_cast<Receiver*>(context);
    try {
      return call(self.answer);
    } catch (...) {
      self.thrown = std::current_exception();
      return -1;
    }
  }

  static int choose(void* context, int shape) {
    return guarded(
        context, [&](Answer& answer) { return static_cast<int>(answer.choose(static_cast<Shape>(shape))); });
  }
  static int head(void* context, const relata_sparql_text* names, std::size_t count) {
    return guarded(context, [&](Answer& answer) {
      std::vector<std::string_view> variables;
      for (std::size_t i = 0; i < count; ++i) variables.push_back(view_of(names[i]));
      answer.head(variables);
      return 0;
    });
  }
  static int row(void* context, const relata_sparql_cell* cells, std::size_t count) {
    return guarded(context, [&](Answer& answer) {
      std::vector<Cell> row;
      row.reserve(count);
      for (std::size_t i = 0; i < count; ++i)
        row.push_back(
            {static_cast<Cell::Kind>(cells[i].kind), view_of(cells[i].text), view_of(cells[i].extra)});
      answer.row(row);
      return 0;
    });
  }
  static int write(void* context, relata_sparql_text bytes) {
    return guarded(context, [&](Answer& answer) {
      answer.write(view_of(bytes));
      return 0;
    });
  }
  static void fail(void* context, relata_sparql_text message) {
    static_cast<Receiver*>(context)->message = view_of(message);
  }

  Answer& answer;
  std::exception_ptr thrown;
  std::string message;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> known_prefixes(std::string_view base) {
  std::vector<std::pair<std::string, std::string>> prefixes;
  const std::vector<RdfNamespace> spaces = rdf_namespaces(base);
  // Spaces whose names are not local names have no prefix in Turtle; SPARQL takes `entity:Person:Jane%20Doe`.
  constexpr std::pair<RdfSpace, const char*> further[] = {{RdfSpace::entity, "entity"},
                                                          {RdfSpace::statement, "statement"},
                                                          {RdfSpace::sentence, "sentence"},
                                                          {RdfSpace::article, "article"}};
  for (const RdfNamespace& space : spaces)
    if (!space.prefix.empty()) prefixes.emplace_back(space.prefix, space.iri);
  for (const auto& [space, name] : further) {
    const RdfNamespace& each = spaces[static_cast<std::size_t>(space)];
    if (each.prefix.empty()) prefixes.emplace_back(name, each.iri);
  }
  return prefixes;
}

void ask(const TripleIndex& index, std::string_view query, std::string_view base, const Canceller& canceller,
         Answer& answer) {
  const auto known = known_prefixes(base);
  std::vector<relata_sparql_prefix> prefixes;
  for (const auto& [name, iri] : known) prefixes.push_back({text_of(name), text_of(iri)});
  const relata_sparql_query question = {text_of(query), text_of(base), prefixes.data(), prefixes.size()};
  Receiver receiver(answer);
  const relata_sparql_sink sink = {&receiver,     Receiver::choose, Receiver::head,
                                   Receiver::row, Receiver::write,  Receiver::fail};
  const int result = relata_sparql_run(&index.arrays(), &question, canceller.handle(), &sink);
  if (receiver.thrown) std::rethrow_exception(receiver.thrown);
  switch (result) {
    case relata_sparql_done:
      return;
    case relata_sparql_wrong_query:
      throw QueryError(receiver.message);
    case relata_sparql_cancelled:
      throw Cancelled();
    default:
      throw Error(receiver.message);
  }
}

}  // namespace relata::sparql

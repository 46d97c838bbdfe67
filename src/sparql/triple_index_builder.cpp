// SPDX-License-Identifier: MIT
#include <iterator>
#include <limits>
#include <memory>
#include <vector>

#include "relata/error.hpp"
#include "sparql/index_layout.hpp"
#include "sparql/terms.hpp"
#include "sparql/triple_index.hpp"
#include "sparql/triple_orders.hpp"

namespace relata::sparql {

/// Gathers the triples of a stream.
class TripleIndexBuilder : public RdfSink {
  // What news took of a statement, its sentence included; memory that is not needed is not touched.
  static constexpr std::size_t text_a_statement = 320, triples_a_statement = 16;

 public:
  /// `statements`: how many there are; they are most of an index.
  TripleIndexBuilder(std::string_view base, std::size_t statements)
      : terms_(base, statements * text_a_statement) {
    triples_.reserve(statements * triples_a_statement);
  }

  void triple(const RdfTerm& subject, const RdfTerm& predicate, const RdfTerm& object) override {
    if (triples_.size() == std::numeric_limits<std::uint32_t>::max())
      throw Error("SPARQL: the graph has more than four thousand million triples");
    triples_.push_back({terms_.id_of(subject), terms_.id_of(predicate), terms_.id_of(object)});
  }
  void reifies(const RdfTerm&, const RdfTerm&, const RdfTerm&, const RdfTerm&) override {}  // RDF 1.2 only
  void graph(const RdfTerm*) override {}                                                    // not asked for

  TripleIndex finish() {
    const auto count = static_cast<std::uint32_t>(terms_.arrays.kinds.size());
    const auto built = std::make_shared<Built>();
    built->slots = terms_.slots();
    built->terms = std::move(terms_.arrays);
    built->orders = orders_of(std::move(triples_), count);
    const TermArrays& terms = built->terms;
    const auto& [spo_order, pos_order, ops_order] = built->orders;

    IndexHeader header = index_header();
    header.term_count = count;
    header.kind_count = static_cast<std::uint32_t>(terms.kind_text_ends.size());
    header.triple_count = spo_order.count;
    header.slot_count = static_cast<std::uint32_t>(built->slots.size());
    header.kind_text_size = terms.kind_text.size();
    header.text_size = terms.text.size();
    header.check = check_of(header);
    Sections sections;
    const auto put = [&](Section section, const auto& array) {
      sections[section] = {reinterpret_cast<const unsigned char*>(std::data(array)),
                           std::size(array) * sizeof *std::data(array)};
    };
    put(kind_text, terms.kind_text);
    put(kind_text_ends, terms.kind_text_ends);
    put(kinds, terms.kinds);
    put(text, terms.text);
    put(text_ends, terms.text_ends);
    put(slots, built->slots);
    put(spo_ends, spo_order.ends);
    put(spo, spo_order.all());
    put(pos_ends, pos_order.ends);
    put(pos, pos_order.all());
    put(ops_ends, ops_order.ends);
    put(ops, ops_order.all());
    return TripleIndex(built, header, sections);
  }

 private:
  /// What the index's sections are of.
  struct Built {
    TermArrays terms;
    std::vector<Id> slots;
    Orders orders;
  };

  Terms terms_;
  std::vector<Triple> triples_;
};

TripleIndex TripleIndex::of(const KnowledgeGraph& graph, std::string_view base) {
  TripleIndexBuilder builder(base, boost::num_edges(graph.graph));
  stream_rdf(graph, {}, {}, builder);  // no ontology: no schema
  return builder.finish();
}

}  // namespace relata::sparql

// SPDX-License-Identifier: MIT
#include <cstring>
#include <limits>
#include <vector>

#include "relata/error.hpp"
#include "sparql/index_layout.hpp"
#include "sparql/terms.hpp"
#include "sparql/triple_index.hpp"
#include "sparql/triple_orders.hpp"
#include "text/checksum.hpp"

namespace relata::sparql {

/// Gathers the triples of a stream.
class TripleIndexBuilder : public RdfSink {
 public:
  explicit TripleIndexBuilder(std::string_view base) : terms_(base) {}

  void triple(const RdfTerm& subject, const RdfTerm& predicate, const RdfTerm& object) override {
    if (triples_.size() == std::numeric_limits<std::uint32_t>::max())
      throw Error("SPARQL: the graph has more than four thousand million triples");
    triples_.push_back({terms_.id_of(subject), terms_.id_of(predicate), terms_.id_of(object)});
  }
  void reifies(const RdfTerm&, const RdfTerm&, const RdfTerm&, const RdfTerm&) override {}  // RDF 1.2 only
  void graph(const RdfTerm*) override {}                                                    // not asked for

  TripleIndex finish() {
    const auto count = static_cast<std::uint32_t>(terms_.kinds.size());
    sort_unique(triples_, count);

    IndexHeader header = index_header();
    header.term_count = count;
    header.kind_count = static_cast<std::uint32_t>(terms_.kind_text_ends.size());
    header.triple_count = static_cast<std::uint32_t>(triples_.size());
    header.slot_count = static_cast<std::uint32_t>(terms_.slots().size());
    header.kind_text_size = terms_.kind_text.size();
    header.text_size = terms_.text.size();
    header.check = check_of(header);  // again when the content is there
    const IndexLayout layout = layout_of(header).value();
    const std::shared_ptr<std::uint64_t[]> words =
        std::make_shared_for_overwrite<std::uint64_t[]>(layout.size() / sizeof(std::uint64_t));
    auto* const bytes = reinterpret_cast<unsigned char*>(words.get());
    // What fills a section up to a multiple of 8 is zero.
    for (std::size_t i = 1; i <= section_count; ++i) words[layout.starts[i] / sizeof(std::uint64_t) - 1] = 0;
    const auto put = [&](Section section, const auto& array) {
      if (!array.empty())
        std::memcpy(bytes + layout.starts[section], array.data(), array.size() * sizeof array[0]);
    };
    put(kind_text, terms_.kind_text);
    put(kind_text_ends, terms_.kind_text_ends);
    put(kinds, terms_.kinds);
    put(text, terms_.text);
    put(text_ends, terms_.text_ends);
    put(slots, terms_.slots());
    const auto order = [&](Section ends, Section pairs) {
      return Order{reinterpret_cast<std::uint32_t*>(bytes + layout.starts[ends]),
                   reinterpret_cast<relata_sparql_pair*>(bytes + layout.starts[pairs])};
    };
    write_orders(triples_, count, order(spo_ends, spo), order(pos_ends, pos), order(ops_ends, ops));
    header.content_sum = checksum(bytes + sizeof header, layout.size() - sizeof header);
    header.check = check_of(header);
    std::memcpy(bytes, &header, sizeof header);
    return TripleIndex(words, bytes);
  }

 private:
  Terms terms_;
  std::vector<Triple> triples_;
};

TripleIndex TripleIndex::of(const KnowledgeGraph& graph, std::string_view base) {
  TripleIndexBuilder builder(base);
  stream_rdf(graph, {}, {}, builder);  // no ontology: no schema
  return builder.finish();
}

}  // namespace relata::sparql

// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <vector>

#include "rdf/iri.hpp"
#include "rdf/literal.hpp"
#include "relata/error.hpp"
#include "sparql/fnv.hpp"
#include "sparql/index_layout.hpp"
#include "sparql/triple_index.hpp"
#include "text/checksum.hpp"

namespace relata::sparql {
namespace {

using Id = std::uint32_t;
using Triple = std::array<Id, 3>;

/// Numbers terms in the order in which they come.
class Terms {
 public:
  explicit Terms(std::string_view base) : namespaces_(rdf_namespaces(base)) {
    slots_.assign(1024, relata_sparql_no_term);
  }

  Id id_of(const RdfTerm& term) {
    scratch_.clear();
    switch (term.kind) {
      case RdfTerm::Kind::iri:
        scratch_ += namespaces_[static_cast<std::size_t>(term.space)].iri;
        rdf::append_iri_name(scratch_, term.text);
        return intern(kind_of("I"), scratch_);
      case RdfTerm::Kind::blank:
        return intern(kind_of("B"), term.text);
      case RdfTerm::Kind::literal:
        break;
    }
    rdf::append_literal_text(scratch_, term.text);
    if (term.datatype.empty()) return intern(kind_of("S"), scratch_);
    datatype_ = 'T';
    datatype_ += namespaces_[static_cast<std::size_t>(RdfSpace::xsd)].iri;
    rdf::append_iri_name(datatype_, term.datatype.substr(4));  // `xsd:` and the name
    return intern(kind_of(datatype_), scratch_);
  }

  std::string kind_text, text;
  std::vector<std::uint32_t> kind_text_ends;
  std::vector<std::uint16_t> kinds;
  std::vector<std::uint64_t> text_ends;
  const std::vector<Id>& slots() const { return slots_; }

 private:
  std::uint16_t kind_of(std::string_view name) {
    for (std::size_t i = 0; i < kind_names_.size(); ++i)
      if (kind_names_[i] == name) return static_cast<std::uint16_t>(i);
    if (kind_names_.size() == std::numeric_limits<std::uint16_t>::max())
      throw Error("SPARQL: too many datatypes");
    kind_names_.emplace_back(name);
    kind_text += name;
    kind_text_ends.push_back(static_cast<std::uint32_t>(kind_text.size()));
    return static_cast<std::uint16_t>(kind_names_.size() - 1);
  }

  std::string_view text_of(Id id) const {
    const std::uint64_t start = id == 0 ? 0 : text_ends[id - 1];
    return std::string_view(text).substr(start, text_ends[id] - start);
  }

  Id intern(std::uint16_t kind, std::string_view words) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = fnv(words, fnv(kind_names_[kind])) & mask;
    for (; slots_[slot] != relata_sparql_no_term; slot = (slot + 1) & mask) {
      const Id id = slots_[slot];
      if (kinds[id] == kind && text_of(id) == words) return id;
    }
    const auto id = static_cast<Id>(kinds.size());
    if (id == std::uint32_t{1} << 30) throw Error("SPARQL: the graph has more than a thousand million terms");
    slots_[slot] = id;
    kinds.push_back(kind);
    text += words;
    text_ends.push_back(text.size());
    if (kinds.size() * 2 > slots_.size()) grow();
    return id;
  }

  void grow() {
    slots_.assign(slots_.size() * 2, relata_sparql_no_term);
    const std::size_t mask = slots_.size() - 1;
    for (Id id = 0; id < kinds.size(); ++id) {
      std::size_t slot = fnv(text_of(id), fnv(kind_names_[kinds[id]])) & mask;
      while (slots_[slot] != relata_sparql_no_term) slot = (slot + 1) & mask;
      slots_[slot] = id;
    }
  }

  std::vector<RdfNamespace> namespaces_;
  std::vector<std::string> kind_names_;
  std::vector<Id> slots_;
  std::string scratch_, datatype_;
};

/// Pairs of the second and third term by the first.
struct Order {
  std::vector<std::uint32_t> ends;
  std::vector<relata_sparql_pair> pairs;
};

Order ordered(const std::vector<Triple>& triples, std::size_t terms, std::array<std::size_t, 3> places) {
  Order order;
  order.ends.assign(terms + 1, 0);
  for (const Triple& t : triples) ++order.ends[t[places[0]] + 1];
  for (std::size_t i = 1; i <= terms; ++i) order.ends[i] += order.ends[i - 1];
  order.pairs.resize(triples.size());
  // Counts now are starts; filling moves each start to its end, and the spare first entry drops out.
  std::vector<std::uint32_t>& next = order.ends;
  for (const Triple& t : triples) order.pairs[next[t[places[0]]]++] = {t[places[1]], t[places[2]]};
  next.pop_back();
  std::uint32_t start = 0;
  for (const std::uint32_t end : order.ends) {
    std::sort(order.pairs.begin() + start, order.pairs.begin() + end,
              [](const relata_sparql_pair& a, const relata_sparql_pair& b) {
                return a.first != b.first ? a.first < b.first : a.second < b.second;
              });
    start = end;
  }
  return order;
}

/// Leaves each pair of a first term once.
void drop_repetitions(Order& order) {
  std::uint32_t start = 0, kept = 0;
  for (std::uint32_t& end : order.ends) {
    const std::uint32_t from = kept;
    for (std::uint32_t i = start; i < end; ++i) {
      const relata_sparql_pair pair = order.pairs[i];
      if (kept > from && order.pairs[kept - 1].first == pair.first &&
          order.pairs[kept - 1].second == pair.second)
        continue;
      order.pairs[kept++] = pair;
    }
    start = end;
    end = kept;
  }
  order.pairs.resize(kept);
}

std::vector<Triple> triples_of(const Order& spo) {
  std::vector<Triple> triples;
  triples.reserve(spo.pairs.size());
  std::uint32_t i = 0;
  for (Id subject = 0; subject < spo.ends.size(); ++subject)
    for (; i < spo.ends[subject]; ++i) triples.push_back({subject, spo.pairs[i].first, spo.pairs[i].second});
  return triples;
}

}  // namespace

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
    const std::size_t count = terms_.kinds.size();
    Order spo = ordered(triples_, count, {0, 1, 2});
    drop_repetitions(spo);
    triples_ = triples_of(spo);
    const Order pos = ordered(triples_, count, {1, 2, 0});
    const Order ops = ordered(triples_, count, {2, 1, 0});

    IndexHeader header = index_header();
    header.term_count = static_cast<std::uint32_t>(count);
    header.kind_count = static_cast<std::uint32_t>(terms_.kind_text_ends.size());
    header.triple_count = static_cast<std::uint32_t>(triples_.size());
    header.slot_count = static_cast<std::uint32_t>(terms_.slots().size());
    header.kind_text_size = terms_.kind_text.size();
    header.text_size = terms_.text.size();
    header.check = check_of(header);  // again when the content is there
    const IndexLayout layout = layout_of(header).value();
    auto words = std::make_shared<std::vector<std::uint64_t>>(layout.size() / sizeof(std::uint64_t));
    auto* const bytes = reinterpret_cast<unsigned char*>(words->data());
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
    put(spo_ends, spo.ends);
    put(Section::spo, spo.pairs);
    put(pos_ends, pos.ends);
    put(Section::pos, pos.pairs);
    put(ops_ends, ops.ends);
    put(Section::ops, ops.pairs);
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

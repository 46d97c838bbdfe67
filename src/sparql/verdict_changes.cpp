// SPDX-License-Identifier: MIT
#include "sparql/verdict_changes.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <tuple>

#include "relata/assemble.hpp"
#include "sparql/term_hash.hpp"

namespace relata::sparql {
namespace {

using Triple = relata_sparql_triple;

auto places(const Triple& t) {
  return std::tie(t.subject, t.predicate, t.object);
}

/// The index's arrays as the engine reads them: whatever they hold, nothing outside them is read.
class Arrays {
 public:
  explicit Arrays(const relata_sparql_index& index) : index_(index) {
    std::uint32_t start = 0;
    for (std::uint32_t kind = 0; kind < index.kind_count; ++kind) {
      kind_names_.push_back(piece(index.kind_text, start, index.kind_text_ends[kind]));
      start = index.kind_text_ends[kind];
    }
  }

  std::optional<Id> find(std::string_view kind_name, std::string_view text) const {
    const auto kind = std::find(kind_names_.begin(), kind_names_.end(), kind_name);
    if (kind == kind_names_.end() || index_.slot_count == 0) return std::nullopt;
    const std::size_t mask = index_.slot_count - 1;
    std::size_t slot = term_hash(text, term_hash(kind_name)) & mask;
    for (std::uint32_t steps = 0; steps < index_.slot_count; ++steps, slot = (slot + 1) & mask) {
      const Id id = index_.slots[slot];
      if (id >= index_.term_count) return std::nullopt;
      if (index_.kinds[id] == kind - kind_names_.begin() && text_of(id) == text) return id;
    }
    return std::nullopt;
  }

  std::span<const relata_sparql_pair> by_subject(Id subject) const {
    return run(index_.spo_ends, index_.spo, subject);
  }
  std::span<const relata_sparql_pair> by_predicate(Id predicate) const {
    return run(index_.pos_ends, index_.pos, predicate);
  }
  std::span<const relata_sparql_pair> by_object(Id object) const {
    return run(index_.ops_ends, index_.ops, object);
  }

 private:
  static std::string_view piece(relata_sparql_text text, std::uint64_t start, std::uint64_t end) {
    return start <= end && end <= text.size ? std::string_view(text.data + start, end - start)
                                            : std::string_view();
  }
  std::string_view text_of(Id id) const {
    return piece(index_.text, id == 0 ? 0 : index_.text_ends[id - 1], index_.text_ends[id]);
  }
  std::span<const relata_sparql_pair> run(const std::uint32_t* ends, const relata_sparql_pair* pairs,
                                          Id first) const {
    const std::uint32_t start = first == 0 ? 0 : ends[first - 1], end = ends[first];
    if (start > end || end > index_.triple_count) return {};
    return {pairs + start, end - start};
  }

  const relata_sparql_index& index_;
  std::vector<std::string_view> kind_names_;
};

class Judging {
 public:
  Judging(const relata_sparql_index& index, Changes& changes)
      : arrays_(index), changes_(changes), first_new_(index.term_count) {}

  /// False: what follows from the verdicts cannot be told.
  bool judge(const Decisions& decisions) {
    // Two verdicts may be about one statement; see Judgements.
    std::map<Id, std::pair<std::uint64_t, const Verdict*>> words;
    for (const auto& [id, verdict] : decisions.verdicts()) {
      const auto self = find(RdfTerm::iri(RdfSpace::statement, statement_id(verdict.subject, verdict.relation,
                                                                            verdict.object, verdict.status)));
      if (!self) {
        // Where both ends are there, nothing states it now; else they may go by other names.
        if (find(RdfTerm::iri(RdfSpace::entity, verdict.subject)) &&
            find(RdfTerm::iri(RdfSpace::entity, verdict.object)))
          continue;
        return false;
      }
      const auto strength = [](const Verdict& v) { return std::pair(v.revision, v.judgement); };
      const Verdict*& word = words.try_emplace(*self).first->second.second;
      if (word == nullptr || strength(*word) < strength(verdict)) word = &verdict;
    }
    for (const auto& [self, word] : words) {
      const Judgement judgement = word.second->judgement;
      if (judgement == Judgement::confirmed) confirm(self);
      if (judgement == Judgement::rejected && !reject(self, *word.second)) return false;
    }
    if (!properties_stay() || !drop_sentences()) return false;
    list_new_terms();
    std::vector<Triple>& removed = changes_.removed;
    std::sort(removed.begin(), removed.end(),
              [](const Triple& a, const Triple& b) { return places(a) < places(b); });
    return true;
  }

 private:
  std::optional<Id> find(const RdfTerm& term) {
    const Id known = changes_.terms.id_of(term);
    return arrays_.find(changes_.terms.kind_name_of(known), changes_.terms.text_of(known));
  }

  /// The term's number, a new one where the index does not have it.
  Id number_of(const RdfTerm& term) {
    if (const auto known = find(term)) return *known;
    const Id looked_up = changes_.terms.id_of(term);
    const auto at = std::find(new_.begin(), new_.end(), looked_up);
    const auto number = first_new_ + static_cast<Id>(at - new_.begin());
    if (at == new_.end()) new_.push_back(looked_up);
    return number;
  }

  /// When no more terms are looked up.
  void list_new_terms() {
    const auto text = [](std::string_view view) { return relata_sparql_text{view.data(), view.size()}; };
    for (const Id id : new_) {
      const std::string_view kind = changes_.terms.kind_name_of(id);
      const int number = kind[0] == 'I'   ? relata_sparql_iri
                         : kind[0] == 'S' ? relata_sparql_string
                                          : relata_sparql_typed;
      changes_.new_terms.push_back({number, text(changes_.terms.text_of(id)), text(kind.substr(1))});
    }
  }

  static std::optional<Id> object_of(std::span<const relata_sparql_pair> said,
                                     const std::optional<Id>& predicate) {
    const auto at = std::find_if(said.begin(), said.end(),
                                 [&](const auto& pair) { return predicate && pair.first == *predicate; });
    if (at == said.end()) return std::nullopt;
    return at->second;
  }

  void confirm(Id self) {
    const RdfTerm confidence = RdfTerm::iri(RdfSpace::vocabulary, "confidence");
    const auto predicate = find(confidence);
    const auto before = object_of(arrays_.by_subject(self), predicate);
    if (predicate && before) changes_.removed.push_back({self, *predicate, *before});
    changes_.added.push_back({self, number_of(confidence), number_of(RdfTerm::literal("1", "xsd:double"))});
    changes_.added.push_back({self, number_of(RdfTerm::iri(RdfSpace::vocabulary, "verdict")),
                              number_of(RdfTerm::literal("confirmed"))});
  }

  bool reject(Id self, const Verdict& verdict) {
    const std::span<const relata_sparql_pair> said = arrays_.by_subject(self);
    for (const auto& [predicate, object] : said) changes_.removed.push_back({self, predicate, object});
    const auto subject = object_of(said, find(RdfTerm::iri(RdfSpace::rdf, "subject")));
    const auto relation = object_of(said, find(RdfTerm::iri(RdfSpace::rdf, "predicate")));
    const auto object = object_of(said, find(RdfTerm::iri(RdfSpace::rdf, "object")));
    const std::optional<Status> status = parse_status(verdict.status);
    if (!subject || !relation || !object || !status) return false;
    std::string scratch;
    const auto property = [&](bool is_open, Status under) {
      return find(property_of(verdict.relation, is_open, under, scratch));
    };
    const bool is_open = property(false, Status::factual) != relation;
    if (is_open && property(true, Status::factual) != relation) return false;
    const auto plain = property(is_open, *status);
    const auto stated = arrays_.by_subject(*subject);
    const bool has_plain = std::any_of(stated.begin(), stated.end(), [&](const auto& pair) {
      return pair.first == plain && pair.second == *object;
    });
    if (has_plain) changes_.removed.push_back({*subject, *plain, *object});
    const bool property_is_told = *status != Status::factual && !is_open;
    if (property_is_told && !has_plain) return false;
    if (property_is_told) ++fewer_[*plain];
    const auto derived = find(RdfTerm::iri(RdfSpace::prov, "wasDerivedFrom"));
    for (const auto& [predicate, sentence] : said)
      if (predicate == derived) ++unused_[sentence];
    return true;
  }

  /// The properties of a status are told where statements have them.
  bool properties_stay() const {
    return std::all_of(fewer_.begin(), fewer_.end(), [&](const auto& entry) {
      return arrays_.by_predicate(entry.first).size() > entry.second;
    });
  }

  /// A sentence is told where a statement is derived from it. Its text is that of its place.
  bool drop_sentences() {
    const auto derived = find(RdfTerm::iri(RdfSpace::prov, "wasDerivedFrom"));
    const auto begin = find(RdfTerm::iri(RdfSpace::vocabulary, "begin"));
    const auto end = find(RdfTerm::iri(RdfSpace::vocabulary, "end"));
    for (const auto& [sentence, times] : unused_) {
      const auto uses = arrays_.by_object(sentence);
      const auto derivations =
          std::count_if(uses.begin(), uses.end(), [&](const auto& pair) { return pair.first == derived; });
      const auto said = arrays_.by_subject(sentence);
      if (static_cast<std::size_t>(derivations) == times) {
        for (const auto& [predicate, object] : said)
          changes_.removed.push_back({sentence, predicate, object});
      } else if (object_of(said, begin) == object_of(said, end)) {
        return false;  // no place: several texts may share it
      }
    }
    return true;
  }

  const Arrays arrays_;
  Changes& changes_;
  const Id first_new_;
  std::vector<Id> new_;               // numbers in changes_.terms
  std::map<Id, std::size_t> fewer_;   // plain triples that go, by property
  std::map<Id, std::size_t> unused_;  // derivations that go, by sentence
};

}  // namespace

std::shared_ptr<const Changes> changes_by(const Decisions& decisions, const relata_sparql_index& index,
                                          std::string_view base) {
  const auto changes = std::make_shared<Changes>(base);
  return Judging(index, *changes).judge(decisions) ? changes : nullptr;
}

}  // namespace relata::sparql

// SPDX-License-Identifier: MIT
#include "resolve/plurals.hpp"

#include <algorithm>
#include <unordered_set>

#include "resolve/lexicon.hpp"
#include "resolve/modifiers.hpp"

namespace relata::detail {
namespace {

using Words = std::unordered_set<std::string_view>;

/// The class of those whom a plural noun counts, or an empty label.
Label class_of_plural(std::string_view lemma) {
  static const Words people = {"leader",    "president",  "man",       "woman",    "minister",
                               "candidate", "politician", "rival",     "official", "diplomat",
                               "friend",    "premier",    "chancellor"};
  static const Words countries = {"country",  "nation", "state",      "power",      "neighbour",
                                  "neighbor", "side",   "government", "superpower", "capital"};
  static const Words bodies = {"company",      "firm",         "party",  "bank",
                               "organisation", "organization", "agency", "union"};
  if (people.contains(lemma)) return cls::Person;
  if (countries.contains(lemma)) return cls::Country;
  return bodies.contains(lemma) ? cls::Organization : Label();
}

class Plurals {
 public:
  Plurals(const Document& doc, const Clusters& clusters, const std::vector<Mention>& mentions)
      : doc_(doc), clusters_(clusters), mentions_(mentions), entity_(doc.size(), no_entity) {
    for (const Mention& m : mentions)
      if (m.kind != Mention::Kind::demonym) entity_[m.head] = m.entity;
  }

  std::vector<Mention> read() {
    for (TokenId t = 0; t < doc_.size(); ++t) {
      if (entity_[t] != no_entity) continue;
      if (doc_.tokens[t].tag == tag::NNS) both(t);
      if (doc_.tokens[t].tag == tag::PRP || doc_.tokens[t].tag == tag::PRPS) they(t);
    }
    return std::move(found_);
  }

 private:
  Label class_of(EntityId e) const { return clusters_.clusters[e].cls; }

  void both(TokenId t) {
    const Label wanted = class_of_plural(lower_ascii(doc_.lemma(t)));
    if (wanted.empty()) return;
    bool both = false, the = false, two = false;
    TokenId first = t;
    for (const TokenId child : doc_.children(t)) {
      const std::string word = lower_ascii(doc_.word(child));
      both |= word == "both";
      the |= word == "the" || word == "these";
      two |= word == "two";
      if (child < t) first = std::min(first, doc_.subtree(child).first);
      // `both countries involved`, `the two men from X` are told apart otherwise.
      if (child > t && (doc_.tokens[child].dep == dep::prep || doc_.tokens[child].dep == dep::appos)) return;
    }
    if (both || (the && two)) add({first, t + 1}, t, Mention::Kind::nominal, last_two(t, wanted));
  }

  /// The two of a class that were spoken of in this sentence and the three before; none where more were.
  std::vector<EntityId> last_two(TokenId t, Label wanted) const {
    const std::uint32_t sentence = doc_.sentence_of(t);
    std::vector<EntityId> seen;
    for (auto m = mentions_.rbegin(); m != mentions_.rend(); ++m) {
      if (m->span.first >= t || class_of(m->entity) != wanted || is_title_of_person(*m)) continue;
      const std::uint32_t back = sentence - doc_.sentence_of(m->head);
      if (back > 3 || (back > 1 && seen.size() == 2)) break;
      if (std::find(seen.begin(), seen.end(), m->entity) == seen.end()) seen.push_back(m->entity);
    }
    if (seen.size() != 2) seen.clear();
    return seen;
  }

  /// `French President Nicolas Sarkozy` speaks of a man, not of France.
  bool is_title_of_person(const Mention& m) const {
    if (m.kind != Mention::Kind::demonym) return false;
    const TokenId t = head_of_modified(doc_, m.head);
    return entity_[t] != no_entity && class_of(entity_[t]) == cls::Person;
  }

  void they(TokenId t) {
    static const Words words = {"they", "them", "their", "themselves"};
    if (!words.contains(lower_ascii(doc_.word(t)))) return;
    const std::uint32_t sentence = doc_.sentence_of(t);
    for (TokenId s = t; s > 0 && sentence - doc_.sentence_of(s - 1) <= 1; --s) {
      const Token& k = doc_.tokens[s - 1];
      if (k.dep != dep::nsubj && k.dep != dep::nsubjpass) continue;
      const std::vector<EntityId> members = members_of(s - 1);
      if (members.empty()) {
        if (k.tag == tag::NNS || k.tag == tag::NNPS) return;  // they are those
        continue;
      }
      add({t, t + 1}, t, Mention::Kind::pronoun, members);
      return;
    }
  }

  /// Those named together under `head`; one alone where it is a body of people.
  std::vector<EntityId> members_of(TokenId head) const {
    std::vector<EntityId> members;
    for (TokenId t = head; t != no_token; t = doc_.child(t, dep::conj)) {
      if (entity_[t] == no_entity || (!members.empty() && class_of(members.front()) != class_of(entity_[t])))
        return {};
      if (std::find(members.begin(), members.end(), entity_[t]) == members.end())
        members.push_back(entity_[t]);
    }
    if (members.size() != 1) return members;
    const Label c = class_of(members.front());
    const bool many = c == cls::GovernmentBody || c == cls::Group;  // `police`; a firm is `it` as a rule
    return many ? members : std::vector<EntityId>();
  }

  void add(TokenSpan span, TokenId head, Mention::Kind kind, const std::vector<EntityId>& members) {
    for (const EntityId e : members) found_.push_back({span, head, kind, e});
  }

  const Document& doc_;
  const Clusters& clusters_;
  const std::vector<Mention>& mentions_;  ///< in text order
  std::vector<EntityId> entity_;          ///< by head
  std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> read_plurals(const Document& doc, const Clusters& clusters,
                                  const std::vector<Mention>& mentions) {
  return Plurals(doc, clusters, mentions).read();
}

}  // namespace relata::detail

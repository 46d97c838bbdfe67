// SPDX-License-Identifier: MIT
#include "resolve/definite_nouns.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include "resolve/lexicon.hpp"

namespace relata::detail {
namespace {

class DefiniteNouns {
 public:
  DefiniteNouns(const Document& doc, const Clusters& clusters, const std::vector<Mention>& names)
      : doc_(doc), clusters_(clusters), names_(names), kinds_(clusters.clusters.size()) {
    for (EntityId e = 0; e < kinds_.size(); ++e) learn_kinds(e);
    for (const Mention& m : names)
      if (m.kind == Mention::Kind::name && clusters.clusters[m.entity].cls == cls::Treaty) {
        if (treaty_ == no_entity) treaty_ = m.entity;
        several_treaties_ |= treaty_ != m.entity;
      }
  }

  std::vector<Mention> read() {
    std::size_t next = 0;
    TokenId named_until = 0;
    for (TokenId t = 0; t < doc_.size(); ++t) {
      for (; next < names_.size() && names_[next].span.first <= t; ++next) {
        see(names_[next]);
        if (names_[next].kind == Mention::Kind::name) named_until = names_[next].span.last;
      }
      if (t >= named_until) noun(t);
    }
    return std::move(found_);
  }

 private:
  /// The words for what an entity is that its names contain.
  void learn_kinds(EntityId e) {
    const Cluster& c = clusters_.clusters[e];
    const auto learn = [&](const std::string& name) {
      std::istringstream words(normalized_name(name));
      for (std::string word; words >> word;)
        if (class_of_word(word) == c.cls) kinds_[e].push_back(word);
    };
    learn(c.label);
    if (c.known != nullptr)
      for (const std::string& alias : c.known->aliases) learn(alias);
    if (c.cls == cls::Country) kinds_[e] = {"country", "nation"};
  }

  void see(const Mention& m) {
    if (m.kind != Mention::Kind::name) return;
    for (const std::string& word : kinds_[m.entity]) last_[word] = m.entity;
  }

  bool is_kind(EntityId e, TokenId t) const {
    return std::find(kinds_[e].begin(), kinds_[e].end(), lower_ascii(doc_.lemma(t))) != kinds_[e].end();
  }

  void noun(TokenId t) {
    const Token& k = doc_.tokens[t];
    if (k.tag != tag::NN || k.dep == dep::compound || k.dep == dep::amod || k.dep == dep::appos) return;
    bool definite = false, modified = false;
    for (const TokenId child : doc_.children(t)) {
      if (child > t) {
        // `the party of X`, `the bank that failed` are told apart otherwise; a place is said of it.
        const bool placed = doc_.word(child) == "in" || doc_.word(child) == "at";
        if ((doc_.tokens[child].dep == dep::prep && !placed) || doc_.tokens[child].dep == dep::relcl) return;
        continue;
      }
      const std::string word = lower_ascii(doc_.word(child));
      definite |= word == "the" || word == "this";
      if (doc_.tokens[child].dep == dep::amod || doc_.tokens[child].dep == dep::compound) {
        if (doc_.tokens[child].pos == pos::PROPN) return;  // `the Paris treaty` has a name of its own
        modified = true;
      }
      if (doc_.tokens[child].dep == dep::poss || doc_.tokens[child].dep == dep::nummod) return;
    }
    if (modified) {
      // The only treaty of an article, also in a headline, which has no articles, and before it is named.
      const bool headline = doc_.sentence_of(t) == 0;
      if (treaty_ == no_entity || several_treaties_ || !(definite || headline) || !is_kind(treaty_, t))
        return;
    } else if (!definite || !last_.contains(lower_ascii(doc_.lemma(t)))) {
      return;
    }
    const EntityId e = modified ? treaty_ : last_[lower_ascii(doc_.lemma(t))];
    TokenId first = t;
    if (modified)
      while (first > 0 && doc_.tokens[first - 1].pos != pos::DET && doc_.tokens[first - 1].head == t) --first;
    found_.push_back({{first, t + 1}, t, Mention::Kind::nominal, e, "definite noun"});
  }

  const Document& doc_;
  const Clusters& clusters_;
  const std::vector<Mention>& names_;
  std::vector<std::vector<std::string>> kinds_;
  std::map<std::string, EntityId> last_;  ///< by the word for what it is, the one named last
  EntityId treaty_ = no_entity;
  bool several_treaties_ = false;
  std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> read_definite_nouns(const Document& doc, const Clusters& clusters,
                                         const std::vector<Mention>& names) {
  return DefiniteNouns(doc, clusters, names).read();
}

}  // namespace relata::detail

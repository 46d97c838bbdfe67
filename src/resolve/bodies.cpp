// SPDX-License-Identifier: MIT
#include "resolve/bodies.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "resolve/lexicon.hpp"
#include "resolve/modifiers.hpp"
#include "resolve/name_class.hpp"

namespace relata::detail {
namespace {

class Bodies {
 public:
  Bodies(const Document& doc, Clusters& clusters, std::vector<Mention>& names)
      : doc_(doc), clusters_(clusters), names_(names) {}

  std::vector<Mention> read() {
    std::vector<bool> named(doc_.size(), false);
    for (const Mention& m : names_)
      if (m.kind == Mention::Kind::name && !(m.span.last - m.span.first == 1 && is_body(m.head)))
        for (TokenId t = m.span.first; t < m.span.last; ++t) named[t] = true;
    for (Mention& m : names_) full_name(m);
    for (TokenId t = 0; t < doc_.size(); ++t) {
      const Label p = doc_.tokens[t].pos;
      if (named[t] || (p != pos::NOUN && p != pos::PROPN)) continue;
      noun(t);
      fighters(t);
    }
    bridge();
    return std::move(found_);
  }

 private:
  bool is_body(TokenId t) const {
    static constexpr std::array bodies = {"government", "administration", "military", "army",       "police",
                                          "parliament", "navy",           "embassy",  "legislature"};
    return std::find(bodies.begin(), bodies.end(), lower_ascii(doc_.lemma(t))) != bodies.end();
  }

  /// `French Parliament` where the model read the whole as a name.
  void full_name(Mention& m) {
    const TokenId last = m.span.last - 1;
    if (m.kind != Mention::Kind::name || last == m.span.first || !is_body(last) ||
        clusters_.clusters[m.entity].known != nullptr)
      return;
    const EntityId owner = clusters_.country_called(std::string(doc_.span_text({m.span.first, last})));
    if (owner == no_entity) return;
    std::string lemma = lower_ascii(doc_.lemma(last));
    if (lemma == "legislature") lemma = "parliament";
    m.entity = clusters_.of_body(owner, lemma, std::string(doc_.span_text(m.span)));
    tell(lemma, m.entity);
  }

  void tell(const std::string& lemma, EntityId e) {
    const auto [at, fresh] = told_.try_emplace(lemma, e);
    if (!fresh && at->second != e) at->second = no_entity;
  }

  void noun(TokenId t) {
    if (!is_body(t)) return;
    std::string lemma = lower_ascii(doc_.lemma(t));
    const Label d = doc_.tokens[t].dep;
    const bool several = doc_.tokens[t].tag == tag::NNS && lemma != "police";  // whom English takes for many
    if (d == dep::compound || d == dep::amod || several) return;
    TokenId first = t;
    EntityId owner = no_entity;
    for (const Mention& m : names_modifying(doc_, names_, t)) {
      const Cluster& c = clusters_.clusters[m.entity];
      const bool whose = c.cls == cls::Country || c.cls == cls::Location ||
                         (c.cls == cls::Person && lemma == "administration");
      if (!whose) return;
      owner = m.entity;
      if (m.span.first < first && doc_.tokens[m.head].dep != dep::poss) first = m.span.first;
    }
    if (lemma == "legislature") {
      // `the Ruritanian legislature`; states within a country call theirs so.
      if (owner == no_entity || clusters_.clusters[owner].cls != cls::Country) return;
      lemma = "parliament";
    }
    if (owner == no_entity) {
      if (is_bare(t)) bare_[lemma].push_back(t);
      return;
    }
    if (lemma == "government" && clusters_.clusters[owner].cls == cls::Country &&
        owner != home(lemma, 1, 1)) {
      // The government of a country that the article is not about stands for the country.
      found_.push_back({{first, t + 1}, t, Mention::Kind::nominal, owner, "government for its country"});
      return;
    }
    const EntityId e = clusters_.of_body(owner, lemma, std::string(doc_.span_text({first, t + 1})));
    tell(lemma, e);
    found_.push_back({{first, t + 1}, t, Mention::Kind::name, e, "body"});
  }

  /// `Taliban militants`, of whom nothing else is said, are the Taliban.
  void fighters(TokenId t) {
    static constexpr std::array nouns = {"rebel",    "insurgent", "militant",
                                         "jihadist", "guerrilla", "guerilla"};
    const std::string_view lemma = doc_.lemma(t);
    const bool several = doc_.tokens[t].tag == tag::NNS && std::ranges::find(nouns, lemma) != nouns.end();
    if (t == 0 || !(several || lemma == "rebellion" || lemma == "insurgency")) return;
    for (const TokenId child : doc_.children(t))
      if (doc_.tokens[child].dep != dep::det && doc_.tokens[child].dep != dep::compound) return;
    for (const Mention& m : names_modifying(doc_, names_, t))
      if (m.span.last == t && m.kind == Mention::Kind::name &&
          clusters_.clusters[m.entity].cls == cls::Organization)
        found_.push_back(
            {{m.span.first, t + 1}, t, Mention::Kind::nominal, m.entity, "fighters for their group"});
  }

  /// `the government`, `police`: neither one of several nor somebody's.
  bool is_bare(TokenId t) const {
    for (const TokenId child : doc_.children(t)) {
      const Token& k = doc_.tokens[child];
      if (k.dep == dep::det) {
        if (lower_ascii(doc_.word(child)) != "the") return false;
      } else if (child < t && is_of_the_whole(lower_ascii(doc_.word(child)))) {
        continue;
      } else if (child < t && k.dep != dep::punct && k.dep != dep::prep) {
        return false;
      } else if (k.dep == dep::prep && doc_.word(child) == "of") {
        return false;
      }
    }
    return true;
  }

  static bool is_of_the_whole(std::string_view word) {
    return word == "central" || word == "federal" || word == "national";
  }

  /// The only organ of the kind that is named in full: `Harbour City Police Force`.
  EntityId only_named(const std::string& lemma) const {
    EntityId only = no_entity;
    for (const Mention& m : names_) {
      const Cluster& c = clusters_.clusters[m.entity];
      if (m.kind != Mention::Kind::name || c.cls != cls::GovernmentBody || m.span.last - m.span.first < 2)
        continue;
      if ((' ' + normalized_name(c.label) + ' ').find(' ' + lemma + ' ') == std::string::npos) continue;
      if (only != no_entity && only != m.entity) return no_entity;
      only = m.entity;
    }
    return only;
  }

  void bridge() {
    for (const auto& [lemma, tokens] : bare_) {
      EntityId e = no_entity;
      if (const auto at = told_.find(lemma); at != told_.end()) {
        e = at->second;
      } else if (e = only_named(lemma); e != no_entity) {
        // named in full elsewhere
      } else if (const EntityId owner = home(lemma, 2, 1.5); owner != no_entity) {
        e = clusters_.of_body(owner, lemma, lemma);
      }
      if (e == no_entity) continue;
      for (const TokenId t : tokens) {
        const auto name =
            std::find_if(names_.begin(), names_.end(), [t](const Mention& m) { return m.head == t; });
        if (name != names_.end())
          name->entity = e;  // `Parliament`
        else
          found_.push_back({{t, t + 1}, t, Mention::Kind::nominal, e, "body"});
      }
    }
  }

  /// The country that the article names most, at least so often and `ahead` times as often as the next; for
  /// police also a town.
  EntityId home(const std::string& lemma, std::size_t least, double ahead) const {
    if (lemma == "embassy" || lemma == "administration") return no_entity;
    constexpr std::uint32_t lead = 3;  // headline, dateline and opening name what an article is about
    std::vector<std::size_t> count(clusters_.clusters.size(), 0);
    std::vector<bool> opens(clusters_.clusters.size(), false);
    for (const Mention& m : names_) {
      const Label c = clusters_.clusters[m.entity].cls;
      const KnownEntity* const known = clusters_.clusters[m.entity].known;
      // A region whose people have a name of their own has a government too.
      const bool region = known != nullptr && !known->demonyms.empty();
      if (c != cls::Country &&
          (c != cls::Location || (lemma != "police" && !(lemma == "government" && region))))
        continue;
      ++count[m.entity];
      // A town is one where something is said to be; other such names may be anything.
      if (doc_.sentence_of(m.span.first) < lead && (c == cls::Country || region || is_placed(doc_, m.span)))
        opens[m.entity] = true;
    }
    EntityId most = no_entity;
    std::size_t next = 0;
    for (EntityId e = 0; e < count.size(); ++e) {
      if (most == no_entity || count[e] > count[most]) {
        if (most != no_entity) next = std::max(next, count[most]);
        most = e;
      } else {
        next = std::max(next, count[e]);
      }
    }
    return most != no_entity && opens[most] && count[most] >= least &&
                   static_cast<double>(count[most]) >= ahead * static_cast<double>(next)
               ? most
               : no_entity;
  }

  const Document& doc_;
  Clusters& clusters_;
  std::vector<Mention>& names_;
  std::vector<Mention> found_;
  std::map<std::string, EntityId> told_;  ///< no_entity where more than one
  std::map<std::string, std::vector<TokenId>> bare_;
};

}  // namespace

std::vector<Mention> read_bodies(const Document& doc, Clusters& clusters, std::vector<Mention>& names) {
  return Bodies(doc, clusters, names).read();
}

}  // namespace relata::detail

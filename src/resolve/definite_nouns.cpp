// SPDX-License-Identifier: MIT
#include "resolve/definite_nouns.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <unordered_set>

#include "resolve/lexicon.hpp"
#include "resolve/word_table.hpp"

namespace relata::detail {
namespace {

using Words = std::unordered_set<std::string_view>;

// A noun and the words of names that it may stand for: `the bill` is the Clean Air Act.
constexpr MeantWords<std::string_view> kin[] = {
    {"act", "act bill law legislation statute"},
    {"treaty", "treaty agreement accord accords pact deal convention"},
    {"airline", "airline airlines airways carrier air"},
    {"bank", "bank lender"},
    {"paper", "paper newspaper daily"},
    {"storm", "storm hurricane typhoon cyclone"},
    {"court", "court tribunal"},
    {"prison", "prison jail penitentiary"},
    {"hospital", "hospital clinic infirmary"},
    {"railway", "railway railways railroad"},
    {"book", "book novel memoir biography autobiography"},
    {"film", "film movie documentary"},
    {"prize", "prize award"},
    {"museum", "museum gallery"},
};

std::string_view kind_of(std::string_view word) {
  static const auto words = meanings<std::string_view>(kin);
  const std::string_view general = meaning_of(words, word);
  return general.empty() ? word : general;
}

/// Bodies that firms, organs of states and the press share their nouns with: `agency`, `museum`.
bool is_body(Label c) {
  return c == cls::Organization || c == cls::GovernmentBody || c == cls::MediaOutlet || c == cls::Location;
}

/// What the noun says of a firm or a source of news whichever it is, or an empty label.
Label class_of_any(std::string_view lemma) {
  static const Words firms = {
      "company",     "firm",       "airline",     "carrier",      "carmaker",     "automaker", "chipmaker",
      "drugmaker",   "retailer",   "supermarket", "grocer",       "chain",        "bank",      "lender",
      "broker",      "insurer",    "utility",     "manufacturer", "maker",        "brewer",    "distiller",
      "refiner",     "supplier",   "contractor",  "giant",        "conglomerate", "charity",   "startup",
      "corporation", "planemaker", "steelmaker",  "publisher",    "shipbuilder"};
  static const Words outlets = {"newspaper", "paper", "magazine", "broadcaster",
                                "tabloid",   "daily", "weekly"};
  if (lemma == "regulator" || lemma == "watchdog") return cls::GovernmentBody;
  return firms.contains(lemma) ? cls::Organization : outlets.contains(lemma) ? cls::MediaOutlet : Label();
}

class DefiniteNouns {
 public:
  DefiniteNouns(const Document& doc, const Clusters& clusters, std::vector<Mention>& names)
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
        capital_noun(names_[next]);
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
      std::string last;  // the word that says what it is: `Church of England`
      bool told = false;
      for (std::string word; words >> word;) {
        told = told || word == "of" || word == "for" || word == "on";
        if (!told) last = word;
        if (class_of_word(word) == c.cls || (c.cls == cls::Organization && kind_of(word) == "airline"))
          kinds_[e].push_back(word);
      }
      if (c.cls == cls::Organization && last.size() > 4 && last.ends_with("bank"))
        kinds_[e].emplace_back("bank");
      if (last == "administration" && c.known != nullptr) kinds_[e].emplace_back("agency");
      if (const Label said = class_of_word(last); is_body(c.cls) && is_body(said) && said != c.cls)
        kinds_[e].push_back(last);
    };
    learn(c.label);
    if (c.known != nullptr)
      for (const std::string& alias : c.known->aliases) learn(alias);
    if (c.cls == cls::Country) kinds_[e] = {"country", "nation"};
  }

  void see(const Mention& m) {
    if (m.kind != Mention::Kind::name) return;
    for (const std::string& word : kinds_[m.entity]) {
      last_[std::string(kind_of(word))] = m.entity;
      first_.try_emplace(std::string(kind_of(word)), m.entity);
    }
    said_of(m);
    const Cluster& c = clusters_.clusters[m.entity];
    // Bodies of the whole world are no firms, networks no papers.
    static const Words networks = {"Twitter",  "Facebook", "YouTube", "Instagram",
                                   "WhatsApp", "Telegram", "TikTok"};
    if (c.known != nullptr && (c.known->country.empty() || networks.contains(c.label))) return;
    if (c.cls != cls::Organization && c.cls != cls::MediaOutlet && c.cls != cls::GovernmentBody) return;
    Bearer& bearer = bearers_[c.cls];
    bearer.several |= bearer.entity != no_entity && bearer.entity != m.entity;
    const std::uint32_t sentence = doc_.sentence_of(m.head);
    bearer.latest =
        bearer.latest == no_entity || bearer.latest_sentence != sentence || bearer.latest == m.entity
            ? m.entity
            : no_entity;
    bearer.latest_sentence = sentence;
    const Token& k = doc_.tokens[m.head];
    const bool subject =
        k.dep == dep::nsubj && (doc_.is_root(k.head) || doc_.tokens[k.head].dep == dep::ccomp);
    if (subject || bearer.entity == no_entity || !bearer.subject) {
      bearer.entity = m.entity;
      bearer.sentence = sentence;
      bearer.subject = subject;
    }
  }

  /// `the exchange Kubex`, `the town of Sake`, `Kubex, an exchange,`, `Kubex is an exchange`
  void said_of(const Mention& m) {
    const TokenId first = m.span.first;
    const auto learn = [&](TokenId noun) {
      if (noun == no_token || doc_.tokens[noun].tag != tag::NN) return;
      const std::string lemma = lower_ascii(doc_.lemma(noun));
      const Label kind = class_of_kind(lemma), c = clusters_.clusters[m.entity].cls;
      if (!kind.empty() && kind != cls::Person && (kind == c || (is_body(kind) && is_body(c))))
        last_[std::string(kind_of(lemma))] = m.entity;
    };
    learn(m.span.last - 1);  // the GMB union
    if (first > 0) learn(first - (first > 1 && doc_.word(first - 1) == "The" ? 2 : 1));
    if (first > 1 && doc_.word(first - 1) == "of") learn(first - 2);
    learn(doc_.child(m.head, dep::appos));
    const Token& k = doc_.tokens[m.head];
    if (k.dep == dep::nsubj && doc_.lemma(k.head) == "be") learn(doc_.child(k.head, dep::attr));
  }

  /// `the company`: the only one, or the one that did something or alone was named in this sentence or the
  /// one before.
  EntityId any(TokenId t, const std::string& lemma) const {
    const auto at = bearers_.find(class_of_any(lemma));
    if (at == bearers_.end()) return no_entity;
    const Bearer& bearer = at->second;
    const std::uint32_t sentence = doc_.sentence_of(t);
    if (!bearer.several || (bearer.subject && sentence <= bearer.sentence + 1)) return bearer.entity;
    return sentence <= bearer.latest_sentence + 1 ? bearer.latest : no_entity;
  }

  /// `the Court`, which is no name of its own where a court has been named: the one that the article is
  /// about.
  void capital_noun(Mention& m) {
    const TokenId t = m.span.first;
    if (m.kind != Mention::Kind::name || m.span.last - t != 1 || t == 0 ||
        lower_ascii(doc_.word(t - 1)) != "the" || clusters_.clusters[m.entity].known != nullptr)
      return;
    const std::string word = lower_ascii(doc_.word(t));
    if (class_of_word(word).empty()) return;
    if (const auto named = first_.find(std::string(kind_of(word))); named != first_.end())
      m.entity = named->second;
  }

  bool is_kind(EntityId e, TokenId t) const {
    return std::ranges::find(kinds_[e], lower_ascii(doc_.lemma(t))) != kinds_[e].end();
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
    EntityId e = treaty_;
    if (modified) {
      // The only treaty of an article, also in a headline, which has no articles, and before it is named.
      const bool headline = doc_.sentence_of(t) == 0;
      if (treaty_ == no_entity || several_treaties_ || !(definite || headline) || !is_kind(treaty_, t))
        return;
    } else {
      if (!definite) return;
      const std::string lemma = lower_ascii(doc_.lemma(t));
      const auto named = last_.find(std::string(kind_of(lemma)));
      e = named != last_.end() ? named->second : any(t, lemma);
      if (e == no_entity) return;
    }
    TokenId first = t;
    if (modified)
      while (first > 0 && doc_.tokens[first - 1].pos != pos::DET && doc_.tokens[first - 1].head == t) --first;
    found_.push_back({{first, t + 1}, t, Mention::Kind::nominal, e, "definite noun"});
  }

  const Document& doc_;
  const Clusters& clusters_;
  std::vector<Mention>& names_;
  std::vector<std::vector<std::string>> kinds_;
  /// Whom the article speaks of as one of a class.
  struct Bearer {
    EntityId entity = no_entity;
    std::uint32_t sentence = 0;
    bool subject = false, several = false;
    EntityId latest = no_entity;  ///< the only one in the last sentence that named any
    std::uint32_t latest_sentence = 0;
  };
  std::map<Label, Bearer> bearers_;
  std::map<std::string, EntityId> first_,
      last_;  ///< by the word for what it is, the one named first and last
  EntityId treaty_ = no_entity;
  bool several_treaties_ = false;
  std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> read_definite_nouns(const Document& doc, const Clusters& clusters,
                                         std::vector<Mention>& names) {
  return DefiniteNouns(doc, clusters, names).read();
}

}  // namespace relata::detail

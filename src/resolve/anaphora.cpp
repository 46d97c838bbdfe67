// SPDX-License-Identifier: MIT
#include "resolve/anaphora.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "resolve/modifiers.hpp"
#include "resolve/quotations.hpp"

namespace relata::detail {
namespace {

enum class Pronoun { none, he, she, it };

Pronoun pronoun_of(std::string_view lower) {
  if (lower == "he" || lower == "him" || lower == "his" || lower == "himself") return Pronoun::he;
  if (lower == "she" || lower == "her" || lower == "hers" || lower == "herself") return Pronoun::she;
  if (lower == "it" || lower == "its" || lower == "itself") return Pronoun::it;
  return Pronoun::none;
}

bool is_subject(Label d) {
  return d == dep::nsubj || d == dep::nsubjpass || d == dep::agent;
}

constexpr int most_times = 8;  // whom an article is about is meant sooner than who is named once

/// Reads the document once, left to right, with the names seen so far.
class Anaphora {
 public:
  Anaphora(const Document& doc, Clusters& clusters, std::vector<Mention>& mentions)
      : doc_(doc), clusters_(clusters), names_(mentions) {}

  std::vector<Mention> read() {
    learn_roles();
    times_.assign(clusters_.clusters.size(), 0);
    by_head_.assign(doc_.size(), 0);
    for (std::size_t i = names_.size(); i > 0; --i)
      by_head_[names_[i - 1].head] = static_cast<std::uint32_t>(i);
    std::size_t next = 0;
    for (TokenId t = 0; t < doc_.size(); ++t) {
      while (next < names_.size() && names_[next].span.first <= t) see(names_[next++]);
      if (next > 0 && t < names_[next - 1].span.last && names_[next - 1].kind == Mention::Kind::name)
        continue;
      if (doc_.tokens[t].tag == tag::PRP || doc_.tokens[t].tag == tag::PRPS) {
        pronoun(t);
      } else if (doc_.tokens[t].pos == pos::NOUN || doc_.tokens[t].pos == pos::PROPN) {
        role(t);
      }
    }
    speakers();
    return std::move(added_);
  }

 private:
  /// `I`, `my` in a quotation is who says it, `you` who is spoken to.
  void speakers() {
    std::map<TokenId, EntityId> by_head;
    for (const std::vector<Mention>* mentions : {&names_, static_cast<const std::vector<Mention>*>(&added_)})
      for (const Mention& m : *mentions)
        if (m.kind != Mention::Kind::demonym) by_head.try_emplace(m.head, m.entity);
    const auto entity_at = [&](TokenId head) {
      const auto at = by_head.find(head);
      return at == by_head.end() ? no_entity : at->second;
    };
    for (const Quotation& q : find_quotations(doc_)) {
      const EntityId speaker = entity_at(q.speaker), addressee = entity_at(q.addressee);
      for (TokenId t = q.words.first; t < q.words.last; ++t) {
        if (doc_.tokens[t].tag != tag::PRP && doc_.tokens[t].tag != tag::PRPS) continue;
        const std::string word = lower_ascii(doc_.word(t));
        EntityId e = no_entity;
        if (word == "i" || word == "me" || word == "my" || word == "mine" || word == "myself") e = speaker;
        if (word == "we" || word == "us" || word == "our" || word == "ours" || word == "ourselves")
          e = spoken_for(q.speaker, speaker);
        if (word == "you" || word == "your") e = addressee;
        const bool first_person = word != "you" && word != "your";
        if (e != no_entity)
          added_.push_back({{t, t + 1},
                            t,
                            Mention::Kind::pronoun,
                            e,
                            first_person ? "speaker" : "addressee",
                            first_person ? q.speaker : q.addressee});
      }
    }
  }

  /// Whom the speaker means by `we`: a body that speaks itself, or the one that a spokesman or head speaks
  /// for. Of anybody else nothing is known.
  EntityId spoken_for(TokenId at, EntityId speaker) const {
    if (at == no_token) return no_entity;
    if (speaker != no_entity && is_body(speaker)) return speaker;
    std::vector<TokenId> nouns = {at};
    for (const TokenId child : doc_.children(at))
      if (doc_.tokens[child].dep == dep::appos || doc_.tokens[child].dep == dep::compound)
        nouns.push_back(child);
    if (doc_.tokens[at].dep == dep::appos) nouns.push_back(doc_.tokens[at].head);
    for (const TokenId noun : nouns) {
      if (!speaks_for_body(lower_ascii(doc_.lemma(noun)))) continue;
      // `the X spokesman`, `spokesman for X`, `X spokesman Y`, where X may hang on the name
      for (const TokenId of : {noun, at})
        for (const TokenId child : doc_.children(of)) {
          const Label d = doc_.tokens[child].dep;
          TokenId name = no_token;
          if (d == dep::compound || d == dep::poss || d == dep::nmod || d == dep::amod) name = child;
          if (d == dep::prep && child > of && (doc_.word(child) == "of" || doc_.word(child) == "for"))
            name = doc_.child(child, dep::pobj);
          if (name == no_token || name == noun) continue;
          if (const Mention* const m = name_at(name); m != nullptr && is_body(m->entity)) return m->entity;
        }
    }
    return no_entity;
  }

  bool is_body(EntityId e) const {
    const Label c = clusters_.clusters[e].cls;
    return c == cls::Organization || c == cls::GovernmentBody || c == cls::MediaOutlet || c == cls::Country;
  }

  static bool speaks_for_body(std::string_view lemma) {
    static constexpr std::array roles = {
        "spokesman", "spokeswoman", "spokesperson", "president", "minister",  "chancellor", "premier",
        "executive", "chairman",    "chairwoman",   "chair",     "secretary", "director",   "head",
        "leader",    "founder",     "ceo",          "statement", "official"};
    return std::find(roles.begin(), roles.end(), lemma) != roles.end();
  }

  /// The name or nationality of this head, or nullptr.
  const Mention* name_at(TokenId head) const {
    return by_head_[head] == 0 ? nullptr : &names_[by_head_[head] - 1];
  }

  struct Seen {
    TokenId head;
    std::uint32_t sentence;
    EntityId entity;
    bool subject;
  };

  /// Roles told in appositions and copulas: `Merkel, the German chancellor`, `Putin is president of Russia`.
  void learn_roles() {
    for (const Mention& m : names_) {
      Cluster& c = clusters_.clusters[m.entity];
      if (c.cls != cls::Person || m.kind != Mention::Kind::name) continue;
      for (const TokenId child : doc_.children(m.head))
        if (doc_.tokens[child].dep == dep::appos) learn_role(child, c);
      const Token& k = doc_.tokens[m.head];
      if (k.dep == dep::appos) learn_role(k.head, c);
    }
    for (EntityId e = 0; e < clusters_.clusters.size(); ++e)
      for (const std::string& title : clusters_.clusters[e].titles) holders_[title].push_back(e);
  }

  void learn_role(TokenId noun, Cluster& c) {
    const std::string lemma = lower_ascii(doc_.lemma(noun));
    if (!is_role(lemma)) return;
    c.titles.insert(lemma);
    for (const Mention& m : country_mentions(noun)) {
      const KnownEntity* const known = clusters_.clusters[m.entity].known;
      if (known != nullptr && known->cls == cls::Country) c.countries.insert(known->id);
    }
  }

  std::vector<Mention> country_mentions(TokenId noun) const { return names_modifying(doc_, names_, noun); }

  void see(const Mention& m) {
    if (m.kind == Mention::Kind::demonym) return;
    remember(m.head, m.entity);
  }

  /// A conjunct and a name inside another's phrase are no subjects of their own; who does something in the
  /// passive is one.
  bool is_actor(TokenId head) const {
    const Token& k = doc_.tokens[head];
    if (is_subject(k.dep)) return true;
    if (k.dep != dep::pobj || doc_.tokens[k.head].dep != dep::agent) return false;
    return doc_.tokens[doc_.tokens[k.head].head].dep != dep::acl;  // but `X, owned by Y,`
  }

  void remember(TokenId head, EntityId e) {
    seen_.push_back({head, doc_.sentence_of(head), e, is_actor(head)});
    ++times_[e];
  }

  bool suits(EntityId e, Pronoun p) const {
    const Cluster& c = clusters_.clusters[e];
    if (p == Pronoun::it) return c.cls != cls::Person && c.cls != cls::Group;
    if (c.cls != cls::Person) return false;
    return c.gender == Gender::unknown || c.gender == (p == Pronoun::he ? Gender::male : Gender::female);
  }

  /// `Democrats`: a body by its members, which no `it` stands for.
  bool is_members(const Seen& s) const {
    const Label number = doc_.tokens[s.head].tag;
    return (number == tag::NNS || number == tag::NNPS) &&
           clusters_.clusters[s.entity].label.find(doc_.word(s.head)) == std::string::npos;
  }

  void pronoun(TokenId t) {
    const Pronoun p = pronoun_of(lower_ascii(doc_.word(t)));
    if (p == Pronoun::none || doc_.tokens[t].dep == dep::expl) return;
    if (p == Pronoun::it && is_voted_on(t)) return;
    const std::uint32_t sentence = doc_.sentence_of(t);
    const std::uint32_t reach = p == Pronoun::it ? 1 : 3;
    const bool possessive = doc_.tokens[t].tag == tag::PRPS;
    EntityId best = no_entity;
    TokenId antecedent = no_token;
    if (const Mention* const named = possessive ? subject_to_come(t) : nullptr;
        named != nullptr && suits(named->entity, p)) {
      add(t, *named, "pronoun before its name");
      return;
    }
    if (const Mention* const partner = possessive ? partner_of(t) : nullptr;
        partner != nullptr && suits(partner->entity, p)) {
      add(t, *partner, "pronoun");
      return;
    }
    // `X sued Y, accusing it`: who accuses is who sued, whom it accuses another.
    const TokenId above = possessive ? no_token : lends_subject(doc_.tokens[t].head);
    int best_score = -1;
    int looked = 0;
    for (auto s = seen_.rbegin(); s != seen_.rend() && sentence - s->sentence <= reach && looked < 30;
         ++s, ++looked) {
      if (!suits(s->entity, p)) continue;
      if (p == Pronoun::it && is_members(*s)) continue;
      // A subject and an object of one verb are two.
      if (!possessive && doc_.tokens[t].head == doc_.tokens[s->head].head && s->sentence == sentence)
        continue;
      const bool argument = above != no_token && doc_.tokens[s->head].head == above;
      if (argument && s->subject) continue;
      const int score = 40 - 10 * static_cast<int>(sentence - s->sentence) + (s->subject ? 15 : 0) - looked +
                        std::min(times_[s->entity], most_times) +
                        (clusters_.clusters[s->entity].gender != Gender::unknown ? 4 : 0);
      if (p == Pronoun::it && !s->subject && !argument) continue;
      if (score > best_score) best_score = score, best = s->entity, antecedent = s->head;
    }
    if (best == no_entity) return;
    // `it is clear that`: nothing is meant by a subject of `be` without an antecedent in the same sentence.
    if (p == Pronoun::it && !possessive && doc_.lemma(doc_.tokens[t].head) == "be") return;
    Cluster& c = clusters_.clusters[best];
    if (c.cls == cls::Person && c.gender == Gender::unknown)
      c.gender = p == Pronoun::he ? Gender::male : Gender::female;
    added_.push_back({{t, t + 1}, t, Mention::Kind::pronoun, best, "pronoun", antecedent});
    remember(t, best);
  }

  void add(TokenId t, const Mention& antecedent, const char* why) {
    added_.push_back({{t, t + 1}, t, Mention::Kind::pronoun, antecedent.entity, why, antecedent.head});
    remember(t, antecedent.entity);
  }

  /// `X and his wife`: the name that the conjunction joins the phrase to.
  const Mention* partner_of(TokenId pronoun) const {
    if (pronoun < 2 || doc_.tokens[pronoun - 1].tag != tag::CC) return nullptr;
    for (const Mention& m : names_)
      if (m.kind == Mention::Kind::name && m.span.last + 1 == pronoun) return &m;
    return nullptr;
  }

  /// `would vote against it`: a bill or plan, no body.
  bool is_voted_on(TokenId t) const {
    const Token& k = doc_.tokens[t];
    return k.dep == dep::pobj && doc_.lemma(doc_.tokens[k.head].head) == "vote";
  }

  /// The verb whose subject is also that of the participle or infinitive, or no_token.
  TokenId lends_subject(TokenId verb) const {
    const Token& k = doc_.tokens[verb];
    if (k.dep != dep::advcl || k.tag != tag::VBG || doc_.has_child(verb, dep::nsubj)) return no_token;
    return k.head;
  }

  /// `In his speech, X said`: the subject of the clause that a phrase with a pronoun opens.
  const Mention* subject_to_come(TokenId t) const {
    const TokenId first = doc_.sentences()[doc_.sentence_of(t)].first;
    TokenId at = t;
    while (!doc_.is_root(at) && doc_.tokens[at].dep != dep::prep) at = doc_.tokens[at].head;
    if (doc_.is_root(at)) return nullptr;
    const TokenId verb = doc_.tokens[at].head;
    if (verb < t || doc_.subtree(at).first > first + 1) return nullptr;
    TokenId subject = doc_.child(verb, dep::nsubj);
    if (subject == no_token) subject = doc_.child(verb, dep::nsubjpass);
    if (subject == no_token || subject < t || subject > verb) return nullptr;
    const Mention* const m = name_at(subject);
    return m != nullptr && m->kind == Mention::Kind::name ? m : nullptr;
  }

  void role(TokenId t) {
    const std::string lemma = lower_ascii(doc_.lemma(t));
    if (!is_role(lemma) || doc_.tokens[t].tag == tag::NNS) return;
    const Label d = doc_.tokens[t].dep;
    if (d == dep::compound || d == dep::appos || d == dep::attr || d == dep::amod || d == dep::nmod) return;
    bool definite = false;
    TokenId first = t;
    for (const TokenId child : doc_.children(t)) {
      const Token& k = doc_.tokens[child];
      if (k.dep == dep::appos) return;
      const std::string w = lower_ascii(doc_.word(child));
      if (k.dep == dep::amod &&
          (w == "former" || w == "new" || w == "next" || w == "then" || w == "other" || w == "previous"))
        return;
      if (child < t && (w == "the" || w == "this" || k.dep == dep::poss)) definite = true;
      if (child < t && k.pos != pos::PUNCT) first = std::min(first, doc_.subtree(child).first);
    }
    const std::vector<Mention> named = country_mentions(t);
    if (!definite && named.empty()) return;
    const auto at = holders_.find(lemma);
    if (at == holders_.end()) return;
    std::string country;
    for (const Mention& m : named) {
      const KnownEntity* const known = clusters_.clusters[m.entity].known;
      if (known == nullptr || known->cls != cls::Country) return;
      country = known->id;
    }
    EntityId holder = no_entity;
    for (const EntityId e : at->second) {
      const auto& of = clusters_.clusters[e].countries;
      if (!country.empty() && !of.contains(country)) continue;
      if (holder != no_entity) return;
      holder = e;
    }
    if (holder == no_entity) return;
    if (doc_.tokens[first].tag == tag::DT && first < t) ++first;
    added_.push_back({{first, t + 1}, t, Mention::Kind::nominal, holder, "role"});
    remember(t, holder);
  }

  const Document& doc_;
  Clusters& clusters_;
  const std::vector<Mention>& names_;
  std::vector<Mention> added_;
  std::vector<Seen> seen_;
  std::vector<std::uint32_t> by_head_;  ///< places of names plus one, by head
  std::vector<int> times_;              ///< how often each entity was spoken of so far
  std::map<std::string, std::vector<EntityId>> holders_;
};

}  // namespace

void add_anaphora(const Document& doc, Clusters& clusters, std::vector<Mention>& mentions) {
  std::vector<Mention> added = Anaphora(doc, clusters, mentions).read();
  mentions.insert(mentions.end(), added.begin(), added.end());
}

}  // namespace relata::detail

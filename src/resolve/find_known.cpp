// SPDX-License-Identifier: MIT
#include "resolve/find_known.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "resolve/known_names.hpp"
#include "resolve/name_class.hpp"
#include "resolve/name_spans.hpp"
#include "resolve/teams.hpp"

namespace relata::detail {
namespace {

class KnownFinder {
 public:
  explicit KnownFinder(CandidateList& list) : list_(list), doc_(list.doc), kb_(list.kb) {}

  /// Longest names of the knowledge base at each capitalised token; a name inside a longer name of the model
  /// is left to it.
  void known() {
    for (const EntitySpan& e : doc_.entities())
      if (e.type != ent::PERSON && e.last - e.first > 2) {
        const TokenId first = e.first + (doc_.tokens[e.first].tag == tag::DT ? 1 : 0);
        const std::string_view name = doc_.span_text({first, e.last});
        spelled_out_.emplace(initials(name), name);
      }
    for (const TokenSpan sentence : doc_.sentences()) {
      for (TokenId t = sentence.first; t < sentence.last; ++t) {
        // `737 Max`
        const bool number = doc_.tokens[t].tag == tag::CD && t + 1 < sentence.last && capital(t + 1);
        const bool small = !capital(t) && !number;
        if ((small && !kb_.has_users_names()) || doc_.tokens[t].tag == tag::DT) continue;
        // Hyphens are tokens of their own, so a name of n words may have 2n - 1 tokens.
        const auto longest = static_cast<TokenId>(2 * kb_.longest_name_from(doc_.word(t)));
        for (TokenId last = std::min(sentence.last, t + longest); last > t; --last) {
          if ((doc_.tokens[last - 1].pos == pos::PUNCT || doc_.tokens[last - 1].tag == tag::POS) &&
              last - t > 1)
            continue;
          const auto known = kb_.by_name(doc_.span_text({t, last}));
          if (known.empty()) continue;
          // A user's name counts as it is written, whatever the model makes of it.
          const bool users = kb_.is_users_name(kb_[known.front()], doc_.span_text({t, last}));
          const bool common =
              last - t == 1 &&
              (number || (!proper(t) && list_.entity_over(t) == nullptr && !is_acronym(doc_.word(t))));
          if (!users && (small || common)) continue;
          if ((last - t == 1 && inside_longer_name(t)) || begins_place_name(last) || follows_particle(t))
            continue;
          if (last - t == 1 && is_familys(t, kb_[known.front()])) continue;
          if (is_possession({t, last}, kb_[known.front()]) || is_other_party(t, kb_[known.front()].cls) ||
              ends_longer_name({t, last}, kb_[known.front()].cls) ||
              names_body({t, last}, kb_[known.front()]) || is_town_called_so(t, kb_[known.front()]))
            continue;
          if (const TokenId end = end_elsewhere({t, last}, kb_[known.front()]); end > last) {
            list_.add({t, end}, kb_[known.front()].cls, nullptr);
            t = end - 1;
            break;
          }
          if (lacks_possessive({t, last}, kb_[known.front()])) continue;
          if (is_short_for_another({t, last}, kb_[known.front()])) {
            list_.add({t, last}, cls::Organization);
            break;
          }
          if (const TokenId head = head_of(doc_, {t, last});
              kb_[known.front()].cls == cls::Location &&
              (is_team(doc_, {t, last}, head) || plays_for_score(doc_, head)))
            teams_.push_back({t, last});
          const TokenId end =
              kb_[known.front()].cls == cls::Organization ? end_with_form(doc_, {t, last}) : last;
          list_.add({t, end}, kb_[known.front()].cls, &kb_[known.front()]);
          t = end - 1;
          break;
        }
      }
    }
  }

  /// Names of the knowledge base that count only with the article's support.
  void supported() {
    const KnownNames names(doc_, kb_, list_.found);
    for (NameCandidate& c : list_.found)
      if (const KnownEntity* const body =
              c.known != nullptr && kb_.is_users(*c.known) ? nullptr : names.local(c.span)) {
        c.known = body;
        c.cls = body->cls;
      }
    find_teams(names);
    for (const TokenSpan sentence : doc_.sentences())
      for (TokenId t = sentence.first; t < sentence.last; ++t) {
        if (!capital(t) || list_.taken(t) || doc_.tokens[t].tag == tag::DT) continue;
        const auto longest = static_cast<TokenId>(2 * kb_.longest_name_from(doc_.word(t)));
        for (TokenId last = std::min(sentence.last, t + longest); last > t; --last) {
          if (last - t > 1 && doc_.tokens[last - 1].pos == pos::PUNCT) continue;
          if (!list_.free({t, last}) ||
              (last - t == 1 && ((!proper(t) && doc_.tokens[t].tag != tag::NNS) || inside_longer_name(t))) ||
              begins_place_name(last))
            continue;
          if (const KnownEntity* const body = names.local({t, last})) {
            list_.add({t, last}, body->cls, body);
            break;
          }
        }
      }
    for (const EntitySpan& e : doc_.entities()) {
      TokenSpan s{e.first, e.last};
      if (doc_.tokens[s.first].tag == tag::DT) ++s.first;
      if (s.first < s.last && doc_.tokens[s.last - 1].tag == tag::POS) --s.last;
      while (s.last - s.first > 1 && doc_.tokens[s.last - 1].pos == pos::PUNCT) --s.last;
      s.last = end_before_figure(doc_, s);
      if (s.first >= s.last || !list_.free(s)) continue;
      // `Northport` of `Northport captain Ann Holm` is the club, whatever the model sees there.
      const TokenId head = head_of(doc_, s);
      const bool team = is_team(doc_, s, head) || (s.last - s.first == 1 && plays_for_score(doc_, head));
      if (!team && e.type == ent::ORG && is_placed(doc_, s)) continue;
      // `The Australian minister` reads no paper.
      if (!kb_.by_demonym(doc_.span_text(s)).empty() && doc_.tokens[head].dep != dep::nsubj &&
          doc_.tokens[head].dep != dep::pobj && doc_.tokens[head].dep != dep::dobj)
        continue;
      // Only papers and works have the article with a capital inside a sentence: `in The Atlantic`.
      const KnownEntity* thing = names.weak(s, team ? ent::ORG : e.type);
      if (thing == nullptr && s.first > 0 && doc_.word(s.first - 1) == "The" &&
          !doc_.tokens[s.first - 1].sent_start)
        thing = names.weak(s, ent::WORK_OF_ART);
      if (thing != nullptr) list_.add(s, thing->cls, thing);
    }
  }

  void demonyms() {
    for (TokenId t = 0; t < doc_.size(); ++t) {
      if (list_.taken(t) || !capital(t) || doc_.tokens[t].tag == tag::DT) continue;
      for (const TokenId last : {t + 2, t + 1}) {
        if (last > doc_.size() || list_.taken(last - 1)) continue;
        const auto known = kb_.by_demonym(doc_.span_text({t, last}));
        if (known.empty() || doc_.tokens[t].ent_type == ent::LANGUAGE) continue;
        if (is_other_party(t, kb_[known.front()].cls)) continue;
        list_.add({t, last}, kb_[known.front()].cls, &kb_[known.front()]).demonym = true;
        t = last - 1;
        break;
      }
    }
  }

  /// Capitals that the model passed over.
  void capitals() {
    for (TokenId t = 0; t < doc_.size(); ++t)
      if (!list_.taken(t) && proper(t) && capital(t) && list_.entity_over(t) == nullptr &&
          !kb_.by_capital(doc_.word(t)).empty() && !follows_particle(t) &&
          (t + 1 == doc_.size() || !proper(t + 1)))
        list_.add({t, t + 1}, cls::Location, nullptr);
  }

 private:
  /// Places that the article knows as teams are these wherever nobody is in them.
  void find_teams(const KnownNames& names) {
    std::unordered_map<std::string, const KnownEntity*> clubs;
    for (const TokenSpan team : teams_)
      clubs.try_emplace(normalized_name(doc_.span_text(team)), names.weak(team, ent::ORG));
    for (NameCandidate& c : list_.found)
      if (const auto club = clubs.find(c.key); club != clubs.end() && c.known != nullptr &&
                                               c.known->cls == cls::Location && !is_placed(doc_, c.span)) {
        c.known = club->second;
        c.cls = cls::Organization;
        c.sure = true;
      }
  }

  /// `the Rapid Support Forces (RSF)` are not another body of these letters.
  bool is_short_for_another(TokenSpan s, const KnownEntity& known) const {
    const std::string_view word = doc_.span_text(s);
    if (s.last - s.first != 1 || word.size() < 3 || !is_acronym(word)) return false;
    const auto [from, to] = spelled_out_.equal_range(std::string(word));
    return from != to && std::none_of(from, to, [&](const auto& spelled) {
             const auto named = kb_.by_name(spelled.second);
             return !named.empty() && &kb_[named.front()] == &known;
           });
  }

  /// `Barron` is not `Barron's`, nor `Jane` `Jane's`.
  bool lacks_possessive(TokenSpan s, const KnownEntity& known) const {
    if (s.last - s.first != 1) return false;
    const std::string key = normalized_name(doc_.span_text(s));
    const auto other = [&](const std::string& name) {
      return name.ends_with("'s") || normalized_name(name) != key;
    };
    if (!other(known.name) || !std::ranges::all_of(known.aliases, other)) return false;
    if (s.last == doc_.size() || doc_.tokens[s.last].tag != tag::POS) return true;
    const EntitySpan* const e = list_.entity_over(s.first);
    return doc_.tokens[s.first].dep == dep::poss && e != nullptr && e->type == ent::PERSON;
  }

  /// `the town of Kadima` is no party.
  bool is_town_called_so(TokenId t, const KnownEntity& known) const {
    static constexpr std::array places = {"town",   "city",   "village", "province", "district",
                                          "region", "county", "island",  "suburb",   "municipality"};
    return known.cls != cls::Location && known.cls != cls::Country && t > 1 && doc_.word(t - 1) == "of" &&
           std::ranges::find(places, lower_ascii(doc_.word(t - 2))) != places.end();
  }

  /// `San Francisco | State University`: the place is part of a body's name.
  bool names_body(TokenSpan s, const KnownEntity& known) const {
    const EntitySpan* const e = list_.entity_over(s.first);
    if (known.cls != cls::Location || s.last - s.first == 1 || e == nullptr || e->last <= s.last)
      return false;
    if (s.first != e->first + (doc_.tokens[e->first].tag == tag::DT ? 1 : 0)) return false;
    if (e->type != ent::ORG && e->type != ent::FAC) return false;
    for (TokenId t = s.last; t < e->last; ++t)
      if (!proper(t) || !capital(t)) return false;
    const Label body = class_of_word(lower_ascii(doc_.word(e->last - 1)));
    return body == cls::Organization || body == cls::GovernmentBody;
  }

  /// `Guardian Council`, `University of Kansas`, `California Air Resources Board`: the word is part of the
  /// name.
  bool inside_longer_name(TokenId t) const {
    const EntitySpan* const e = list_.entity_over(t);
    if (e == nullptr) return false;
    // `Facebook and Google` are two.
    for (TokenId before = e->first; before < t; ++before)
      if (proper(before) && doc_.word(t - 1) != "," && doc_.tokens[t - 1].tag != tag::CC) return true;
    if (t + 1 >= e->last || e->type == ent::PERSON || e->type == ent::GPE) return false;
    // `Prime Minister of | India Narendra Modi`
    if (t > 1 && doc_.word(t - 1) == "of" && class_of_word(lower_ascii(doc_.word(e->last - 1))).empty() &&
        (given_name(t + 1) || is_role(lower_ascii(doc_.word(t - 2)))))
      return false;
    return (proper(t + 1) && !is_title(lower_ascii(doc_.word(t + 1)))) || doc_.tokens[t + 1].pos == pos::ADP;
  }

  /// `Holland` of whom the article has told as `Erik Holland`, unless something is in it.
  bool is_familys(TokenId t, const KnownEntity& known) const {
    if (known.cls != cls::Country && known.cls != cls::Location) return false;
    const auto named = list_.family_names.find(doc_.word(t));
    return named != list_.family_names.end() && named->second < t && !is_placed(doc_, {t, t + 1});
  }

  /// `Russia's Foreign Ministry` are two names, `People's Daily` is one.
  bool is_possession(TokenSpan s, const KnownEntity& known) const {
    const auto possessive = [](const Token& k) { return k.tag == tag::POS; };
    if (std::none_of(doc_.tokens.begin() + s.first, doc_.tokens.begin() + s.last - 1, possessive))
      return false;
    const auto apostrophe = [](const std::string& name) { return name.find('\'') != std::string::npos; };
    return !apostrophe(known.name) && std::none_of(known.aliases.begin(), known.aliases.end(), apostrophe);
  }

  /// `Mocimboa da | Praia`
  bool follows_particle(TokenId t) const {
    static constexpr std::array particles = {"da", "de", "do", "dos", "das", "del", "della", "du"};
    return t > 1 && std::ranges::find(particles, doc_.word(t - 1)) != particles.end() && capital(t - 2) &&
           !doc_.tokens[t - 1].sent_start;
  }

  /// `San Diego County`, `Legislative Council Complex`: what ends before `last` lends a place its name.
  bool begins_place_name(TokenId last) const {
    if (last >= doc_.size() || list_.entity_over(last) == nullptr ||
        list_.entity_over(last) != list_.entity_over(last - 1) || !proper(last))
      return false;
    const std::string word = lower_ascii(doc_.word(last));
    return class_of_word(word) == cls::Location || word == "complex" || word == "headquarters" ||
           word == "building";
  }

  /// `Social Democrats` are not the Democrats.
  bool is_other_party(TokenId t, Label c) const {
    return c == cls::Organization && t > 0 && capital(t - 1) &&
           KnowledgeBase::tells_other_party(doc_.word(t - 1));
  }

  /// `Social Democratic Party` and `Maryland Democratic Party` are not the Democratic Party.
  bool ends_longer_name(TokenSpan s, Label cls) const {
    if (cls != cls::Organization || s.last - s.first < 2 || s.first == 0) return false;
    const TokenId before = s.first - 1;
    return list_.entity_over(before) != nullptr && list_.entity_over(before) == list_.entity_over(s.first) &&
           proper(before) && capital(before) && kb_.by_demonym(doc_.word(before)).empty() &&
           !is_country(doc_.word(before)) && !is_title(lower_ascii(doc_.word(before)));
  }

  /// End of the name of a body like a known one but of another country, or that of `s` where there is none:
  /// `National Union of Journalists | of the Philippines` is not the British one.
  TokenId end_elsewhere(TokenSpan s, const KnownEntity& known) const {
    if ((known.cls != cls::Organization && known.cls != cls::GovernmentBody) || s.last - s.first < 2 ||
        s.last + 2 >= doc_.size() || doc_.word(s.last) != "of")
      return s.last;
    const TokenId at = s.last + 1 + (doc_.tokens[s.last + 1].tag == tag::DT ? 1 : 0);
    for (TokenId last = std::min<TokenId>(at + 3, static_cast<TokenId>(doc_.size())); last > at; --last) {
      if (!capital(last - 1)) continue;
      const auto country = kb_.by_name(doc_.span_text({at, last}));
      if (country.empty()) continue;
      const KnownEntity& of = kb_[country.front()];
      return of.cls == cls::Country && of.name != known.country && of.name != known.name ? last : s.last;
    }
    return s.last;
  }

  bool is_country(std::string_view name) const {
    const auto known = kb_.by_name(name);
    return !known.empty() && kb_[known.front()].cls == cls::Country;
  }

  bool proper(TokenId t) const { return is_proper(doc_, t); }
  bool capital(TokenId t) const { return is_capital(doc_, t); }
  bool given_name(TokenId t) const { return is_given_name(doc_, t); }

  CandidateList& list_;
  const Document& doc_;
  const KnowledgeBase& kb_;
  std::unordered_multimap<std::string, std::string_view>
      spelled_out_;               ///< names of three words and more, by initials
  std::vector<TokenSpan> teams_;  ///< names of places that are teams' there
};

}  // namespace

void find_known(CandidateList& list) {
  KnownFinder finder(list);
  finder.known();
  finder.supported();
}

void find_nationalities_and_capitals(CandidateList& list) {
  KnownFinder finder(list);
  finder.demonyms();
  finder.capitals();
}

}  // namespace relata::detail

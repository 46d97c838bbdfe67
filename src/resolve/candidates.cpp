// SPDX-License-Identifier: MIT
#include "resolve/candidates.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "resolve/find_known.hpp"
#include "resolve/name_class.hpp"
#include "resolve/name_ends.hpp"
#include "resolve/name_spans.hpp"
#include "resolve/name_titles.hpp"
#include "resolve/settle_names.hpp"
#include "resolve/teams.hpp"

namespace relata::detail {
namespace {

bool is_named(Label type) {
  static constexpr std::array named = {ent::PERSON, ent::NORP,    ent::FAC,   ent::ORG,         ent::GPE,
                                       ent::LOC,    ent::PRODUCT, ent::EVENT, ent::WORK_OF_ART, ent::LAW};
  return std::find(named.begin(), named.end(), type) != named.end();
}

Label class_of_type(Label type) {
  if (type == ent::PERSON) return cls::Person;
  if (type == ent::GPE || type == ent::LOC || type == ent::FAC) return cls::Location;
  if (type == ent::LAW) return cls::Treaty;
  if (type == ent::PRODUCT) return cls::Product;
  if (type == ent::EVENT) return cls::Event;
  if (type == ent::WORK_OF_ART) return cls::Work;
  if (type == ent::NORP) return cls::Group;
  return cls::Organization;
}

/// Finds the candidates of one document: the model's entities repaired, then what the knowledge base knows.
class Finder {
 public:
  Finder(const Document& doc, const KnowledgeBase& kb)
      : list_(doc, kb), ends_(list_), titles_(doc, kb), doc_(doc), kb_(kb), found_(list_.found) {}

  std::vector<NameCandidate> find() {
    find_known(list_);
    for (TokenId t = 0; t < doc_.size(); ++t) {
      const std::string_view word = doc_.word(t);
      if (word.empty()) continue;
      if (word[0] >= 'a' && word[0] <= 'z') {
        small_.insert(word);
      } else if (t > 0 && capital(t) && proper(t) && !doc_.tokens[t].sent_start &&
                 doc_.tokens[t - 1].pos != pos::PUNCT) {
        within_.insert(word);
      }
    }
    find_office_holders();
    for (const EntitySpan& e : doc_.entities())
      if (is_named(e.type)) repair({e.first, e.last}, e.type);
    find_family_names();
    find_nationalities_and_capitals(list_);
    find_proper();
    std::sort(found_.begin(), found_.end(),
              [](const NameCandidate& a, const NameCandidate& b) { return a.span.first < b.span.first; });
    settle_names(list_);
    return std::move(found_);
  }

 private:
  bool proper(TokenId t) const { return is_proper(doc_, t); }
  bool capital(TokenId t) const { return is_capital(doc_, t); }
  bool given_name(TokenId t) const { return is_given_name(doc_, t); }

  /// `President of Ruritania Pavel Novak`: the words after the country name its president, whatever the model
  /// takes them for.
  void find_office_holders() {
    const std::size_t known = found_.size();
    for (std::size_t i = 0; i < known; ++i) {
      const TokenSpan country = found_[i].span;
      if (found_[i].cls != cls::Country || found_[i].demonym || country.first < 2 ||
          doc_.word(country.first - 1) != "of" || !is_role(lower_ascii(doc_.word(country.first - 2))))
        continue;
      TokenSpan name{country.last, country.last};
      const TokenId end = doc_.sentences()[doc_.sentence_of(country.first)].last;
      while (name.last < end && name.last < name.first + 4 && proper(name.last) && capital(name.last) &&
             !list_.taken(name.last))
        ++name.last;
      if (name.last - name.first < 2 || (name.last < end && proper(name.last)) ||
          !class_of_word(lower_ascii(doc_.word(name.last - 1))).empty())
        continue;
      std::string title;
      Gender gender = Gender::unknown;
      titles_.note(country.first - 2, title, gender);
      gender = gender_of_given_name(normalized_name(doc_.word(name.first)));
      NameCandidate& person = list_.add(name, cls::Person, nullptr);
      person.title = title;
      person.gender = gender;
      person.sure = true;
    }
  }

  /// Somebody named in full is meant by the family name alone, also where the model passes it over and the
  /// tagger takes it for another word.
  void find_family_names() {
    const auto in_name = [&](TokenId t) {
      return t < doc_.size() && proper(t) && capital(t) && !list_.taken(t);
    };
    for (TokenId t = 0; t < doc_.size(); ++t) {
      const std::string_view word = doc_.word(t);
      if (list_.taken(t) || !capital(t) || !list_.family_names.contains(word)) continue;
      if (proper(t) && (doc_.tokens[t].tag != tag::NNP || list_.entity_over(t) != nullptr || in_name(t + 1) ||
                        (t > 0 && in_name(t - 1))))
        continue;
      const std::string small = lower_ascii(word);
      if (small_.contains(small) || (!proper(t) && !class_of_word(small).empty()) ||
          !kb_.by_demonym(word).empty())
        continue;
      list_.add({t, t + 1}, cls::Person, nullptr);
      titles_.read_before({t, t + 1}, found_.back().title, found_.back().gender);
    }
  }

  /// `Kelly and Baroni` are two people, `Center for A and Center for B` two bodies.
  bool joins_two(TokenSpan s, TokenId conjunction) const {
    if (doc_.tokens[conjunction].tag != tag::CC || conjunction == s.first || conjunction + 1 >= s.last)
      return false;
    if (s.last - s.first == 3)
      return list_.family_names.contains(doc_.word(s.first)) &&
             list_.family_names.contains(doc_.word(s.last - 1));
    // `Ann Holm and Joe Novak`
    if (s.last - s.first <= 7 && conjunction - s.first > 1 && s.last - conjunction > 2 &&
        given_name(s.first) && given_name(conjunction + 1) &&
        class_of_word(lower_ascii(doc_.word(s.last - 1))).empty())
      return true;
    const TokenId key = key_of_name(doc_, {s.first, conjunction}),
                  next = key_of_name(doc_, {conjunction + 1, s.last});
    return next + 1 < s.last && key + 1 < conjunction &&
           !class_of_word(lower_ascii(doc_.word(key))).empty() &&
           !class_of_word(lower_ascii(doc_.word(next))).empty();
  }

  void repair(TokenSpan s, Label type) {
    for (TokenId t = s.first; t < s.last; ++t)
      if (joins_two(s, t)) {
        const Label one = s.last - s.first == 3 ? ent::PERSON : type;
        repair({s.first, t}, one);
        repair({t + 1, s.last}, one);
        return;
      }
    // `the purchase of X by Y`
    for (TokenId t = s.first + 1; t + 1 < s.last; ++t)
      if (doc_.word(t) == "by" && doc_.tokens[t].pos == pos::ADP) {
        repair({s.first, t}, type);
        repair({t + 1, s.last}, type);
        return;
      }
    // `City, Region` are two places, `A, B` two people: names do not hold commas, but before the form of a
    // firm.
    if (type == ent::ORG) s.last = end_with_form(doc_, s);
    for (TokenId t = s.first; t < s.last; ++t) {
      const auto form = [&] { return t > s.first && end_with_form(doc_, {s.first, t}) == t + 2; };
      if ((doc_.word(t) == "," && !form()) || list_.taken(t)) {
        if (t > s.first) repair_piece({s.first, t}, type);
        s.first = t + 1;
      }
    }
    if (s.first < s.last) repair_piece(s, type);
  }

  void repair_piece(TokenSpan s, Label type) {
    const auto junk = [&](TokenId t) {
      const Token& k = doc_.tokens[t];
      return k.tag == tag::DT || k.tag == tag::POS || k.pos == pos::PUNCT || k.pos == pos::SPACE ||
             k.tag == tag::PRPS || k.pos == pos::ADP || k.tag == tag::CC;
    };
    // `the Union of Prime | Minister X`: the office is none of the body's name.
    if (type != ent::PERSON && s.last < doc_.size() && is_role(lower_ascii(doc_.word(s.last))))
      while (s.last - s.first > 2 && is_title(lower_ascii(doc_.word(s.last - 1)))) --s.last;
    while (s.first < s.last && junk(s.first)) ++s.first;
    s.last = end_before_figure(doc_, s);
    // A full stop is part of the name in `Novex Inc .` only.
    while (s.first < s.last && junk(s.last - 1) &&
           (doc_.word(s.last - 1) != "." || (s.last - s.first > 1 && doc_.word(s.last - 2).size() > 4)))
      --s.last;
    if (s.first >= s.last) return;
    ends_.mend(s, type);
    if (type == ent::NORP || (s.last - s.first == 1 && !kb_.by_demonym(doc_.span_text(s)).empty())) {
      if (!kb_.by_demonym(doc_.span_text(s)).empty()) return;  // left to find_demonyms
    }
    if (type == ent::NORP) {
      const Label d = doc_.tokens[head_of(doc_, s)].dep;
      if (s.last - s.first > 3 || d == dep::amod || d == dep::compound) return;  // `a Roman Catholic school`
    }
    const std::string_view text = doc_.span_text(s);
    if (text.find_first_of("[]|@\n") != std::string_view::npos ||
        (text.find('(') == std::string_view::npos) != (text.find(')') == std::string_view::npos))
      return;
    if (const TokenId holder = type == ent::PERSON ? no_token : holder_in_name(doc_, s); holder != no_token) {
      repair_piece({s.first, holder}, type);
      repair_piece({holder, s.last}, ent::PERSON);
      return;
    }
    // `Scottish National Party - 48`
    if (s.last - s.first > 2 && doc_.tokens[s.last - 1].pos == pos::NUM &&
        doc_.tokens[s.last - 2].pos == pos::PUNCT)
      s.last -= 2;
    if (s.last - s.first == 1) {
      const Token& k = doc_.tokens[s.first];
      // A nationality or faith that modifies (`a Catholic school`) is no group; a capital at the start of a
      // sentence is no name.
      if (type == ent::NORP && (k.dep == dep::amod || k.dep == dep::compound || k.tag == tag::JJ)) return;
      if (k.sent_start && !proper(s.first)) return;
      // `Health Secretary Ann Holm`
      if (s.last < doc_.size() && (doc_.word(s.last) == "Secretary" || doc_.word(s.last) == "Minister") &&
          class_of_word(lower_ascii(doc_.word(s.first))).empty())
        return;
      // `Railway minister Ann Holm`
      if (k.sent_start && s.last < doc_.size() && doc_.word(s.last) == "minister" &&
          !within_.contains(doc_.word(s.first)) && kb_.by_name(doc_.word(s.first)).empty())
        return;
      // `as Archbishop of X`
      if (type != ent::PERSON && is_role(lower_ascii(doc_.word(s.first))) && s.last < doc_.size() &&
          doc_.word(s.last) == "of")
        return;
      if (is_no_name(doc_.word(s.first))) return;
    }
    // What the sentence says of it outweighs the model: `X is a port`, `X was born`.
    Label said = class_in_sentence(doc_, s, head_of(doc_, s));
    if (said.empty() && class_of_type(type) == cls::Location && plays_for_score(doc_, head_of(doc_, s)))
      said = cls::Organization;
    if (said == cls::Person && class_in_name(doc_, s).empty()) {
      type = ent::PERSON;
    } else if (!said.empty() && said != cls::Person && type == ent::PERSON && !titled(s) &&
               !(s.last - s.first > 1 && given_name(s.first))) {
      type = said == cls::Location ? ent::GPE : said == cls::Work ? ent::WORK_OF_ART : ent::ORG;
    }
    // `A321XLR`: people have no digits in their names.
    const std::string_view word = doc_.word(s.first);
    if (type == ent::PERSON && s.last - s.first == 1 &&
        std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
      type = ent::PRODUCT;
    if (type == ent::PERSON && s.last - s.first > 1) {
      const std::string last = lower_ascii(doc_.word(s.last - 1));
      if (!class_of_word(last).empty() && !(is_surname_too(last) && (given_name(s.first) || titled(s))))
        type = ent::ORG;
      else if (begins_as_place(lower_ascii(doc_.word(s.first))))
        type = ent::GPE;
    }
    if (type != ent::PERSON && s.last - s.first > 2 && is_role(lower_ascii(doc_.word(s.first))) &&
        doc_.word(s.first + 1) == "of")
      return;  // an office, not its body
    if (type != ent::PERSON && is_persons(s) && !(class_of_type(type) == cls::Location && is_placed(doc_, s)))
      type = ent::PERSON;
    if (type == ent::PERSON && s.last - s.first == 1 && !titled(s) &&
        !kb_.by_capital(doc_.span_text(s)).empty())
      type = ent::GPE;
    if (type == ent::PERSON) {
      ends_.end_person(s);
      if (s.first > 0 && !list_.taken(s.first - 1) && titles_.reigns({s.first - 1, s.last})) --s.first;
      std::string title;
      Gender gender = Gender::unknown;
      titles_.strip(s, title, gender);
      if (s.first >= s.last || !capital(s.first)) return;
      // `the Trumps`, `Coloradans` are several.
      if (doc_.tokens[s.last - 1].tag == tag::NNPS && title.empty() && are_people(s)) {
        list_.add(s, cls::Group, nullptr);
        return;
      }
      // A team is named by several, a person never: `Leeds Rhinos`.
      if (s.last - s.first == 2 && doc_.tokens[s.last - 1].tag == tag::NNPS && title.empty() &&
          !given_name(s.first)) {
        list_.add(s, cls::Organization, nullptr);
        return;
      }
      list_.add(s, cls::Person, nullptr);
      titles_.read_before(s, title, gender);
      found_.back().title = title;
      found_.back().gender = gender;
      found_.back().sure = !title.empty() || gender != Gender::unknown || said == cls::Person;
      return;
    }
    bool capitals = false;
    for (TokenId t = s.first; t < s.last; ++t) capitals |= capital(t);
    if (!capitals) return;
    if (s.last - s.first == 1 && type == ent::ORG && doc_.tokens[s.first].pos == pos::ADJ) return;
    if (type == ent::ORG && all_titles(s)) return;
    // `Coast Guard Commandant`: the office is no part of the body's name.
    if (type == ent::ORG && s.last - s.first > 2 && is_role(lower_ascii(doc_.word(s.last - 1))) &&
        doc_.tokens[s.last - 2].tag == tag::NNP)
      --s.last;
    Label c = class_of_type(type);
    if (type == ent::ORG || type == ent::LOC || type == ent::FAC || type == ent::LAW || type == ent::GPE) {
      const TokenSpan longer = extended_name(doc_, s);
      // `National Union of Journalists | of the Philippines`, `Committee | on Benghazi`
      if (longer.last > s.last && longer.last - s.last <= 4 && ends_.takes_known(longer) &&
          (doc_.word(s.last) == "of" || doc_.word(s.last) == "on" || doc_.word(s.last) == "for"))
        list_.give_up({s.last, longer.last});
      if (list_.free({s.last, longer.last})) s = longer;
    }
    const Label told = class_in_name(doc_, s);
    if (!told.empty() && type != ent::EVENT && (type != ent::WORK_OF_ART || told == cls::Treaty) &&
        type != ent::PRODUCT)
      c = told;
    else if (!said.empty())
      c = said;
    if (said == cls::Work) c = said;  // the film `Salt Road`
    if (told == cls::Location && acts_as_body(doc_, head_of(doc_, s))) c = cls::Organization;
    if (c != cls::Person && told.empty() && said.empty() && !kb_.by_capital(doc_.span_text(s)).empty())
      c = cls::Location;  // a town, unless its state is meant
    list_.add(s, c, nullptr);
    found_.back().sure = !told.empty() || !said.empty();
  }

  /// A plural that names people by where they are from, or a family.
  bool are_people(TokenSpan s) const {
    const std::string_view word = doc_.word(s.last - 1);
    if (list_.family_names.contains(word)) return false;
    if (s.last - s.first == 1 && s.first > 0 && lower_ascii(doc_.word(s.first - 1)) == "the") return true;
    // `Hong Kongers`
    if (word.ends_with("ers") &&
        !kb_.by_name(doc_.span_text(s).substr(0, doc_.span_text(s).size() - 3)).empty())
      return true;
    return s.last - s.first == 1 && (word.ends_with("ans") || word.ends_with("ers"));
  }

  bool titled(TokenSpan s) const {
    return is_title(lower_ascii(doc_.word(s.first))) ||
           (s.first > 0 && is_title(lower_ascii(doc_.word(s.first - 1))));
  }

  /// A name of two to four words that begins with a given name or stands after an office, and ends in no word
  /// for a thing, whatever the model took it for: `Nicola Sturgeon`, `Senator Amy Klobuchar`.
  bool is_persons(TokenSpan s) const {
    const std::string first_word = lower_ascii(doc_.word(s.first));
    if (s.last - s.first == 3 && proper(s.last - 1) &&
        class_of_word(lower_ascii(doc_.word(s.last - 1))).empty() && class_of_kind(first_word) == cls::Person)
      return true;  // `Lawyer Alina Habba`
    if (s.last - s.first > 2 && is_title(first_word) && given_name(s.first + 1)) ++s.first;
    // `spokesman Holm`, `General Holm`
    if (s.last - s.first == 1 && s.first > 0 && proper(s.first) &&
        doc_.tokens[s.first].dep != dep::compound && doc_.tokens[s.first - 1].dep == dep::compound &&
        is_title(lower_ascii(doc_.word(s.first - 1))) && doc_.tokens[s.first - 1].head == s.first)
      return class_of_word(first_word).empty() && kb_.by_demonym(doc_.word(s.first)).empty();
    const bool after_office =
        s.first > 0 && proper(s.first - 1) && is_role(lower_ascii(doc_.word(s.first - 1)));
    if (s.last - s.first < 2 || s.last - s.first > 4 || !(given_name(s.first) || after_office)) return false;
    for (TokenId t = s.first; t < s.last; ++t)
      if (!proper(t) || !capital(t)) return false;
    return class_of_word(lower_ascii(doc_.word(s.last - 1))).empty();
  }

  bool all_titles(TokenSpan s) const {
    for (TokenId t = s.first; t < s.last; ++t)
      if (!is_title(lower_ascii(doc_.word(t))) && kb_.by_demonym(doc_.word(t)).empty() &&
          kb_.by_name(doc_.word(t)).empty() && doc_.tokens[t].pos != pos::ADP)
        return false;
    return true;
  }

  /// Words in capitals that name nothing of their own: clocks, offices, degrees, first parts of names.
  static bool is_no_name(std::string_view word) {
    static constexpr std::array words = {"UTC", "GMT", "State", "Supreme", "CEO",
                                         "CFO", "COO", "CTO",   "PhD",     "MBA"};
    return std::ranges::find(words, word) != words.end();
  }

  /// A name of one word that the model passed over, where names stand.
  bool is_alone(TokenId t) const {
    const std::string word = lower_ascii(doc_.word(t));
    if (word.size() < 3 || is_title(word) || !class_of_word(word).empty() || is_shouted(doc_.word(t)) ||
        is_common(t, word))
      return false;
    for (const char c : word)
      if (c >= '0' && c <= '9') return false;
    const Label d = doc_.tokens[t].dep;
    if (d == dep::pobj) return doc_.tokens[t].tag == tag::NNP;
    return d == dep::nsubj || d == dep::nsubjpass || d == dep::dobj || d == dep::poss || d == dep::agent;
  }

  /// A common word with a capital: one that is written small elsewhere, or stands where every word has one.
  bool is_common(TokenId t, const std::string& word) const {
    static constexpr std::array words = {
        "god",      "member",  "majesty",   "parties", "person",    "economy",  "presidency",
        "mass",     "sunday",  "monday",    "tuesday", "wednesday", "thursday", "friday",
        "saturday", "january", "february",  "march",   "april",     "may",      "june",
        "july",     "august",  "september", "october", "november",  "december", "internet"};
    if (std::find(words.begin(), words.end(), word) != words.end()) return true;
    if (small_.contains(word)) return true;
    const TokenSpan sentence = doc_.sentences()[doc_.sentence_of(t)];
    TokenId first = sentence.first;
    while (first < t && doc_.tokens[first].pos == pos::PUNCT) ++first;
    if (first == t && !within_.contains(doc_.word(t))) return true;
    std::size_t small = 0, capitals = 0;
    constexpr TokenId headline = 40;  // words; longer sentences are none
    for (TokenId other = sentence.first; other < std::min(sentence.last, sentence.first + headline);
         ++other) {
      const std::string_view w = doc_.word(other);
      capitals += !w.empty() && w[0] >= 'A' && w[0] <= 'Z';
      small += !w.empty() && w[0] >= 'a' && w[0] <= 'z';
    }
    return capitals > small && capitals + small > 4;  // a headline
  }

  /// Capitalised sequences that neither the model nor the table named. Headlines in capitals are no evidence.
  void find_proper() {
    for (TokenId t = 0; t < doc_.size(); ++t) {
      TokenId last = t;
      while (last < doc_.size() && !list_.taken(last) && proper(last) && capital(last) &&
             doc_.tokens[last].ent_type.empty() && (last == t || !doc_.tokens[last].sent_start))
        ++last;
      if (last == t + 1 && is_no_name(doc_.word(t))) continue;
      if (const Label said = last == t + 1 ? class_in_sentence(doc_, {t, last}, t) : Label();
          last == t + 1 && (!said.empty() || is_alone(t))) {
        list_.add({t, last}, said.empty() ? cls::Organization : said, nullptr);
        found_.back().sure = !said.empty();
      }
      // `Adele has cancelled her tour.`
      if (last == t + 1 && doc_.tokens[t].dep == dep::nsubj && given_name(t) && !list_.taken(t) &&
          doc_.tokens[t].tag == tag::NNP && !small_.contains(lower_ascii(doc_.word(t))))
        list_.add({t, last}, cls::Person, nullptr);
      if (last - t < 2) {
        t = std::max(t, last > t ? last - 1 : t);
        continue;
      }
      TokenSpan s{t, last};
      t = last - 1;
      std::string title;
      Gender gender = Gender::unknown;
      titles_.strip(s, title, gender);
      // `Chief Financial Officer | X`
      if (s.last - s.first < 2 || is_title(lower_ascii(doc_.word(s.last - 1)))) continue;
      Label c = class_of_word(lower_ascii(doc_.word(s.last - 1)));
      if (is_storm_name(doc_, s)) c = cls::Event;
      const TokenId head = head_of(doc_, s);
      const Label said = class_in_sentence(doc_, s, head);
      if (!c.empty() && (said == cls::Work || said == cls::Organization)) c = said;
      if (c.empty() && (!title.empty() || gender != Gender::unknown)) c = cls::Person;
      if (c.empty()) c = said;
      if (c.empty() && s.last - s.first <= 3 && acts_as_person(doc_, head)) c = cls::Person;
      if (c.empty()) continue;
      list_.add(s, c, nullptr);
      found_.back().title = title;
      found_.back().gender = gender;
    }
  }

  CandidateList list_;
  NameEnds ends_;
  NameTitles titles_;
  const Document& doc_;
  const KnowledgeBase& kb_;
  std::unordered_set<std::string_view> small_;   ///< words that are written small somewhere
  std::unordered_set<std::string_view> within_;  ///< capitalised names that stand inside a sentence
  std::vector<NameCandidate>& found_;
};

}  // namespace

TokenId head_of(const Document& doc, TokenSpan span) {
  for (TokenId t = span.first; t < span.last; ++t)
    if (const TokenId h = doc.tokens[t].head; h == t || h < span.first || h >= span.last) return t;
  return span.last - 1;
}

std::vector<NameCandidate> find_candidates(const Document& doc, const KnowledgeBase& kb) {
  return Finder(doc, kb).find();
}

}  // namespace relata::detail

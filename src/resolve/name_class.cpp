// SPDX-License-Identifier: MIT
#include "resolve/name_class.hpp"

#include <algorithm>
#include <unordered_set>

#include "relata/knowledge_base.hpp"
#include "resolve/lexicon.hpp"
#include "resolve/name_spans.hpp"

namespace relata::detail {
namespace {

using Words = std::unordered_set<std::string_view>;

/// `A320s`, `S-400`, `Tu-154`
bool is_model_number(std::string_view word) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto number = std::find_if(word.begin(), word.end(), digit);
  std::string_view type = word.substr(0, static_cast<std::size_t>(number - word.begin()));
  std::string_view digits = word.substr(type.size());
  if (type.ends_with('-')) type.remove_suffix(1);
  if (digits.ends_with('s')) digits.remove_suffix(1);
  return !type.empty() && type.size() <= 3 && std::all_of(type.begin(), type.end(), letter) &&
         digits.size() >= 2 && std::all_of(digits.begin(), digits.end(), digit);
}

}  // namespace

Label class_in_name(const Document& doc, TokenSpan name) {
  static const Words ships = {"uss", "hms", "rms", "hmas", "ins", "mv"};
  if (name.last - name.first > 1) {
    if (ships.contains(normalized_name(doc.word(name.first)))) return cls::Product;
    if (is_model_number(doc.word(name.last - 1))) return cls::Product;
  }
  // `Tenure of Office Act`
  static const Words laws = {"act", "treaty", "amendment", "bill", "protocol", "accords"};
  if (name.last - name.first > 2 && laws.contains(lower_ascii(doc.word(name.last - 1)))) return cls::Treaty;
  const TokenId key = key_of_name(doc, name);
  const std::string word = lower_ascii(doc.word(key));
  const std::string before = key > name.first ? lower_ascii(doc.word(key - 1)) : std::string();
  if ((word == "agency" || word == "service") && (before == "news" || before == "press"))
    return cls::MediaOutlet;
  // A standing body and a meeting share the word; so do a gathering and a treaty.
  if (word == "conference" && key + 1 < name.last) return cls::Organization;
  if (word == "church") {
    static const Words creeds = {"catholic",  "orthodox",  "anglican",     "lutheran",
                                 "methodist", "baptist",   "presbyterian", "evangelical",
                                 "reformed",  "episcopal", "coptic"};
    if (creeds.contains(before) || key + 1 < name.last) return cls::Organization;
  }
  if ((word == "center" || word == "centre") &&
      (before == "medical" || before == "detention" || before == "convention" || before == "shopping" ||
       before == "trade" || before == "correctional"))
    return cls::Location;
  if (word == "convention" && key + 1 == name.last) {
    static const Words gatherings = {"national", "democratic", "republican",
                                     "party",    "annual",     "constitutional"};
    if (gatherings.contains(before)) return cls::Event;
  }
  return class_of_word(word);
}

namespace {

/// The class of what a common noun names one of, or an empty label.
Label class_of_kind(std::string_view lemma) {
  static const Words people = {
      "politician",    "lawmaker",     "lawyer",    "journalist",  "actor",         "actress",
      "singer",        "writer",       "author",    "novelist",    "poet",          "teacher",
      "doctor",        "nurse",        "scientist", "economist",   "engineer",      "professor",
      "student",       "activist",     "lawyer",    "businessman", "businesswoman", "billionaire",
      "banker",        "farmer",       "driver",    "footballer",  "striker",       "musician",
      "rapper",        "comedian",     "dissident", "diplomat",    "soldier",       "man",
      "woman",         "father",       "mother",    "son",         "daughter",      "brother",
      "sister",        "wife",         "husband",   "widow",       "resident",      "spokesman",
      "spokeswoman",   "spokesperson", "president", "minister",    "chancellor",    "governor",
      "mayor",         "senator",      "judge",     "prosecutor",  "chairman",      "founder",
      "director",      "researcher",   "historian", "analyst",     "candidate",     "refugee",
      "priest",        "bishop",       "pilot",     "astronaut",   "entrepreneur",  "philosopher",
      "archbishop",    "cardinal",     "star",      "model",       "sculptor",      "painter",
      "goalkeeper",    "midfielder",   "defender",  "gunman",      "whistleblower", "blogger",
      "mathematician", "physicist",    "biologist", "attorney",    "secretary"};
  static const Words places = {"city",         "town",          "village",      "province", "region",
                               "district",     "suburb",        "port",         "capital",  "island",
                               "county",       "river",         "lake",         "mountain", "peninsula",
                               "neighborhood", "neighbourhood", "municipality", "resort"};
  static const Words bodies = {
      "company",      "firm",        "retailer",     "airline",   "bank",       "carmaker",    "automaker",
      "startup",      "insurer",     "charity",      "brewery",   "brewer",     "supermarket", "manufacturer",
      "maker",        "think-tank",  "university",   "club",      "subsidiary", "consortium",  "organisation",
      "organization", "corporation", "conglomerate", "developer", "publisher"};
  static const Words outlets = {"newspaper", "broadcaster", "magazine", "tabloid", "daily", "weekly"};
  static const Words works = {"film",  "movie",       "novel",   "book", "song",
                              "album", "documentary", "musical", "opera"};
  static const Words products = {"ship",       "vessel",    "aircraft",   "helicopter", "rocket",
                                 "spacecraft", "missile",   "drug",       "vaccine",    "medication",
                                 "yacht",      "submarine", "ferry",      "frigate",    "tanker",
                                 "trawler",    "jet",       "smartphone", "antibiotic", "painkiller"};
  if (people.contains(lemma)) return cls::Person;
  if (places.contains(lemma)) return cls::Location;
  if (bodies.contains(lemma)) return cls::Organization;
  if (outlets.contains(lemma)) return cls::MediaOutlet;
  if (products.contains(lemma)) return cls::Product;
  return works.contains(lemma) ? cls::Work : Label();
}

}  // namespace

Label class_in_sentence(const Document& doc, TokenSpan name, TokenId head) {
  // What only people do, and what is done to nobody else.
  static const Words deeds = {"retire", "marry", "divorce", "die",  "smile",    "weep",
                              "cry",    "laugh", "sob",     "wake", "graduate", "testify"};
  static const Words business = {"operate", "manufacture", "merge", "employ"};
  // Of a country's own, only its firms do: `Ruritania's X bought Y`.
  static const Words trade = {"buy", "acquire", "produce", "invest"};
  static const Words fates = {"marry",       "jail",     "imprison",    "behead", "kidnap",   "abduct",
                              "murder",      "stab",     "assassinate", "bear",   "knight",   "hospitalize",
                              "hospitalise", "handcuff", "arrest",      "pardon", "extradite"};
  const Token& k = doc.tokens[head];
  const auto common = [&](TokenId t) { return t != no_token && doc.tokens[t].tag == tag::NN; };
  if (k.dep == dep::nsubj && k.head != head) {
    const std::string_view lemma = doc.lemma(k.head);
    if (lemma == "be") {
      if (const TokenId kind = doc.child(k.head, dep::attr); common(kind))
        return class_of_kind(doc.lemma(kind));
    } else if (deeds.contains(lemma)) {
      return cls::Person;
    } else if (business.contains(lemma) ||
               (trade.contains(lemma) && name.last - name.first == 1 && doc.has_child(head, dep::poss))) {
      return cls::Organization;
    }
    // `stepped down as minister`
    for (const TokenId child : doc.children(k.head))
      if (doc.tokens[child].dep == dep::prep && doc.word(child) == "as" && child > k.head)
        if (const TokenId role = doc.child(child, dep::pobj); common(role) && is_role(doc.lemma(role)))
          return cls::Person;
  }
  if ((k.dep == dep::nsubjpass || k.dep == dep::dobj) && doc.lemma(k.head) == "acquire")
    return cls::Organization;
  if ((k.dep == dep::nsubjpass || k.dep == dep::dobj) && fates.contains(doc.lemma(k.head)))
    return cls::Person;
  // `the charity X`, `the research ship X`; a person's occupation needs no article: `film star X`.
  if (name.first > 0 && common(name.first - 1) && doc.tokens[name.first - 1].head >= name.first - 1 &&
      doc.tokens[name.first - 1].head < name.last + 1) {
    const Label kind = class_of_kind(doc.lemma(name.first - 1));
    TokenId start = name.first - 1;
    while (start > 0 && name.first - start < 4 &&
           (doc.tokens[start - 1].tag == tag::NN || doc.tokens[start - 1].tag == tag::JJ))
      --start;
    const bool article = start > 0 && doc.tokens[start - 1].dep == dep::det;
    if (!kind.empty() && (article || (kind == cls::Person && name.last - name.first > 1))) return kind;
  }
  // `the chairman of X`
  static const Words heads = {"chairman", "chairwoman", "manager",  "coach",       "midfielder", "defender",
                              "striker",  "owner",      "employee", "shareholder", "subsidiary", "boss"};
  if (name.last - name.first == 1 && name.first > 1 && doc.word(name.first - 1) == "of" &&
      heads.contains(doc.lemma(name.first - 2)) && k.dep == dep::pobj)
    return cls::Organization;
  // `the university's chancellor, X Y`
  if (k.dep == dep::appos && name.last - name.first > 1 && common(k.head) && k.head + 2 == name.first &&
      doc.word(k.head + 1) == "," &&
      (is_role(doc.lemma(k.head)) || class_of_kind(doc.lemma(k.head)) == cls::Person))
    return cls::Person;
  // `X, who`
  if (const TokenId clause = doc.child(head, dep::relcl); clause != no_token)
    for (const TokenId child : doc.children(clause))
      if (doc.word(child) == "who") return cls::Person;
  // `X, a port in Ruritania,`
  const TokenId kind = doc.child(head, dep::appos);
  if (common(kind) && kind > name.last && doc.word(name.last) == ",") return class_of_kind(doc.lemma(kind));
  return {};
}

bool acts_as_person(const Document& doc, TokenId head) {
  static const Words fates = {"award",   "elect",   "appoint", "nominate", "detain", "sentence",
                              "convict", "release", "free",    "dismiss",  "fire",   "promote",
                              "succeed", "honor",   "honour",  "survive",  "quote"};
  static const Words verbs = {"say",    "tell",   "add",   "believe",  "think", "write",
                              "note",   "argue",  "warn",  "speak",    "claim", "explain",
                              "recall", "insist", "admit", "complain", "joke",  "ask"};
  const Token& k = doc.tokens[head];
  return (k.dep == dep::nsubj && k.head != head && verbs.contains(doc.lemma(k.head))) ||
         (k.dep == dep::nsubjpass && fates.contains(doc.lemma(k.head)));
}

bool begins_as_place(std::string_view lower) {
  static const Words words = {"fort", "port",  "mount",  "lake", "rio",   "san",   "santa",
                              "las",  "los",   "ciudad", "cape", "north", "south", "east",
                              "west", "upper", "lower",  "new",  "puerto"};
  return words.contains(lower);
}

bool is_placed(const Document& doc, TokenSpan name) {
  static const Words parts = {"northern", "southern",     "eastern",      "western",      "central",
                              "north",    "south",        "east",         "west",         "downtown",
                              "nearby",   "northeastern", "northwestern", "southeastern", "southwestern"};
  static const Words kinds = {"district", "province",     "city",          "town",        "village",
                              "area",     "region",       "suburb",        "island",      "airport",
                              "valley",   "neighborhood", "neighbourhood", "governorate", "municipality",
                              "county",   "camp",         "volcano",       "peninsula",   "river",
                              "mountain", "desert",       "coast",         "stadium",     "prison"};
  // One invests, believes or has confidence in what is no place.
  static const Words no_place = {"believe",  "invest",  "stake",        "confidence", "trust",
                                 "interest", "faith",   "interested",   "share",      "belief",
                                 "involve",  "role",    "investor",     "investment", "hope",
                                 "result",   "succeed", "instrumental", "say"};
  if (name.last < doc.size() && kinds.contains(doc.word(name.last))) return true;
  TokenId before = name.first;
  while (before > 0 && parts.contains(lower_ascii(doc.word(before - 1)))) --before;
  if (before == 0) return false;
  if (doc.word(before - 1) == "of" && before > 1) return kinds.contains(lower_ascii(doc.word(before - 2)));
  const std::string preposition = lower_ascii(doc.word(before - 1));
  if (preposition != "in" && preposition != "near") return false;
  return !no_place.contains(doc.lemma(doc.tokens[before - 1].head)) &&
         !(name.last < doc.size() && doc.tokens[name.last].tag == tag::POS);
}

}  // namespace relata::detail

// SPDX-License-Identifier: MIT
#include "resolve/name_class.hpp"

#include <algorithm>
#include <unordered_set>

#include "relata/knowledge_base.hpp"
#include "resolve/lexicon.hpp"
#include "resolve/name_spans.hpp"
#include "resolve/teams.hpp"

namespace relata::detail {
namespace {

using Words = std::unordered_set<std::string_view>;

}  // namespace

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

bool is_craft(const Document& doc, TokenId noun) {
  static const Words words = {"probe",  "capsule",   "spacecraft", "rover",
                              "lander", "telescope", "satellite",  "rocket"};
  return noun < doc.size() && doc.tokens[noun].tag == tag::NN && words.contains(doc.lemma(noun));
}

bool is_storm_name(const Document& doc, TokenSpan name) {
  if (lower_ascii(doc.word(name.first)) == "tropical") ++name.first;
  return name.last - name.first > 1 && is_capital(doc, name.first) &&
         is_storm(lower_ascii(doc.word(name.first)));
}

Label class_in_name(const Document& doc, TokenSpan name) {
  static const Words ships = {"uss", "hms", "rms", "hmas", "ins", "mv"};
  if (name.last - name.first > 1) {
    if (ships.contains(normalized_name(doc.word(name.first)))) return cls::Product;
    if (is_model_number(doc.word(name.last - 1))) return cls::Product;
  }
  // `Tenure of Office Act`
  static const Words laws = {"act", "treaty", "amendment", "bill", "protocol", "accords"};
  if (name.last - name.first > 2 && laws.contains(lower_ascii(doc.word(name.last - 1)))) return cls::Treaty;
  if (is_storm_name(doc, name)) return cls::Event;
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

/// `bought X for $2 billion`
bool is_bought_up(const Document& doc, TokenId verb) {
  if (doc.lemma(verb) != "buy") return false;
  for (const TokenId child : doc.children(verb))
    if (doc.tokens[child].dep == dep::prep && doc.word(child) == "for")
      if (const TokenId price = doc.child(child, dep::pobj);
          price != no_token && doc.tokens[price].ent_type == ent::MONEY)
        return true;
  return false;
}

/// What only firms have or undergo: `the takeover of X`, `shares in X`, `X's shareholders`, `the X chief
/// executive`.
bool is_of_firm(const Document& doc, TokenSpan name, TokenId head) {
  static const Words undergone = {"takeover", "acquisition", "merger", "buyout", "flotation", "rebranding"};
  static const Words had = {"shareholder",  "workforce", "revenue", "customer", "subsidiary",
                            "headquarters", "takeover",  "merger",  "buyout",   "branch",
                            "flotation",    "ipo",       "stock",   "dividend", "ceo"};
  static const Words beside = {"share", "shares",    "shareholder", "stock",
                               "ceo",   "executive", "employee",    "customer"};
  const Token& k = doc.tokens[head];
  const std::string_view governor = doc.lemma(k.head);
  if (k.dep == dep::pobj && (governor == "of" || governor == "in")) {
    static const Words owned = {"share", "stake", "shareholder", "subsidiary", "shareholding"};
    const TokenId thing = doc.tokens[k.head].head;
    if (governor == "of" && undergone.contains(doc.lemma(thing))) return true;
    const Label number = doc.tokens[thing].tag;
    return owned.contains(doc.lemma(thing)) && (doc.lemma(thing) != "share" || number == tag::NNS);
  }
  if (k.dep == dep::poss) return had.contains(governor);
  if (k.dep != dep::compound || k.head < name.last) return false;
  // `Novex chief executive Ann Holm` hangs on the name.
  for (TokenId t = name.last; t <= k.head && t < name.last + 2; ++t)
    if (beside.contains(lower_ascii(doc.lemma(t)))) return true;
  return false;
}

/// What takes place, is held or has editions and winners: `X takes place in May`, `the winner of X`. People
/// are held too.
bool is_occasion(const Document& doc, TokenId head) {
  static const Words of_events = {"winner",  "champion",  "finalist", "runner-up", "edition",   "opening",
                                  "visitor", "spectator", "attendee", "organiser", "organizer", "medal"};
  const Token& k = doc.tokens[head];
  const std::string_view governor = doc.lemma(k.head);
  if (k.dep == dep::nsubj && governor == "take") {
    const TokenId place = doc.child(k.head, dep::dobj);
    return place != no_token && doc.word(place) == "place";
  }
  if (k.ent_type == ent::PERSON || k.ent_type == ent::GPE) return false;
  if (k.dep == dep::nsubjpass) return governor == "hold" || governor == "postpone" || governor == "stage";
  return k.dep == dep::pobj && doc.word(k.head) == "of" &&
         of_events.contains(doc.lemma(doc.tokens[k.head].head));
}

/// `the X editor`, `X columnist Ann Holm`, `published in X`, `…, X reported.`
bool is_press(const Document& doc, TokenSpan name, TokenId head) {
  static const Words makers = {"editor", "editor-in-chief", "columnist", "correspondent", "editorialist",
                               "reader", "newsroom",        "crossword", "photographer",  "subscriber"};
  const Token& k = doc.tokens[head];
  const bool town = (k.ent_type == ent::GPE || k.ent_type == ent::LOC) && name.last - name.first == 1;
  if (k.ent_type == ent::PERSON || k.ent_type == ent::NORP) return false;
  const std::string_view governor = doc.lemma(k.head);
  if (k.dep == dep::pobj) {
    const TokenId of = doc.tokens[k.head].head;
    if (doc.word(k.head) == "of") return doc.lemma(of) == "editor" || doc.lemma(of) == "columnist";
    return doc.word(k.head) == "in" && (doc.lemma(of) == "publish" || doc.lemma(of) == "appear") && !town;
  }
  if ((k.dep == dep::compound || k.dep == dep::poss) && !town) {
    TokenId next = name.last;
    if (next < doc.size() && doc.tokens[next].tag == tag::POS) ++next;
    return next < doc.size() && makers.contains(lower_ascii(doc.lemma(next))) && k.head >= next;
  }
  // Who reports at the end of what is reported
  const TokenId verb = k.head;
  return k.dep == dep::nsubj && governor == "report" && verb == name.last && name.first > 0 &&
         doc.word(name.first - 1) == "," && verb + 1 < doc.size() && doc.tokens[verb + 1].pos == pos::PUNCT &&
         doc.tokens[verb].tag == tag::VBD;
}

}  // namespace

Label class_in_sentence(const Document& doc, TokenSpan name, TokenId head) {
  // What only people do, and what is done to nobody else.
  static const Words deeds = {"retire", "marry", "divorce", "die",  "smile",    "weep",
                              "cry",    "laugh", "sob",     "wake", "graduate", "testify"};
  static const Words business = {"operate", "manufacture", "merge", "employ"};
  // Of a country's own, only its firms do: `Ruritania's X bought Y`.
  static const Words trade = {"buy", "acquire", "produce", "invest"};
  static const Words fates = {"marry",       "jail",     "imprison",    "behead", "kidnap",    "abduct",
                              "murder",      "stab",     "assassinate", "bear",   "knight",    "hospitalize",
                              "hospitalise", "handcuff", "arrest",      "pardon", "extradite", "remand",
                              "bury",        "cremate",  "injure",      "wound"};
  const Token& k = doc.tokens[head];
  // Whom somebody is the kin of, and who has a life that ends.
  static const Words of_people = {
      "mother",        "father",     "wife",      "husband",    "widow",      "widower",     "son",
      "daughter",      "brother",    "sister",    "uncle",      "aunt",       "cousin",      "nephew",
      "niece",         "girlfriend", "boyfriend", "fiance",     "fiancee",    "birthday",    "funeral",
      "birthplace",    "childhood",  "grandson",  "stepfather", "stepmother", "grandmother", "grandfather",
      "granddaughter", "autopsy",    "corpse"};
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
  if ((k.dep == dep::nsubjpass || k.dep == dep::dobj) &&
      (doc.lemma(k.head) == "acquire" || is_bought_up(doc, k.head)))
    return cls::Organization;
  if (name.last - name.first > 1 && doc.word(name.last - 1) == "Lama") return cls::Person;
  if (is_of_firm(doc, name, head) || is_team(doc, name, head)) return cls::Organization;
  if (k.dep == dep::compound && k.head == name.last && is_craft(doc, k.head)) return cls::Product;
  if (is_press(doc, name, head)) return cls::MediaOutlet;
  if (is_occasion(doc, head)) return cls::Event;
  // `X, based in Ruritania,`: people are born there and live there.
  if (const TokenId clause = doc.child(head, dep::acl);
      clause != no_token && (doc.word(clause) == "based" || doc.word(clause) == "headquartered"))
    return cls::Organization;
  if ((k.dep == dep::nsubjpass || k.dep == dep::dobj) && fates.contains(doc.lemma(k.head)))
    return cls::Person;
  if (k.dep == dep::poss && of_people.contains(doc.lemma(k.head))) return cls::Person;
  // `charity X`, `the research ship X`, `the film "X"`; a person of one name and a place need the article:
  // `the poet X`.
  TokenId before = name.first;
  if (before > 1 && doc.word(before - 1) == "The") --before;  // the film The Salt Road
  if (before > 1 && doc.tokens[before - 1].pos == pos::PUNCT && doc.word(before - 1) != "," &&
      doc.word(before - 1) != "-")
    --before;
  if (before > 0 && common(before - 1) &&
      ((doc.tokens[before - 1].head >= before - 1 && doc.tokens[before - 1].head < name.last + 1) ||
       (k.dep == dep::appos && k.head == before - 1))) {
    const Label kind = class_of_kind(doc.lemma(before - 1));
    TokenId start = before - 1;
    while (start > 0 && before - start < 4 &&
           (doc.tokens[start - 1].tag == tag::NN || doc.tokens[start - 1].tag == tag::JJ))
      --start;
    const bool article = start > 0 && doc.tokens[start - 1].dep == dep::det;
    const bool alone = kind == cls::Person ? name.last - name.first > 1 : kind != cls::Location;
    if (!kind.empty() && (article || alone)) return kind;
  }
  // `the chairman of X`
  static const Words heads = {"chairman", "chairwoman", "manager",  "coach",       "midfielder", "defender",
                              "striker",  "owner",      "employee", "shareholder", "subsidiary", "boss"};
  if (name.last - name.first == 1 && name.first > 1 && doc.word(name.first - 1) == "of" &&
      heads.contains(doc.lemma(name.first - 2)) && k.dep == dep::pobj)
    return cls::Organization;
  // `her publisher, X,`, `the Ruritanian capital, X,`
  if (name.first > 1 && name.last < doc.size() && doc.word(name.first - 1) == "," && common(name.first - 2) &&
      (doc.word(name.last) == "," || doc.word(name.last) == ".") && !doc.has_child(name.first - 2, dep::conj))
    if (const Label kind = class_of_kind(doc.lemma(name.first - 2));
        !kind.empty() && (kind != cls::Person || name.last - name.first > 1))
      return kind;
  // `The governor of Ruritania, X Y,`
  if (k.dep == dep::appos && k.ent_type != ent::GPE && name.last - name.first > 1 &&
      doc.word(name.first - 1) == "," && doc.tokens[k.head].dep == dep::pobj &&
      doc.word(doc.tokens[k.head].head) == "of")
    if (const TokenId role = doc.tokens[doc.tokens[k.head].head].head;
        common(role) && is_role(doc.lemma(role)) && role < k.head)
      return cls::Person;
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

bool acts_as_body(const Document& doc, TokenId head) {
  static const Words verbs = {"say",   "announce", "refuse",  "deny",    "buy",       "sell",      "acquire",
                              "sue",   "plan",     "decline", "hire",    "apologise", "apologize", "reject",
                              "agree", "insist",   "warn",    "publish", "appoint"};
  const Token& k = doc.tokens[head];
  return k.dep == dep::nsubj && k.head != head && verbs.contains(doc.lemma(k.head));
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
  // What only places have: `the mayor of X`.
  static const Words owned = {"mayor",      "residents", "outskirts", "streets", "inhabitants",
                              "suburb",     "suburbs",   "mayors",    "outside", "coast",
                              "archbishop", "bishop",    "council",   "governor"};
  if (doc.word(before - 1) == "of" && before > 1) {
    const std::string of = lower_ascii(doc.word(before - 2));
    return kinds.contains(of) || owned.contains(of);
  }
  const std::string preposition = lower_ascii(doc.word(before - 1));
  static const Words natives = {"fisherman", "farmer", "resident", "migrant", "refugee",
                                "villager",  "man",    "woman",    "boy",     "girl",
                                "child",     "family", "people",   "settler"};
  static const Words held = {"race",     "match", "game",      "concert", "fight",
                             "festival", "fire",  "explosion", "plant"};
  static const Words ways = {"sail", "fly", "travel", "drive", "flee", "march"};
  if ((preposition == "from" || preposition == "to") && ways.contains(doc.lemma(doc.tokens[before - 1].head)))
    return true;
  if (preposition == "at" && held.contains(doc.lemma(doc.tokens[before - 1].head))) return true;
  if (preposition == "from" && natives.contains(doc.lemma(doc.tokens[before - 1].head))) return true;
  if (preposition != "in" && preposition != "near") return false;
  return !no_place.contains(doc.lemma(doc.tokens[before - 1].head)) &&
         !(name.last < doc.size() && doc.tokens[name.last].tag == tag::POS);
}

}  // namespace relata::detail

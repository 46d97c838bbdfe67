// SPDX-License-Identifier: MIT
#include "resolve/lexicon.hpp"

#include <unordered_map>
#include <unordered_set>

namespace relata::detail {
namespace {
using Words = std::unordered_set<std::string_view>;
}

std::string lower_ascii(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

bool is_role(std::string_view lower) {
  static const Words words = {
      "president",   "minister",     "chancellor",    "premier",    "king",         "queen",
      "prince",      "princess",     "governor",      "senator",    "mayor",        "chairman",
      "chairwoman",  "chair",        "leader",        "secretary",  "ambassador",   "spokesman",
      "spokeswoman", "spokesperson", "director",      "chief",      "commissioner", "general",
      "speaker",     "emperor",      "pope",          "envoy",      "judge",        "justice",
      "prosecutor",  "congressman",  "congresswoman", "candidate",  "nominee",      "president-elect",
      "emir",        "sultan",       "colonel",       "archbishop", "bishop"};
  return words.contains(lower);
}

bool is_title(std::string_view lower) {
  static const Words words = {"mr",           "mrs",
                              "ms",           "miss",
                              "dr",           "sir",
                              "lord",         "lady",
                              "dame",         "prof",
                              "professor",    "sen",
                              "rep",          "gov",
                              "gen",          "lt",
                              "col",          "capt",
                              "captain",      "sgt",
                              "sergeant",     "major",
                              "admiral",      "lieutenant",
                              "vice",         "deputy",
                              "prime",        "foreign",
                              "defence",      "defense",
                              "finance",      "interior",
                              "former",       "acting",
                              "ex-president", "representative",
                              "cardinal",     "ayatollah",
                              "sheikh",       "attorney",
                              "officer",      "head",
                              "crown",        "mme",
                              "madame",       "superintendent",
                              "inspector",    "detective",
                              "constable",    "editor",
                              "coach",        "analyst",
                              "author",       "actor",
                              "singer",       "republican",
                              "democrat",     "then",
                              "ex",           "rev",
                              "reverend",     "hon"};
  return words.contains(lower) || is_role(lower);
}

Gender gender_of(std::string_view lower) {
  static const Words male = {
      "mr",          "sir",       "lord",    "king",    "prince",   "pope",     "spokesman", "chairman",
      "congressman", "emperor",   "sultan",  "emir",    "john",     "david",    "michael",   "james",
      "robert",      "william",   "richard", "thomas",  "george",   "donald",   "vladimir",  "barack",
      "joe",         "bill",      "tony",    "boris",   "mike",     "paul",     "peter",     "mark",
      "steven",      "stephen",   "kevin",   "jeff",    "jeremy",   "andrew",   "daniel",    "ted",
      "ben",         "benjamin",  "jean",    "jacques", "nicolas",  "emmanuel", "sergei",    "sergey",
      "dmitry",      "mikhail",   "ahmed",   "ali",     "mohammed", "muhammad", "hassan",    "hussein",
      "ivan",        "juan",      "jose",    "carlos",  "hugo",     "luis",     "pedro",     "gordon",
      "ronald",      "alexander", "andrei",  "charles", "henry",    "edward",   "philip",    "jack",
      "matthew",     "simon",     "scott",   "brian",   "gary",     "tim",      "tom",       "jim",
      "dick",        "chuck",     "adam",    "anthony", "francis",  "patrick",  "recep",     "narendra",
      "silvio",      "fidel",     "raul",    "kim",     "kofi",     "nelson"};
  static const Words female = {
      "mrs",         "ms",         "miss",          "lady",     "dame",     "queen",    "princess",
      "spokeswoman", "chairwoman", "congresswoman", "mary",     "theresa",  "angela",   "hillary",
      "nancy",       "elizabeth",  "margaret",      "sarah",    "anna",     "anne",     "ann",
      "susan",       "laura",      "maria",         "jane",     "julia",    "kate",     "catherine",
      "michelle",    "melania",    "condoleezza",   "diana",    "helen",    "jennifer", "jessica",
      "karen",       "linda",      "lisa",          "nicola",   "patricia", "rebecca",  "emma",
      "christine",   "christina",  "ursula",        "federica", "ivanka",   "kamala",   "madeleine",
      "aung",        "benazir",    "indira",        "cristina", "dilma",    "jacinda",  "amy"};
  if (male.contains(lower)) return Gender::male;
  return female.contains(lower) ? Gender::female : Gender::unknown;
}

Label class_of_word(std::string_view lower) {
  static const std::unordered_map<std::string_view, Label> words = {{"ministry", cls::GovernmentBody},
                                                                    {"court", cls::GovernmentBody},
                                                                    {"parliament", cls::GovernmentBody},
                                                                    {"senate", cls::GovernmentBody},
                                                                    {"government", cls::GovernmentBody},
                                                                    {"police", cls::GovernmentBody},
                                                                    {"army", cls::GovernmentBody},
                                                                    {"navy", cls::GovernmentBody},
                                                                    {"department", cls::GovernmentBody},
                                                                    {"cabinet", cls::GovernmentBody},
                                                                    {"military", cls::GovernmentBody},
                                                                    {"assembly", cls::GovernmentBody},
                                                                    {"congress", cls::GovernmentBody},
                                                                    {"legislature", cls::GovernmentBody},
                                                                    {"directorate", cls::GovernmentBody},
                                                                    {"treasury", cls::GovernmentBody},
                                                                    {"guard", cls::GovernmentBody},
                                                                    {"guards", cls::GovernmentBody},
                                                                    {"committee", cls::GovernmentBody},
                                                                    {"authority", cls::GovernmentBody},
                                                                    {"bureau", cls::GovernmentBody},
                                                                    {"tribunal", cls::GovernmentBody},
                                                                    {"embassy", cls::GovernmentBody},
                                                                    {"forces", cls::GovernmentBody},
                                                                    {"agency", cls::GovernmentBody},
                                                                    {"commission", cls::GovernmentBody},
                                                                    {"mosque", cls::Location},
                                                                    {"cathedral", cls::Location},
                                                                    {"hospital", cls::Location},
                                                                    {"mall", cls::Location},
                                                                    {"headquarters", cls::Location},
                                                                    {"complex", cls::Location},
                                                                    {"facility", cls::Location},
                                                                    {"hotel", cls::Location},
                                                                    {"palace", cls::Location},
                                                                    {"district", cls::Location},
                                                                    {"bridge", cls::Location},
                                                                    {"base", cls::Location},
                                                                    {"reservation", cls::Location},
                                                                    {"city", cls::Location},
                                                                    {"lake", cls::Location},
                                                                    {"bay", cls::Location},
                                                                    {"valley", cls::Location},
                                                                    {"consulate", cls::Location},
                                                                    {"church", cls::Location},
                                                                    {"temple", cls::Location},
                                                                    {"station", cls::Location},
                                                                    {"zoo", cls::Location},
                                                                    {"region", cls::Location},
                                                                    {"mosques", cls::Location},
                                                                    {"hall", cls::Location},
                                                                    {"park", cls::Location},
                                                                    {"peninsula", cls::Location},
                                                                    {"council", cls::GovernmentBody},
                                                                    {"command", cls::GovernmentBody},
                                                                    {"brigade", cls::GovernmentBody},
                                                                    {"board", cls::GovernmentBody},
                                                                    {"taskforce", cls::GovernmentBody},
                                                                    {"administration", cls::GovernmentBody},
                                                                    {"ministries", cls::GovernmentBody},
                                                                    {"bill", cls::Treaty},
                                                                    {"law", cls::Treaty},
                                                                    {"statute", cls::Treaty},
                                                                    {"resolution", cls::Treaty},
                                                                    {"group", cls::Organization},
                                                                    {"company", cls::Organization},
                                                                    {"coalition", cls::Organization},
                                                                    {"front", cls::Organization},
                                                                    {"movement", cls::Organization},
                                                                    {"society", cls::Organization},
                                                                    {"trust", cls::Organization},
                                                                    {"cathedrals", cls::Organization},
                                                                    {"airways", cls::Organization},
                                                                    {"network", cls::Organization},
                                                                    {"post", cls::MediaOutlet},
                                                                    {"magazine", cls::MediaOutlet},
                                                                    {"broadcasting", cls::MediaOutlet},
                                                                    {"press", cls::MediaOutlet},
                                                                    {"party", cls::Organization},
                                                                    {"university", cls::Organization},
                                                                    {"bank", cls::Organization},
                                                                    {"institute", cls::Organization},
                                                                    {"union", cls::Organization},
                                                                    {"association", cls::Organization},
                                                                    {"league", cls::Organization},
                                                                    {"federation", cls::Organization},
                                                                    {"foundation", cls::Organization},
                                                                    {"inc", cls::Organization},
                                                                    {"ltd", cls::Organization},
                                                                    {"corporation", cls::Organization},
                                                                    {"airlines", cls::Organization},
                                                                    {"club", cls::Organization},
                                                                    {"college", cls::Organization},
                                                                    {"times", cls::MediaOutlet},
                                                                    {"news", cls::MediaOutlet},
                                                                    {"herald", cls::MediaOutlet},
                                                                    {"tribune", cls::MediaOutlet},
                                                                    {"gazette", cls::MediaOutlet},
                                                                    {"telegraph", cls::MediaOutlet},
                                                                    {"tv", cls::MediaOutlet},
                                                                    {"television", cls::MediaOutlet},
                                                                    {"radio", cls::MediaOutlet},
                                                                    {"newspaper", cls::MediaOutlet},
                                                                    {"journal", cls::MediaOutlet},
                                                                    {"treaty", cls::Treaty},
                                                                    {"agreement", cls::Treaty},
                                                                    {"convention", cls::Treaty},
                                                                    {"protocol", cls::Treaty},
                                                                    {"accord", cls::Treaty},
                                                                    {"accords", cls::Treaty},
                                                                    {"constitution", cls::Treaty},
                                                                    {"act", cls::Treaty},
                                                                    {"amendment", cls::Treaty},
                                                                    {"pact", cls::Treaty},
                                                                    {"summit", cls::Event},
                                                                    {"war", cls::Event},
                                                                    {"olympics", cls::Event},
                                                                    {"election", cls::Event},
                                                                    {"airport", cls::Location},
                                                                    {"river", cls::Location},
                                                                    {"sea", cls::Location},
                                                                    {"province", cls::Location},
                                                                    {"prison", cls::Location},
                                                                    {"square", cls::Location},
                                                                    {"street", cls::Location},
                                                                    {"mountains", cls::Location},
                                                                    {"strait", cls::Location},
                                                                    {"island", cls::Location},
                                                                    {"islands", cls::Location},
                                                                    {"county", cls::Location}};
  const auto at = words.find(lower);
  return at == words.end() ? Label() : at->second;
}

bool is_surname_too(std::string_view lower) {
  static const Words words = {"park",  "bank", "court",  "hall",  "church", "temple", "lake",
                              "post",  "law",  "street", "guard", "sea",    "bill",   "press",
                              "board", "base", "bay",    "act",   "war",    "club"};
  return words.contains(lower);
}

}  // namespace relata::detail

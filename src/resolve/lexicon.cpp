// SPDX-License-Identifier: MIT
#include "resolve/lexicon.hpp"

#include <algorithm>
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
      "emir",        "sultan",       "colonel",       "archbishop", "bishop",       "commandant"};
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
                              "reverend",     "hon",
                              "lawyer",       "journalist",
                              "activist",     "actress",
                              "writer",       "novelist",
                              "economist",    "businessman",
                              "billionaire",  "comedian",
                              "rapper",       "footballer",
                              "historian",    "scientist",
                              "researcher",   "astronaut",
                              "pastor",       "imam",
                              "rabbi",        "whistleblower",
                              "dissident",    "blogger",
                              "columnist",    "correspondent",
                              "reporter",     "presenter",
                              "oligarch",     "tycoon",
                              "striker",      "midfielder",
                              "goalkeeper",   "batsman",
                              "jockey",       "headmaster"};
  return words.contains(lower) || is_role(lower);
}

Gender gender_of(std::string_view lower) {
  static const Words male = {"mr",        "sir",      "lord",        "king",    "prince", "pope",
                             "spokesman", "chairman", "congressman", "emperor", "sultan", "emir"};
  static const Words female = {"mrs",   "ms",       "miss",        "lady",       "dame",
                               "queen", "princess", "spokeswoman", "chairwoman", "congresswoman"};
  if (male.contains(lower)) return Gender::male;
  return female.contains(lower) ? Gender::female : gender_of_given_name(lower);
}

bool is_shouted(std::string_view word) {
  return word.size() > 5 &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_acronym(std::string_view word) {
  return word.size() >= 2 && word.size() <= 8 && std::all_of(word.begin(), word.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
         });
}

std::string initials(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i)
    if ((i == 0 || name[i - 1] == ' ') && name[i] >= 'A' && name[i] <= 'Z') out += name[i];
  return out;
}

bool is_storm(std::string_view lower) {
  return lower == "hurricane" || lower == "typhoon" || lower == "cyclone" || lower == "storm";
}

bool is_surname_too(std::string_view lower) {
  static const Words words = {
      "park",   "bank",  "court",    "hall",    "church", "temple",  "lake",  "post", "law",    "street",
      "guard",  "sea",   "bill",     "press",   "board",  "base",    "bay",   "act",  "war",    "club",
      "mount",  "camp",  "forest",   "castle",  "beach",  "port",    "cape",  "town", "office", "service",
      "cave",   "tower", "towers",   "derby",   "steel",  "gardens", "fleet", "code", "energy", "records",
      "stores", "dam",   "partners", "capital", "report", "day",     "week",  "fair", "gala"};
  return words.contains(lower);
}

}  // namespace relata::detail

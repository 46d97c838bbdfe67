// SPDX-License-Identifier: MIT
#include "canonicalize/event_nouns.hpp"

#include <algorithm>
#include <array>

namespace relata::detail {
namespace {

struct Family {
  std::string_view name;
  std::array<std::string_view, 16> words;
};

bool has(const Family& family, std::string_view word) {
  return std::ranges::find(family.words, word) != family.words.end();
}

constexpr std::array<Family, 20> synonyms = {
    {{"investigation", {"inquiry", "probe"}},
     {"protest", {"demonstration"}},
     {"murder", {"killing", "slaying"}},
     {"explosion", {"blast", "bombing"}},
     {"agreement", {"deal", "accord", "pact"}},
     {"crash", {"collision"}},
     {"fire", {"blaze"}},
     {"campaign", {"bid", "candidacy"}},
     {"outbreak", {"epidemic", "pandemic"}},
     {"earthquake", {"quake"}},
     {"ceasefire", {"truce", "armistice"}},
     {"coup", {"putsch"}},
     {"bill", {"legislation", "law"}},
     {"company", {"firm"}},
     {"abduction", {"kidnapping"}},
     {"exercise", {"drill"}},
     {"trip", {"visit", "tour"}},
     {"plan", {"proposal", "scheme"}},
     {"allegation", {"accusation"}},
     {"attacker", {"gunman", "assailant", "shooter", "suspect", "perpetrator"}}}};

// The special words stand under the general one; a word may stand under several.
constexpr std::array<Family, 23> kinds = {
    {{"attack",
      {"explosion", "shooting", "assault", "stabbing", "massacre", "raid", "strike", "airstrike", "siege",
       "assassination", "murder", "ambush"}},
     {"shooting", {"massacre", "murder"}},
     {"murder", {"assassination", "massacre", "stabbing", "shooting"}},
     {"incident",
      {"attack", "explosion", "shooting", "assault", "stabbing", "crash", "fire", "accident", "raid", "clash",
       "riot", "death"}},
     {"accident", {"crash", "derailment"}},
     {"crash", {"derailment"}},
     {"disaster",
      {"landslide", "avalanche", "tsunami", "storm", "earthquake", "flood", "fire", "crash", "derailment",
       "hurricane", "explosion", "wildfire"}},
     {"tragedy", {"earthquake", "flood", "fire", "crash", "derailment", "shooting", "explosion", "stampede"}},
     {"protest", {"march", "rally", "vigil", "strike", "riot"}},
     {"rally", {"march", "protest"}},
     {"violence", {"clash", "riot", "unrest"}},
     {"unrest", {"riot", "violence", "protest", "clash"}},
     {"war", {"conflict", "invasion"}},
     {"conflict", {"war"}},
     {"storm", {"hurricane", "typhoon", "cyclone", "tornado"}},
     {"fire", {"wildfire"}},
     {"death", {"murder"}},
     {"vote", {"election", "referendum"}},
     {"match", {"final", "game"}},
     {"game", {"match", "final"}},
     {"gathering", {"meeting", "rally", "summit", "conference", "ceremony"}},
     {"operation", {"raid", "rescue"}},
     {"talk", {"meeting", "summit", "negotiation"}}}};

}  // namespace

std::string_view one_name(std::string_view lemma) {
  const auto family = std::ranges::find_if(synonyms, [&](const Family& f) { return has(f, lemma); });
  return family == synonyms.end() ? lemma : family->name;
}

bool may_stand_for(std::string_view general, std::string_view special) {
  return std::ranges::any_of(kinds, [&](const Family& f) { return f.name == general && has(f, special); });
}

}  // namespace relata::detail

// SPDX-License-Identifier: MIT
#include "read/dateline.hpp"

#include <string>

#include "read/pattern.hpp"

namespace relata::detail {
namespace {

// Places stand in capitals by the agencies' style books (AP, Reuters). Others write them as names, which only
// the agency behind them tells from the start of a sentence.
const std::string capitals = R"(\p{Lu}[\p{Lu}.'’-]+(?:[ /]\p{Lu}[\p{Lu}.'’-]*){0,5})";
const std::string name = R"(\p{Lu}[\p{L}.'’-]+)";
const std::string names = name + "(?:[ /](?:" + name + "|al|am|da|de|del|do|el|la|of|on|sur|the|upon)){0,5}";
const std::string month = R"((?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.?)";
const std::string day = "(?:" + month + R"( \d{1,2}|\d{1,2} )" + month + R"()(?:,? \d{4})?)";
const std::string behind = "(?:, " + names + "){0,2}(?:, " + day + ")?";
const std::string agency =
    "(?:(?:Thomson )?Reuters(?: Foundation)?|(?:The )?(?:Associated|Canadian) "
    "Press|AA|AAP|AFP|ANI|ANSA|AP|APP|"
    "Anadolu|BBC|Bloomberg|CNN|CP|DPA|dpa|EFE|IANS|IPS|IRNA|Interfax|KUNA|Kyodo|MENA|NPR|PA|PTI|RFE/RL|"
    "RIA(?: Novosti)?|SANA|(?:ITAR-)?TASS|UPI|VOA|WAM|Xinhua|Yonhap)";
const std::string dash = R"( ?(?:--?|–|—)\s+)";

}  // namespace

std::size_t dateline_size(std::string_view paragraph) {
  static const Pattern named("^(?-i:(?:" + names + behind + R"( )?\()" + agency + R"(\)(?:)" + dash +
                             "|: +))");
  static const Pattern in_capitals("^(?-i:" + capitals + behind + R"((?: \(\p{Lu}[\p{L}./ -]{1,40}\))?)" +
                                   dash + R"((?=["“'‘]?\p{Lu})))");
  for (const Pattern* const pattern : {&named, &in_capitals})
    if (const auto match = pattern->match(paragraph)) return (*match)[0].size();
  return 0;
}

}  // namespace relata::detail

// SPDX-License-Identifier: MIT
#include <unordered_map>

#include "resolve/lexicon.hpp"

namespace relata::detail {
namespace {

struct ClassWords {
  Label cls;
  std::string_view words;
};

// Words that head a name and say what kind of thing bears it.
constexpr ClassWords table[] = {
    {cls::GovernmentBody,
     "ministry ministries court parliament senate government police army navy department cabinet military "
     "assembly congress legislature directorate treasury guard guards committee authority bureau tribunal "
     "embassy forces agency commission council command brigade board taskforce administration force "
     "constabulary "
     "regiment battalion inspectorate secretariat corps circuit service services office marines"},
    {cls::Location,
     "mosque mosques cathedral cathedrals hospital mall headquarters complex facility hotel palace district "
     "bridge "
     "base reservation city lake bay valley consulate church temple station zoo region hall park peninsula "
     "airport river sea province prison square street mountains strait island islands county road avenue "
     "highway boulevard mount mountain mountains desert forest canal gulf ocean port harbour harbor cape "
     "plaza "
     "falls heights springs canyon coast volcano camp tunnel territory borough municipality prefecture "
     "governorate oblast township crossing abbey monastery synagogue shrine castle stadium arena museum "
     "library "
     "cemetery beach village town archipelago hills jail penitentiary lodge ranch clinic theatre theater"},
    {cls::Treaty,
     "bill law statute resolution treaty agreement convention protocol accord accords constitution act "
     "amendment pact covenant declaration regulations"},
    {cls::Organization,
     "group company coalition front movement society trust airways airline network party university bank "
     "institute union association league federation foundation inc ltd corporation airlines club college "
     "school academy orchestra charity plc llc gmbh corp holdings industries motors technologies "
     "pharmaceuticals railways brotherhood alliance fund organisation organization confederation cartel "
     "militia forum platform"},
    {cls::MediaOutlet,
     "post magazine broadcasting press times news herald tribune gazette telegraph tv television radio "
     "newspaper "
     "journal chronicle inquirer newswire weekly"},
    {cls::Event,
     "summit war olympics election elections referendum revolution uprising massacre hurricane typhoon "
     "earthquake tsunami championship championships cup festival conference battle siege pandemic games"},
    {cls::Work, "prize award medal honour"},
    {cls::Product, "missile rifle vaccine pipeline telescope"},
};

std::unordered_map<std::string_view, Label> by_word() {
  std::unordered_map<std::string_view, Label> out;
  for (const auto& [cls, words] : table)
    for (std::string_view rest = words; !rest.empty();) {
      const std::size_t blank = rest.find(' ');
      out.try_emplace(rest.substr(0, blank), cls);
      rest.remove_prefix(blank == std::string_view::npos ? rest.size() : blank + 1);
    }
  return out;
}

}  // namespace

Label class_of_word(std::string_view lower) {
  static const auto words = by_word();
  const auto at = words.find(lower);
  return at == words.end() ? Label() : at->second;
}

}  // namespace relata::detail

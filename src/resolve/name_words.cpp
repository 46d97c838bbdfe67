// SPDX-License-Identifier: MIT
#include "resolve/lexicon.hpp"
#include "resolve/word_table.hpp"

namespace relata::detail {
namespace {

// Words that head a name and say what kind of thing bears it.
constexpr MeantWords<Label> table[] = {
    {cls::GovernmentBody,
     "ministry ministries court parliament senate government police army navy department cabinet military "
     "assembly congress legislature directorate treasury guard guards committee authority bureau tribunal "
     "embassy forces agency commission council command brigade board taskforce administration force "
     "constabulary "
     "regiment battalion inspectorate secretariat corps circuit service services office marines chancellery "
     "fleet squadron gendarmerie junta presidency ombudsman survey patrol customs"},
    {cls::Location,
     "mosque mosques cathedral cathedrals hospital mall headquarters complex facility hotel palace district "
     "bridge "
     "base reservation city lake bay valley consulate church temple station zoo region hall park peninsula "
     "airport river sea province prison square street mountains strait island islands county road avenue "
     "highway boulevard mount mountain mountains desert forest canal gulf ocean port harbour harbor cape "
     "plaza gallery "
     "falls heights springs canyon coast volcano camp tunnel territory borough municipality prefecture "
     "governorate oblast township crossing abbey monastery synagogue shrine castle stadium arena museum "
     "library "
     "cemetery beach village town archipelago hills jail penitentiary lodge ranch clinic theatre theater "
     "pavilion tower towers building gardens terminal wharf pier quay plateau glacier creek basin reef cave "
     "caves dome inn restaurant cafe nightclub racecourse speedway raceway velodrome ballpark dam reservoir "
     "refinery shipyard"},
    {cls::Treaty,
     "bill law statute resolution treaty agreement convention protocol accord accords constitution act "
     "amendment pact covenant declaration regulations charter memorandum ordinance decree directive code "
     "compact"},
    {cls::Organization,
     "group company coalition front movement society trust airways airline network party university bank "
     "institute union association league federation foundation inc ltd corporation airlines club college "
     "school academy orchestra charity plc llc gmbh corp holdings industries motors technologies "
     "pharmaceuticals railways brotherhood alliance fund organisation organization confederation cartel "
     "militia forum platform global pharma energy foods brands systems solutions partners ventures capital "
     "securities labs laboratory laboratories studios records entertainment pictures logistics petroleum "
     "steel metals aerospace automotive telecom communications software semiconductor semiconductors "
     "electronics insurance properties stores supermarkets breweries chemicals biotech therapeutics "
     "biosciences genomics healthcare hotels resorts shipping ballet opera philharmonic"},
    {cls::MediaOutlet,
     "post magazine broadcasting press times news herald tribune gazette telegraph tv television radio "
     "newspaper "
     "journal chronicle inquirer newswire weekly daily channel echo examiner sentinel courier bulletin "
     "dispatch "
     "advertiser observer"},
    {cls::Event,
     "summit war olympics election elections referendum revolution uprising massacre hurricane typhoon "
     "earthquake tsunami championship championships cup festival conference battle siege pandemic games "
     "marathon derby regatta prix biennale expo carnival riots bombing bombings shooting shootings crash "
     "disaster famine genocide rebellion insurgency tournament primaries caucuses inauguration day week "
     "weekend season ceremony rally talks protests crisis eve holiday holidays break anniversary jubilee "
     "trials hearings fair gala race stakes finals playoffs triathlon open masters tour"},
    {cls::Work, "prize prizes award awards medal medals honour honours report dossier anthem"},
    {cls::Product, "missile rifle vaccine pipeline telescope shuttle rocket helicopter submarine"},
};

}  // namespace

Label class_of_word(std::string_view lower) {
  static const auto words = meanings<Label>(table);
  return meaning_of(words, lower);
}

}  // namespace relata::detail

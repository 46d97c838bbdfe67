// SPDX-License-Identifier: MIT
#include "resolve/lexicon.hpp"
#include "resolve/word_table.hpp"

namespace relata::detail {
namespace {

// Common nouns that say of what kind the bearer of a name is: `the charity X`, `X is a port`. Words that
// people and firms share (`winner`, `partner`, `host`) say nothing.
constexpr MeantWords<Label> kinds[] = {
    {cls::Person,
     "politician lawmaker legislator parliamentarian councillor councilor congressman congresswoman senator "
     "president minister chancellor governor mayor secretary ambassador diplomat envoy judge magistrate "
     "prosecutor attorney lawyer barrister solicitor sheriff constable detective sergeant lieutenant captain "
     "commander admiral colonel superintendent spokesman spokeswoman spokesperson chairman chairwoman "
     "founder co-founder director manager economist accountant auditor banker financier businessman "
     "businesswoman billionaire millionaire entrepreneur tycoon magnate oligarch heir heiress socialite "
     "journalist reporter correspondent columnist presenter newsreader blogger cartoonist photographer "
     "cameraman filmmaker screenwriter playwright writer author novelist poet essayist biographer translator "
     "actor actress comedian singer vocalist songwriter musician rapper composer conductor pianist violinist "
     "guitarist drummer bassist soprano tenor dancer choreographer ballerina painter sculptor architect "
     "star model chef teacher headteacher headmaster professor lecturer dean rector librarian curator "
     "student "
     "schoolgirl schoolboy teenager toddler pensioner doctor physician surgeon psychiatrist psychologist "
     "dentist nurse midwife paramedic firefighter veterinarian scientist researcher mathematician physicist "
     "chemist biologist botanist zoologist geologist geneticist neuroscientist virologist epidemiologist "
     "immunologist astronomer meteorologist climatologist seismologist oceanographer anthropologist "
     "archaeologist sociologist historian philosopher theologian linguist statistician analyst engineer "
     "programmer inventor explorer mountaineer climber astronaut cosmonaut pilot aviator sailor fisherman "
     "farmer driver trucker gardener plumber electrician hairdresser soldier paratrooper conscript veteran "
     "warlord dictator monarch priest bishop archbishop cardinal cleric imam rabbi monk nun pastor preacher "
     "missionary footballer striker midfielder defender goalkeeper winger quarterback pitcher batsman bowler "
     "sprinter swimmer cyclist boxer wrestler golfer jockey skier skater gymnast athlete medallist medalist "
     "referee umpire activist campaigner dissident environmentalist feminist whistleblower hacker refugee "
     "resident man woman boy girl father mother son daughter brother sister wife husband widow widower "
     "grandfather grandmother uncle aunt cousin nephew niece girlfriend boyfriend fiance fiancee ex-wife "
     "ex-husband roommate classmate candidate laureate gunman shooter murderer killer rapist fraudster "
     "cinematographer champion illustrator philanthropist conservationist wrestler trainer gangster mobster "
     "smuggler defendant plaintiff inmate fugitive"},
    {cls::Location,
     "city town village hamlet settlement suburb neighborhood neighbourhood borough municipality township "
     "parish canton county district province prefecture governorate region territory enclave exclave port "
     "harbour harbor capital resort island archipelago peninsula river lake reservoir bay strait mountain "
     "volcano glacier valley canyon crater forest desert beach planet asteroid airport spaceport stadium "
     "prison hospital cathedral mosque monastery castle palace hotel"},
    {cls::Organization,
     "company firm retailer grocer supermarket wholesaler chain airline carrier bank lender broker brokerage "
     "insurer reinsurer utility carmaker automaker chipmaker drugmaker planemaker shipbuilder steelmaker "
     "manufacturer maker brewery brewer distiller refiner supplier distributor contractor subsidiary "
     "affiliate consortium conglomerate corporation giant startup start-up biotech fintech developer "
     "publisher "
     "bookmaker consultancy pollster charity foundation ngo nonprofit non-profit think-tank tank watchdog "
     "union federation organisation organization club team band orchestra choir gang cartel militia party "
     "university college exchange group movement"},
    {cls::MediaOutlet, "newspaper broadcaster magazine tabloid daily weekly channel"},
    {cls::Work,
     "film movie documentary comedy biopic series sequel sitcom drama thriller novel book memoir biography "
     "autobiography anthology poem "
     "painting sculpture song album musical opera ballet symphony podcast"},
    {cls::Product,
     "ship vessel yacht submarine ferry frigate destroyer warship cruiser icebreaker tanker trawler "
     "freighter "
     "schooner aircraft helicopter jet airliner warplane drone rocket missile torpedo rifle pistol "
     "spacecraft "
     "rover lander satellite probe capsule sedan hatchback drug medicine medication vaccine antibiotic "
     "antiviral "
     "antidepressant painkiller "
     "opioid steroid pill pesticide herbicide smartphone handset laptop chatbot cryptocurrency"},
};

}  // namespace

Label class_of_kind(std::string_view lemma) {
  static const auto words = meanings<Label>(kinds);
  return meaning_of(words, lemma);
}

}  // namespace relata::detail

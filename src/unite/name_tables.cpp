// SPDX-License-Identifier: MIT
#include "unite/name_tables.hpp"

#include <unordered_map>
#include <unordered_set>

namespace relata::uniting {
namespace {

using Set = std::unordered_set<std::string_view>;
using Map = std::unordered_map<std::string_view, std::string_view>;

template <class Use>
void each_word(std::string_view list, char separator, Use use) {
  for (std::size_t i = 0; i < list.size();) {
    const std::size_t end = std::min(list.find(separator, i), list.size());
    if (end > i) use(list.substr(i, end - i));
    i = end + 1;
  }
}

Set set_of(std::string_view words) {
  Set set;
  each_word(words, ' ', [&](std::string_view word) { set.insert(word); });
  return set;
}

/// `a b c;d e`: b and c are a, e is d; the first of a group is itself listed.
Map groups_of(std::string_view groups, char between = ' ') {
  Map map;
  each_word(groups, ';', [&](std::string_view group) {
    std::string_view first;
    each_word(group, between, [&](std::string_view word) {
      if (first.empty()) first = word;
      map.emplace(word, first);
    });
  });
  return map;
}

std::string_view mapped(const Map& map, std::string_view word) {
  const auto at = map.find(word);
  return at == map.end() ? word : at->second;
}

// Common transliterations of Arabic, Persian and Slavic names in English-language news. Names that differ in
// a vowel alone and are different names (Hamid, Hamad) are listed so as to be told apart.
constexpr std::string_view spellings =
    "gaddafi qaddafi kadhafi gadhafi khadafy gathafi kaddafi qadhafi kadafi gadafi;"
    "muhammad mohammed mohamed mohammad muhammed mohamad mohamud muhamad muhamed mohd;"
    "mahmoud mahmud mahmood mehmood;hussein husayn hussain husein hossein husain hosein;"
    "hassan hasan hassen;ahmed ahmad ahmet achmad;hamid hameed hamed;hamad;hamdi;osama usama;laden ladin;"
    "abdullah abdallah abdulla abdellah;yasser yasir yassir yaser;omar umar omer;khaled khalid;"
    "salim saleem selim;salem;salam;saleh salih;samir sameer;samer;samar;nasser nasir naser;nasr;"
    "rashid rasheed rached rachid;rashad;jamal gamal djamal jamaal;jamil jameel;karim kareem;karam;"
    "yousef youssef yusuf yousuf yusef joseph;ibrahim ebrahim;ismail ismael esmail;"
    "mustafa mostafa moustafa mustapha;qaeda qaida kaida;qasem qassem kasem ghassem qasim kassem;"
    "soleimani suleimani sulaimani;sulaiman suleiman soliman sulayman;tariq tarek tarik tareq;"
    "zawahiri zawahri;nasrallah nasrullah;zelensky zelenskyy zelenskiy zelenskyi zelenskii;"
    "kiev kyiv;kharkiv kharkov;luhansk lugansk;mykolaiv nikolaev;lviv lvov;odesa odessa;"
    "klitschko klychko klichko;lukashenko lukashenka;yanukovych yanukovich yanukovitch;"
    "chechnya chechnia;taliban taleban;hezbollah hizbullah hizballah hizbollah;"
    "erekat erakat ereikat;meshaal mashal meshal mishal mashaal;haftar hifter;fridman friedman;"
    "ahmadinejad ahmadinezhad;timoshenko tymoshenko;tikhanovskaya tsikhanouskaya;"
    "volodymyr;vladimir wladimir;marina;maria;mario;daniel;daniela;julia;julio;petra;petar;"
    "karl;carol;karen;karin;martin;marten;anna;anne;andrea;andreas;john;jan;jean;joan;juan;"
    "brian;bruno;marion;marian;simon;simone;eric;erica;paul;paula;luis;luisa;raul;rail";

// English and Spanish short forms; forms of one name in neighbouring languages. They count with the family
// name and where nothing speaks against it.
constexpr std::string_view given_names =
    "william bill will billy willie;robert bob rob bobby robbie;richard dick rick richie;"
    "james jim jimmy jamie;joseph joe joey;michael mike mick mickey;anthony tony;thomas tom tommy;"
    "charles charlie chuck;edward ed eddie ted;theodore teddy;daniel dan danny;david dave;samuel sam;"
    "benjamin ben benny;matthew matt;christopher chris;nicholas nick;stephen steve steven;gregory greg;"
    "kenneth ken;ronald ron;donald don;raymond ray;timothy tim;jeffrey jeff;gerald gerry jerry;"
    "lawrence larry;andrew andy drew;peter pete;patrick pat paddy;frederick fred;francis frank;"
    "leonard len;philip phil;douglas doug;alan al;walter walt;harold harry;henry hank;"
    "elizabeth liz beth betty;katherine kate kathy katie;margaret maggie peggy;susan sue;deborah debbie;"
    "jennifer jen jenny;rebecca becky;barbara barb;judith judy;patricia trish;nancy nan;"
    "alexander alex aleksandr oleksandr alyaksandr alexandr sasha;vladimir volodymyr;sergei serhiy serhii;"
    "dmitry dmytro;andrei andriy andrii;nikolai mykola;mikhail mykhailo misha;alexei oleksiy oleksii;"
    "yevgeny yevhen;petr petro pyotr piotr;igor ihor;oleg oleh;svetlana sviatlana;yelena olena elena;"
    "grigory hryhoriy;pavel pavlo;manuel manolo;francisco paco pancho;jose pepe;ignacio nacho";

// Renamed places and names in other languages.
constexpr std::string_view places =
    "kyiv/kiev;kharkiv/kharkov;odesa/odessa;luhansk/lugansk;lviv/lvov;mykolaiv/nikolaev;"
    "dnipro/dnipropetrovsk/dnepropetrovsk;zaporizhzhia/zaporozhye;chernobyl/chornobyl;mumbai/bombay;"
    "kolkata/calcutta;chennai/madras;bengaluru/bangalore;varanasi/benares;beijing/peking;"
    "guangzhou/canton;nanjing/nanking;yangon/rangoon;myanmar/burma;ho chi minh city/saigon;"
    "almaty/alma ata;nur sultan/astana;bishkek/frunze;tskhinvali/tskhinval;tbilisi/tiflis;"
    "istanbul/constantinople;izmir/smyrna;gdansk/danzig;wroclaw/breslau;kaliningrad/konigsberg;"
    "bratislava/pressburg;ljubljana/laibach;geneva/geneve;cologne/koln;munich/munchen;vienna/wien;"
    "prague/praha;warsaw/warszawa;lisbon/lisboa;seville/sevilla;florence/firenze;turin/torino;"
    "the hague/den haag;hague/den haag;antwerp/antwerpen;brussels/bruxelles;copenhagen/kobenhavn;"
    "gothenburg/goteborg;bucharest/bucuresti;belgrade/beograd;athens/athina;damascus/dimashq;"
    "mecca/makkah;medina/madinah;czechia/czech republic;ivory coast/cote divoire;"
    "east timor/timor leste;cape verde/cabo verde;swaziland/eswatini";

constexpr std::string_view demonyms =
    "afghanistan afghan;albania albanian;algeria algerian;argentina argentine;armenia armenian;"
    "australia australian;austria austrian;azerbaijan azerbaijani;bahrain bahraini;"
    "bangladesh bangladeshi;belarus belarusian;belgium belgian;bolivia bolivian;bosnia bosnian;"
    "brazil brazilian;bulgaria bulgarian;cambodia cambodian;canada canadian;chile chilean;china chinese;"
    "colombia colombian;croatia croatian;cuba cuban;cyprus cypriot;denmark danish;egypt egyptian;"
    "estonia estonian;ethiopia ethiopian;finland finnish;france french;georgia georgian;germany german;"
    "ghana ghanaian;greece greek;hungary hungarian;iceland icelandic;india indian;indonesia indonesian;"
    "iran iranian;iraq iraqi;ireland irish;israel israeli;italy italian;japan japanese;jordan jordanian;"
    "kazakhstan kazakh;kenya kenyan;kosovo kosovar;kuwait kuwaiti;kyrgyzstan kyrgyz;latvia latvian;"
    "lebanon lebanese;libya libyan;lithuania lithuanian;malaysia malaysian;mexico mexican;"
    "moldova moldovan;mongolia mongolian;morocco moroccan;myanmar burmese;nepal nepalese;"
    "netherlands dutch;nigeria nigerian;norway norwegian;pakistan pakistani;palestine palestinian;"
    "peru peruvian;philippines philippine;poland polish;portugal portuguese;qatar qatari;"
    "romania romanian;russia russian;rwanda rwandan;serbia serbian;slovakia slovak;slovenia slovenian;"
    "somalia somali;spain spanish;sudan sudanese;sweden swedish;switzerland swiss;syria syrian;"
    "taiwan taiwanese;tajikistan tajik;tanzania tanzanian;thailand thai;tunisia tunisian;turkey turkish;"
    "uganda ugandan;ukraine ukrainian;uzbekistan uzbek;venezuela venezuelan;vietnam vietnamese;"
    "yemen yemeni;zambia zambian;zimbabwe zimbabwean";

constexpr std::string_view words =
    "organization organisation;defense defence;labor labour;center centre;program programme;"
    "theater theatre;harbor harbour;federation federations;accord accords;agreement agreements;"
    "treaty treaties;convention conventions;protocol protocols;association associations;"
    "ministry department;committee comittee;saint st;mount mt;fort ft;worker workers;"
    "nonproliferation non-proliferation";

constexpr std::string_view politics =
    "president minister secretary senator governor mayor congressman congresswoman lawmaker mp chancellor "
    "king queen prince princess premier ambassador envoy councillor councilman commissioner leader speaker "
    "adviser advisor spokesman spokeswoman spokesperson dictator parliament prime deputy chairman "
    "politician representative diplomat monarch emir sultan candidate consul negotiator";
constexpr std::string_view military =
    "general colonel commander captain admiral lieutenant sergeant soldier major pilot brigadier marshal "
    "warlord";
constexpr std::string_view business =
    "executive banker manager economist tycoon owner founder investor entrepreneur industrialist "
    "businessman businesswoman shipowner financier trader billionaire";
constexpr std::string_view law =
    "judge prosecutor lawyer attorney justice police sheriff detective warden magistrate";
constexpr std::string_view media =
    "journalist anchor presenter columnist correspondent reporter editor broadcaster blogger author writer "
    "novelist lexicographer";
constexpr std::string_view science =
    "professor scientist biologist physicist astronaut researcher historian doctor surgeon psychologist "
    "engineer chemist academic dentist";
constexpr std::string_view religion =
    "archbishop bishop pope cardinal priest imam rabbi pastor cleric ayatollah mufti";
constexpr std::string_view sport = "coach trainer player captain athlete referee jockey";
constexpr std::string_view football =
    "footballer striker goalkeeper midfielder defender winger forward fullback";
constexpr std::string_view cricket = "cricketer bowler batsman wicketkeeper";
constexpr std::string_view gridiron = "receiver quarterback linebacker cornerback";
constexpr std::string_view baseball = "pitcher shortstop catcher outfielder";
constexpr std::string_view other_sport =
    "swimmer cyclist runner skater skier gymnast boxer golfer sprinter racing driver weightlifter wrestler "
    "fighter half hurdler rower snowboarder";
constexpr std::string_view arts =
    "actor actress singer rapper drummer musician painter director curator designer dancer composer "
    "conductor guitarist comedian sculptor filmmaker";
constexpr std::string_view crime = "trafficker boss gangster hacker fugitive rapist robber murderer";
constexpr std::string_view everyday =
    "shopkeeper farmer butcher waitress nurse tailor fisherman tobacconist settler defector seeker "
    "teacher student worker plumber";

}  // namespace

bool is_honorific(std::string_view word) {
  static const Set list = set_of(
      "mr mrs ms dr sir lord lady dame gen general president prime minister sheikh sheik shaikh mullah "
      "senator sen rep col colonel capt captain judge justice prof professor rev ayatollah lt maj adm "
      "admiral sgt gov governor chancellor");
  return list.contains(word);
}

bool is_generation(std::string_view word) {
  static const Set list = set_of("jr sr ii iii iv junior senior");
  return list.contains(word);
}

bool is_family_first(std::string_view word) {
  static const Set list = set_of(
      "xi hu wen li wang zhang liu chen yang huang zhao wu zhou xu sun zhu gao lin he guo luo song zheng xie "
      "han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye "
      "pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu "
      "qin gu hou shao meng long wan duan lei qian tsai ma chiang ai bo kim lee park choi jung chung kang "
      "cho yoon jang lim ban moon roh noh han shin seo kwon hwang ahn song hong nguyen tran le pham phan "
      "vu vo dang bui do ho ngo duong ly ri pak chou teng");
  return list.contains(word);
}

bool is_swapped_family(std::string_view word) {
  static const Set list = set_of(
      "abe kishida koizumi aso hatoyama kan noda suga fukuda mori obuchi hashimoto nakasone tanaka sato "
      "suzuki takahashi watanabe ito yamamoto nakamura kobayashi kato yoshida ishiba murakami ozawa koike "
      "orban nagy kovacs szabo toth horvath varga kiss molnar nemeth farkas balogh gyurcsany antall horn "
      "magyar szijjarto");
  return list.contains(word);
}

bool is_common_family(std::string_view word) {
  static const Set list = set_of(
      "smith johnson williams brown jones davis miller wilson moore taylor anderson thomas jackson white "
      "harris martin thompson robinson clark lewis walker hall allen young king wright scott green baker "
      "adams nelson hill campbell mitchell roberts carter phillips evans turner parker collins edwards "
      "stewart morris murphy cook rogers morgan cooper peterson reed bailey bell kelly howard ward cox "
      "richardson wood watson brooks gray james hughes price myers long foster ross powell sullivan "
      "russell murray ford hamilton graham wallace west cole hayes bryant gibson ellis stevens gordon "
      "kim lee park choi jung kang cho yoon jang lim li wang zhang liu chen yang huang zhao wu zhou xu "
      "sun zhu lin he guo khan singh kumar sharma gupta patel shah das ali ahmed hussein hassan muhammad "
      "ibrahim mahmoud abdullah salim salem omar saleh yousef garcia rodriguez martinez hernandez lopez "
      "gonzalez perez sanchez ramirez torres flores rivera gomez diaz reyes morales cruz ortiz gutierrez "
      "silva santos costa oliveira pereira ferreira almeida ivanov petrov smirnov kuznetsov popov "
      "muller schmidt schneider fischer weber meyer wagner becker nguyen tran le pham cohen levy mizrahi "
      "rossi ferrari russo bianchi martin bernard dubois hansen johansen olsen larsen andersson johansson "
      "karlsson nilsson nowak kowalski novak horvath yilmaz kaya demir tanaka sato suzuki");
  return list.contains(word);
}

std::string_view usual_spelling(std::string_view word) {
  static const Map map = groups_of(spellings);
  return mapped(map, word);
}

bool has_usual_spelling(std::string_view word) {
  static const Map map = groups_of(spellings);
  return map.contains(word);
}

std::string_view full_given_name(std::string_view word) {
  static const Map map = groups_of(given_names);
  return mapped(map, word);
}

std::string_view usual_place_name(std::string_view name) {
  static const Map map = groups_of(places, '/');
  return mapped(map, name);
}

std::string_view country_of_demonym(std::string_view word) {
  static const Map map = [] {
    Map all = groups_of(demonyms);
    all.emplace("british", "united kingdom");
    all.emplace("uk", "united kingdom");
    all.emplace("us", "united states");
    all.emplace("american", "united states");
    all.emplace("saudi", "saudi arabia");
    return all;
  }();
  return mapped(map, word);
}

std::string_view usual_word(std::string_view word) {
  static const Map map = groups_of(words);
  return mapped(map, word);
}

bool is_legal_form(std::string_view word) {
  static const Set list = set_of(
      "inc corp corporation co company ltd limited plc ag sa se gmbh kg pjsc ojsc oao ooo llc nv spa ab as");
  return list.contains(word);
}

bool is_business_word(std::string_view word) {
  static const Set list = set_of(
      "oil gas motor motors technologies technology electronics airlines airways energy pharmaceuticals "
      "industries international systems telecom petroleum holdings holding group motorcompany");
  return list.contains(word);
}

bool is_generic_word(std::string_view word) {
  static const Set list = set_of(
      "supreme constitutional high federal court ministry foreign defense interior finance health justice "
      "education trade economy parliament senate national assembly house of representatives central bank "
      "election electoral commission security council party labor liberal conservative democratic "
      "republican socialist communist social green people peoples peasants front liberation bar association "
      "red cross union "
      "congress reserve board radio television police army navy air force government cabinet agency "
      "committee state public and the for general workers workers' trade chamber peace agreement free accord "
      "treaty friendship cooperation convention protocol times guardian herald post star news daily today "
      "islamic jihad movement alliance coalition university institute museum academy");
  return list.contains(word);
}

bool is_state_body_word(std::string_view word) {
  static const Set list = set_of(
      "ministry parliament court government senate cabinet police army navy council commission office agency "
      "bureau assembly");
  return list.contains(word);
}

std::uint32_t sphere_of(std::string_view noun) {
  static const std::unordered_map<std::string_view, std::uint32_t> map = [] {
    std::unordered_map<std::string_view, std::uint32_t> all;
    const auto add = [&](std::string_view nouns, std::uint32_t sphere) {
      each_word(nouns, ' ', [&](std::string_view word) { all.emplace(word, sphere); });
    };
    add(politics, sphere_politics);
    add(military, sphere_military);
    add(business, sphere_business);
    add(law, sphere_law);
    add(media, sphere_media);
    add(science, sphere_science);
    add(religion, sphere_religion);
    add(sport, sphere_sport);
    add(football, sphere_football);
    add(cricket, sphere_cricket);
    add(gridiron, sphere_gridiron);
    add(baseball, sphere_baseball);
    add(other_sport, sphere_other_sport);
    add(arts, sphere_arts);
    add(crime, sphere_crime);
    add(everyday, sphere_everyday);
    return all;
  }();
  const auto at = map.find(noun);
  return at == map.end() ? 0 : at->second;
}

}  // namespace relata::uniting

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
    "muhammad mohammed mohamed mohammad muhammed mohamad mohamud mohamoud muhamad muhamed mohd;"
    "sheikh sheik shaikh cheikh;"
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
    "james jim jimmy jamie;joseph joe joey;michael mike mick mickey;anthony tony antony;thomas tom tommy;"
    "charles charlie chuck;edward ed eddie ted eduard;theodore teddy;daniel dan danny;david dave;samuel sam;"
    "benjamin ben benny binyamin;matthew matt;christopher chris;nicholas nick;stephen steve steven;gregory "
    "greg;"
    "kenneth ken;ronald ron;donald don;raymond ray;timothy tim;jeffrey jeff;gerald gerry jerry;"
    "lawrence larry laurence;andrew andy drew;peter pete;patrick pat paddy;frederick fred;francis frank;"
    "leonard len;philip phil phillip;douglas doug;albert al bert;walter walt wally;harold harry;henry hank;"
    "alan allan;alfred alf;arthur art;bernard bernie;bradley brad;calvin cal;clifford cliff;clinton clint;"
    "dominic dom;eugene gene;ernest ernie;geoffrey geoff;gilbert gil;herbert herb;howard howie;jacob jake;"
    "jonathan jon;joshua josh;louis lou;leopold leo;maximilian max;mitchell mitch;nathaniel nathan nate;"
    "newton newt;norman norm;oliver ollie;randolph randall randy;reginald reg;rodney rod;rudolph rudy;"
    "russell russ;sidney sid;solomon sol;stanley stan;stuart stu;terence terry;tobias toby;victor vic viktor;"
    "vincent vince;wesley wes;zachary zach zack;abraham abe;wilfred wilf;archibald archie;bartholomew bart;"
    "abigail abby;amanda mandy;angela angie;beatrice bea;caroline carrie;cynthia cindy;dorothy dot;"
    "eleanor ellie nell;frances fran;gabrielle gabby;gwendolyn gwen;jacqueline jackie;jessica jess;"
    "josephine josie;kimberly kim;lucille lucy;megan meg;pamela pam;penelope penny;philippa pippa;"
    "sandra sandy;stephanie steph;theresa tess;valerie val;victoria vicky;virginia ginny;carl karl;"
    "mark marc;eric erik;brian bryan;sara sarah;yitzhak itzhak;enrique henrique;"
    "elizabeth liz beth betty;katherine kate kathy katie catherine cathy;margaret maggie peggy;susan "
    "sue;deborah debbie;"
    "jennifer jen jenny;rebecca becky;barbara barb;judith judy;patricia trish patty patti;nancy nan;"
    "alexander alex aleksandr oleksandr alyaksandr alexandr sasha;vladimir volodymyr;sergei serhiy serhii;"
    "dmitry dmytro;andrei andriy andrii;nikolai mykola;mikhail mykhailo misha mikheil;alexei oleksiy oleksii;"
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
    "misrata/misurata;pristina/prishtina;hodeidah/hudaydah/hodeida/al hudaydah;homs/hims;hama/hamah;"
    "erbil/irbil/arbil;basra/basrah;deir al zor/deir ez zor/deir ezzor;quneitra/qunaytirah;"
    "benghazi/bengazi/banghazi;tripoli/tarabulus;tobruk/tubruq;sirte/surt;sevastopol/sebastopol;"
    "peshawar/peshawer;kandahar/qandahar;herat/hirat;kunduz/konduz;jalalabad/jelalabad;urumqi/urumchi;"
    "xinjiang/sinkiang;tibet/xizang;chongqing/chungking;tianjin/tientsin;qingdao/tsingtao;xian/sian;"
    "hong kong/hongkong;macau/macao;busan/pusan;incheon/inchon;gwangju/kwangju;daegu/taegu;"
    "thiruvananthapuram/trivandrum;kochi/cochin;puducherry/pondicherry;prayagraj/allahabad;pune/poona;"
    "kanpur/cawnpore;dhaka/dacca;chittagong/chattogram;kathmandu/katmandu;yerevan/erevan;"
    "nagorno karabakh/nagorny karabakh/artsakh;sukhumi/sokhumi;chisinau/kishinev;tiraspol/tiraspil;"
    "vilnius/vilna;minsk/mensk;homel/gomel;hrodna/grodno;mahilyow/mogilev;kherson/cherson;"
    "debaltseve/debaltsevo;slovyansk/slavyansk/sloviansk;horlivka/gorlovka;chernihiv/chernigov;rivne/rovno;"
    "ternopil/ternopol;vinnytsia/vinnitsa;zhytomyr/zhitomir;cherkasy/cherkassy;uzhhorod/uzhgorod;"
    "kropyvnytskyi/kirovohrad/kirovograd;sievierodonetsk/severodonetsk;avdiivka/avdeevka;lyman/liman;"
    "izium/izyum;kupiansk/kupyansk;kremenchuk/kremenchug;kamianske/dneprodzerzhinsk;"
    "artemivsk/bakhmut;skopje/skoplje;thessaloniki/salonika/saloniki;nicosia/lefkosia;"
    "bosporus/bosphorus;crimea/krym;transnistria/transdniestria/trans dniester;"
    "kyrgyzstan/kirghizstan/kirgizstan;tajikistan/tadjikistan/tadzhikistan;kazakhstan/kazakstan;"
    "belarus/byelorussia/belorussia;sri lanka/ceylon;"
    "eswatini/swaziland;north macedonia/macedonia;bosnia and herzegovina/bosnia herzegovina/bosnia;"
    "democratic republic of congo/dr congo/congo kinshasa;"
    "republic of congo/congo brazzaville;"
    "east timor/timor leste;cape verde/cabo verde";

// Given names and family names, usual in European languages, that are names of their own: two of them are two
// however few letters tell them apart (Robin, Ruben; Ross, Russ; Becker, Bäcker).
constexpr std::string_view own_names =
    "aaron adam adrian agnes aidan alan albert alec alex alexander alexandra alfred alice alicia allison "
    "amanda "
    "amelia amy ana andrea andreas andrew angela angelo ann anna anne annette anthony anton antonia antonio "
    "arnold arthur astrid audrey august austin barbara barry beatrice ben benjamin bernard bert beth betty "
    "bill "
    "bob boris brad brenda brendan brent brett brian bridget bruce bruno carl carla carlo carlos carmen "
    "carol "
    "carole caroline catherine cecil charles charlotte chloe chris christian christina christine christopher "
    "clara claude claudia claudio clive colin conrad craig cullen curtis cynthia dale damon dan dana daniel "
    "daniela daniele danny daphne darren dave david dawn dean deborah dennis denise derek diana diane dick "
    "diego "
    "dirk dominic don donald donna dora doris dorothy doug douglas duncan dustin dylan earl edgar edith "
    "edmund "
    "edward edwin eileen elaine eleanor elena eli elias elisa elizabeth ella ellen elsa emil emilia emilio "
    "emily "
    "emma eric erica erik erika ernest ernst esther ethan eugene eva evan evelyn felipe felix fernanda "
    "fernando "
    "fiona florence francesca francesco francis francisca francisco frank franz fred frederick gabriel "
    "gabriela "
    "gail garrett gary gene george gerald gerard gilbert gina giovanna giovanni glen gloria gordon grace "
    "graham "
    "greg gregory guido gustav guy hannah hans harold harriet harry harvey heather heidi heinrich helen "
    "helena "
    "helga henry herbert herman hilary holly howard hugh hugo ian ida ines ingrid irene iris isaac isabel "
    "ivan "
    "ivana ivy jack jackie jacob jacqueline jake james jan jane janet janice jason jay jean jeff jeffrey "
    "jenna "
    "jennifer jenny jeremy jerry jesse jessica jill jim jiri joan joanna joanne joel joe johan johanna john "
    "jon "
    "jonas jonathan jordan jose josef joseph josephine josh joshua joy joyce juan juana judith judy julia "
    "julian juliana julie julio julius karen karin karl karla kate katherine kathleen keith kelly ken "
    "kenneth "
    "kerry kevin kim kirk klaus kurt kyle lance lara larry lars laura lauren laurent lawrence leah lee leila "
    "lena "
    "leo leon leonard leslie lester lewis lillian lina linda lisa lloyd lois lorenzo lori louis louisa "
    "louise "
    "lucas lucia lucy luis luisa luke lydia lynn mabel madeleine manfred manuel manuela marc marcel marcia "
    "marco "
    "marcos marcus margaret maria marian marie marilyn marina mario marion marisa marius mark marlene marta "
    "marten martha martin martina marvin mary mathias matt matthew maureen maurice max maxine megan melanie "
    "melissa mercedes michael michel michele michelle miguel mike mila milan mildred milton mira miranda "
    "miriam "
    "mitchell molly mona monica morris muriel myra nadia nancy natalie natasha nathan neil nelson nicholas "
    "nick "
    "nicola nicole nigel nina noel nora norman norma oliver olivia oscar otto owen pablo pamela pat patricia "
    "patrick paul paula pauline pedro peggy penny percy perry peter petra phil philip philippa phyllis "
    "pierre "
    "rachel ralph ramon randy raul ray raymond rebecca regina renata rene rhonda ricardo richard rick rita "
    "rob "
    "robert roberta roberto robin rod rodney roger roland rolf ron ronald rosa rose ross roy ruben rudolf "
    "rudolph "
    "rupert russ russell ruth ryan sally sam samantha samuel sandra sarah scott sean sebastian serge sharon "
    "sheila "
    "shirley sidney silvia silvio simon simone sofia sonia sophia stacy stan stanley stefan stefania stella "
    "stephen "
    "stephanie steve stewart stuart susan sven sylvia tamara tanya tara ted teresa terry thelma theodore "
    "theresa "
    "thomas tim timothy tina todd tom tony tracy travis trevor ulrich ursula valentin valentina valerie "
    "vanessa "
    "vera vernon veronica victor victoria vincent viola virginia vivian wade walter wanda warren wayne wendy "
    "werner wilfred wilhelm will william wolfgang yvonne zoe "
    "abbott adler ashton austen bacon baldwin ball banks barker barnes barnett barr barrett barry barton "
    "bates "
    "bauer beck bennett benson benton berg berger bird bishop black blair blake bond booth bowen bower "
    "bowers boyd "
    "boyle bradley brady braun brennan briggs bright brock browne bryan buck burgess burke burns burr burton "
    "bush "
    "butler byrd byrne byrnes cain cannon carr carroll carson casey chapman chase clarke clinton cohn "
    "coleman "
    "conner connor conway cooke corbett craig crane crawford cross cullen cunningham curry curtis dalton "
    "daly dean "
    "dixon dole dolan donnelly donovan dorsey doyle drake duffy duke duncan dunn dwyer eaton ellison emerson "
    "farrell "
    "ferguson fields finn finch fischer fisher fitzgerald fleming fletcher flynn foley forbes forster fowler "
    "fox "
    "francis fraser freeman french frost fuller gallagher garner garrett george gibbs gibson gilbert glenn "
    "good "
    "goodman grant greene greer griffin griffith gross hahn hale hammond hancock hanson hardy harper hart "
    "hartley "
    "harvey hawkins hayward healy heath henry herman hicks hoffman hogan holland holmes holt hood hoover "
    "hopkins "
    "horne horton houston howe hudson hull hunt hunter hurst hyde irwin jacobs jacobsen jansen janssen "
    "jarvis "
    "jensen jenkins jennings joyce kane keane keating keller kelley kemp kennedy kent kerr kirby klein "
    "knight koch "
    "koenig kramer kraus kurtz lamb lambert lane lang lange larson lawrence lawson leach lehman leonard "
    "lester "
    "little lloyd lloyd logan love lowe lucas lynch lynn lyons mack mann marsh marshall mason matthews "
    "maxwell mayer "
    "mccain mccarthy mcconnell mcdonald mead meade mercer meier merkel mills milne moller monroe moon moran "
    "moss "
    "muller murdoch nash neal newman newton nichols nielsen nixon nolan norman norris north obrien oconnor "
    "odonnell "
    "oliver olson oneill orr osborne owen owens page paine palmer parks parsons patterson paul payne pearce "
    "pearson "
    "peck perkins perry peters pierce pike pitt pope porter potter pratt quinn ramsey randall reid reilly "
    "rhodes "
    "rice rich riley robbins roberson robertson rogers roman romney rose rossi roth rowe ruiz rush russ ryan "
    "sanders "
    "sanderson saunders schafer schiff schmid schneider scholz schroder schulz schultz "
    "schumacher schwartz schwarz sharp shaw shea shepherd sherman short simmons simon simpson sims sloan "
    "snow "
    "snyder spencer stanley stein steiner stephens stern stone strauss strong sweeney swift sykes tate terry "
    "thomson todd tucker turner tyler vance vaughn vaughan voigt vogel wade wagner walls walsh walters "
    "warner "
    "warren watts webb weber weiss welch wells welsh wheeler whitaker whitney wilcox wilder wilkins "
    "wilkinson willis "
    "wills winter winters wolf wolfe wolff woods wright wyatt yates york zimmer zimmerman";

// Parts of federal states, as `located in` names them.
constexpr std::string_view regions =
    "united states=alabama/alaska/arizona/arkansas/california/colorado/connecticut/delaware/florida/georgia/"
    "hawaii/idaho/illinois/indiana/iowa/kansas/kentucky/louisiana/maine/maryland/massachusetts/michigan/"
    "minnesota/mississippi/missouri/montana/nebraska/nevada/new hampshire/new jersey/new mexico/new york/"
    "north carolina/north dakota/ohio/oklahoma/oregon/pennsylvania/rhode island/south carolina/south dakota/"
    "tennessee/texas/utah/vermont/virginia/washington/west virginia/wisconsin/wyoming;"
    "canada=alberta/british columbia/manitoba/new brunswick/newfoundland and labrador/nova scotia/ontario/"
    "prince edward island/quebec/saskatchewan/yukon/nunavut;"
    "australia=new south wales/queensland/south australia/tasmania/victoria/western australia;"
    "germany=baden wurttemberg/bavaria/brandenburg/hesse/lower saxony/north rhine westphalia/"
    "rhineland palatinate/saarland/saxony/saxony anhalt/schleswig holstein/thuringia;"
    "india=andhra pradesh/arunachal pradesh/assam/bihar/chhattisgarh/goa/gujarat/haryana/himachal pradesh/"
    "jharkhand/karnataka/kerala/madhya pradesh/maharashtra/manipur/meghalaya/mizoram/nagaland/odisha/orissa/"
    "rajasthan/sikkim/tamil nadu/telangana/tripura/uttar pradesh/uttarakhand/west bengal;"
    "mexico=aguascalientes/baja california/chiapas/chihuahua/coahuila/durango/guanajuato/guerrero/hidalgo/"
    "jalisco/michoacan/morelos/nayarit/nuevo leon/oaxaca/puebla/queretaro/quintana roo/san luis "
    "potosi/sinaloa/"
    "sonora/tabasco/tamaulipas/tlaxcala/veracruz/yucatan/zacatecas;"
    "brazil=acre/alagoas/amapa/bahia/ceara/espirito santo/goias/maranhao/mato grosso/minas gerais/paraiba/"
    "parana/pernambuco/piaui/rio grande do norte/rio grande do sul/rondonia/roraima/santa catarina/sergipe/"
    "tocantins;"
    "united kingdom=england/scotland/wales/northern ireland";

// States whose languages are not written in Latin letters, so that their names are transliterated.
constexpr std::string_view transliterated =
    "russia/ukraine/belarus/bulgaria/serbia/north macedonia/macedonia/georgia/armenia/kazakhstan/kyrgyzstan/"
    "tajikistan/mongolia/afghanistan/pakistan/iran/iraq/syria/lebanon/jordan/palestine/israel/saudi arabia/"
    "yemen/oman/qatar/bahrain/kuwait/united arab emirates/egypt/libya/tunisia/algeria/morocco/sudan/ethiopia/"
    "eritrea/india/bangladesh/nepal/sri lanka/myanmar/thailand/laos/cambodia/greece/azerbaijan/turkmenistan/"
    "uzbekistan/kosovo/somalia/mauritania";

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
    "yemen yemeni;zambia zambian;zimbabwe zimbabwean;angola angolan;benin beninese;botswana botswanan;"
    "burundi burundian;cameroon cameroonian;chad chadian;eritrea eritrean;gabon gabonese;gambia gambian;"
    "guatemala guatemalan;guinea guinean;guyana guyanese;haiti haitian;honduras honduran;jamaica jamaican;"
    "laos laotian;liberia liberian;malawi malawian;mali malian;malta maltese;mauritania mauritanian;"
    "mauritius mauritian;montenegro montenegrin;mozambique mozambican;namibia namibian;nicaragua nicaraguan;"
    "panama panamanian;paraguay paraguayan;senegal senegalese;singapore singaporean;togo togolese;"
    "turkmenistan turkmen;uruguay uruguayan;ecuador ecuadorian;fiji fijian;"
    "maldives maldivian;bhutan bhutanese;oman omani;madagascar malagasy";

constexpr std::string_view words =
    "organization organisation;defense defence;labor labour;center centre;program programme;"
    "theater theatre;harbor harbour;federation federations;accord accords;agreement agreements;"
    "treaty treaties;convention conventions;protocol protocols;association associations;"
    "ministry department dept;committee comittee;saint st;mount mt;fort ft;worker workers;"
    "strait straits;proposition prop;service services;university univ;brothers bros;international intl;"
    "nonproliferation non-proliferation";

constexpr std::string_view politics =
    "president minister secretary senator governor mayor congressman congresswoman lawmaker mp "
    "chancellor king queen prince princess premier ambassador envoy councillor councilman "
    "commissioner leader speaker adviser advisor spokesman spokeswoman spokesperson dictator "
    "parliament prime deputy chairman politician representative diplomat monarch emir sultan "
    "candidate consul negotiator legislator alderman parliamentarian statesman reeve regent tsar czar "
    "shah caliph duke duchess archduke viceroy whip undersecretary attache commissar nuncio activist "
    "aide delegate";
constexpr std::string_view military =
    "general colonel commander captain admiral lieutenant sergeant soldier major pilot brigadier "
    "marshal warlord gunner marine corporal airman sailor seaman paratrooper commodore sniper "
    "guerrilla rebel insurgent militant";
constexpr std::string_view business =
    "executive banker manager economist tycoon owner founder investor entrepreneur industrialist "
    "businessman businesswoman shipowner financier trader billionaire ceo accountant broker "
    "developer restaurateur hotelier publisher importer exporter consultant retailer magnate "
    "philanthropist jeweller jeweler";
constexpr std::string_view law =
    "judge prosecutor lawyer attorney justice police sheriff detective warden magistrate solicitor "
    "barrister policeman policewoman constable coroner bailiff notary jurist investigator marshal";
constexpr std::string_view media =
    "journalist anchor presenter columnist correspondent reporter editor broadcaster blogger author "
    "writer novelist lexicographer sportscaster sportswriter newsreader newscaster commentator pundit "
    "host cartoonist photographer photojournalist poet playwright screenwriter essayist biographer "
    "newspaperman";
constexpr std::string_view science =
    "professor scientist biologist physicist astronaut researcher historian doctor surgeon "
    "psychologist engineer chemist academic dentist psychiatrist pediatrician paediatrician "
    "virologist epidemiologist mathematician geologist botanist zoologist astronomer archaeologist "
    "archeologist anthropologist sociologist philosopher linguist cardiologist oncologist neurologist "
    "physician economist cosmonaut inventor statistician meteorologist seismologist";
constexpr std::string_view religion =
    "archbishop bishop pope cardinal priest imam rabbi pastor cleric ayatollah mufti monk nun friar "
    "abbot vicar chaplain preacher evangelist missionary lama patriarch metropolitan swami guru "
    "theologian parson";
constexpr std::string_view sport =
    "coach trainer player captain athlete referee jockey sportsman sportswoman umpire";
constexpr std::string_view football =
    "footballer striker goalkeeper midfielder defender winger forward fullback playmaker "
    "sweeper";
constexpr std::string_view cricket = "cricketer bowler batsman wicketkeeper spinner";
constexpr std::string_view gridiron =
    "receiver quarterback linebacker cornerback lineman tackle kicker punter halfback";
constexpr std::string_view baseball = "pitcher shortstop catcher outfielder infielder slugger baseman";
constexpr std::string_view other_sport =
    "swimmer cyclist runner skater skier gymnast boxer golfer sprinter racing driver weightlifter "
    "wrestler fighter half hurdler rower snowboarder tennis biathlete decathlete heptathlete "
    "marathoner triathlete jumper thrower vaulter judoka fencer archer surfer diver curler lugist "
    "bobsledder climber mountaineer skateboarder snooker sumo goaltender defenceman defenseman center "
    "guard";
constexpr std::string_view arts =
    "actor actress singer rapper drummer musician painter director curator designer dancer composer "
    "conductor guitarist comedian sculptor filmmaker songwriter soprano tenor baritone pianist "
    "violinist cellist saxophonist trumpeter bassist dj producer choreographer ballerina architect "
    "illustrator potter magician puppeteer entertainer model supermodel stuntman artist comedienne "
    "comic illusionist tattooist ventriloquist";
constexpr std::string_view crime =
    "trafficker boss gangster hacker fugitive rapist robber murderer smuggler kidnapper hijacker "
    "bomber gunman arsonist thief burglar pirate swindler fraudster hitman killer mobster";
constexpr std::string_view everyday =
    "shopkeeper farmer butcher waitress nurse tailor fisherman tobacconist settler defector seeker "
    "teacher student worker plumber barber cook chef bartender driver carpenter electrician mechanic "
    "miner firefighter paramedic janitor cleaner clerk cashier baker grocer pensioner housewife "
    "refugee migrant villager shepherd gardener postman maid nanny librarian principal pupil "
    "schoolgirl schoolboy retiree resident tourist hiker guard";

}  // namespace

bool is_honorific(std::string_view word) {
  static const Set list = set_of(
      "mr mrs ms dr sir lord lady dame gen general president prime minister sheikh sheik shaikh mullah "
      "senator sen rep col colonel capt captain judge justice prof professor rev ayatollah lt maj adm "
      "admiral sgt gov governor chancellor");
  return list.contains(word);
}

bool is_generation(std::string_view word) {
  static const Set list = set_of("jr sr ii iii iv junior senior fils pere");
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

bool is_own_name(std::string_view word) {
  static const Set list = set_of(own_names);
  return list.contains(word) || is_common_family(word);
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

namespace {

const Map& countries_by_demonym() {
  static const Map map = [] {
    Map all = groups_of(demonyms);
    all.emplace("british", "united kingdom");
    all.emplace("uk", "united kingdom");
    all.emplace("us", "united states");
    all.emplace("american", "united states");
    all.emplace("saudi", "saudi arabia");
    return all;
  }();
  return map;
}

}  // namespace

std::string_view country_of_demonym(std::string_view word) {
  return mapped(countries_by_demonym(), word);
}

std::string_view country_named(std::string_view name) {
  static const Set list = [] {
    Set all;
    for (const auto& [word, country] : countries_by_demonym()) all.insert(country);
    return all;
  }();
  if (const auto at = list.find(name); at != list.end()) return *at;
  return name == "us" || name == "uk" ? country_of_demonym(name) : std::string_view();
}

std::string_view country_of_region(std::string_view name) {
  static const Map map = [] {
    Map all;
    each_word(regions, ';', [&](std::string_view group) {
      const std::size_t end = group.find('=');
      each_word(group.substr(end + 1), '/',
                [&](std::string_view region) { all.emplace(region, group.substr(0, end)); });
    });
    return all;
  }();
  const auto at = map.find(name);
  return at == map.end() ? std::string_view() : at->second;
}

bool is_transliterated(std::string_view country) {
  static const Set list = [] {
    Set all;
    each_word(transliterated, '/', [&](std::string_view name) { all.insert(name); });
    return all;
  }();
  return list.contains(country);
}

bool is_reigning_title(std::string_view word) {
  static const Set list = set_of("king queen prince princess pope emir sultan emperor empress tsar shah");
  return list.contains(word);
}

bool is_university_town(std::string_view word) {
  static const Set list = set_of(
      "oxford cambridge durham edinburgh glasgow aberdeen warwick bristol leeds manchester sheffield "
      "nottingham "
      "birmingham liverpool leicester exeter southampton helsinki oslo bergen copenhagen aarhus uppsala lund "
      "stockholm leiden utrecht amsterdam groningen vienna zurich geneva basel bern heidelberg bonn munich "
      "hamburg "
      "cologne leipzig warsaw tokyo kyoto osaka cairo damascus baghdad tehran kabul dhaka karachi delhi "
      "mumbai "
      "nairobi lagos");
  return list.contains(word);
}

bool is_law_word(std::string_view word) {
  static const Set list = set_of("act law bill code constitution decree ordinance amendment proposition");
  return list.contains(word);
}

bool crosses_borders(std::string_view word) {
  static const Set list = set_of(
      "lake river sea ocean gulf bay creek canal valley mountain mountains mount range desert plain "
      "plateau basin forest trail interstate highway route road bridge pipeline border");
  return list.contains(word);
}

bool is_leading_legal_form(std::string_view word) {
  static const Set list = set_of("oao pao ooo zao ojsc pjsc jsc");
  return list.contains(word);
}

std::string_view usual_word(std::string_view word) {
  static const Map map = groups_of(words);
  return mapped(map, word);
}

bool is_legal_form(std::string_view word) {
  static const Set list = set_of(
      "inc incorporated corp corporation co company ltd limited plc ag sa se gmbh kg pjsc ojsc jsc oao pao "
      "ooo "
      "zao "
      "llc llp lp nv bv spa srl ab as asa oy oyj aps kk pty pte bhd berhad tbk sab sarl");
  return list.contains(word);
}

bool is_business_word(std::string_view word) {
  static const Set list = set_of(
      "oil gas motor motors technologies technology electronics airlines airways energy pharmaceuticals "
      "industries international systems telecom petroleum holdings holding group motorcompany company "
      "channel service network university club enterprises laboratories partners society");
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
      "evening morning weekly telegraph gazette chronicle tribune journal mail observer courier express "
      "examiner "
      "bulletin advertiser record review transportation transport agriculture commerce environment "
      "environmental "
      "energy housing planning corrections revenue treasury welfare works tourism culture fisheries forestry "
      "islamic jihad movement alliance coalition university institute museum academy city county town "
      "district "
      "municipal regional provincial state general memorial community hospital school college church "
      "cathedral "
      "mosque temple library station prison council office department first second saint st our lady marys "
      "mary "
      "1st 2nd 3rd charter baptist methodist lutheran presbyterian catholic orthodox evangelical elementary "
      "middle fire brigade "
      "teachers nurses students lawyers writers journalists farmers drivers hotel theater park airport "
      "market "
      "johns john pauls paul peters peter josephs joseph georges george trinity christ coast guard "
      "intelligence "
      "service armistice ceasefire truce extradition border boundary maritime nonaggression mutual "
      "assistance "
      "investment tax water pact memorandum understanding declaration joint framework bilateral commercial "
      "partnership strategic arms reconciliation unity power sharing "
      "bureau authority administration federation league society law act secrets official secret");
  return list.contains(word);
}

bool is_state_body_word(std::string_view word) {
  static const Set list = set_of(
      "ministry parliament court government senate cabinet police army navy council commission office agency "
      "bureau assembly congress force forces guard");
  return list.contains(word);
}

std::uint32_t sphere_of(std::string_view noun) {
  static const std::unordered_map<std::string_view, std::uint32_t> map = [] {
    std::unordered_map<std::string_view, std::uint32_t> all;
    const auto add = [&](std::string_view nouns, std::uint32_t sphere) {
      each_word(nouns, ' ', [&](std::string_view word) { all[word] |= sphere; });
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
    all["director"] |= sphere_business | sphere_science;  // of films, of firms and of institutes
    return all;
  }();
  const auto at = map.find(noun);
  return at == map.end() ? 0 : at->second;
}

}  // namespace relata::uniting

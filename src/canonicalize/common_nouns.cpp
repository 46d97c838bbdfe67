// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <utility>

#include "canonicalize/article_state.hpp"
#include "canonicalize/event_nouns.hpp"
#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

bool says_nothing(std::string_view word) {
  static const WordSet words = {
      "a",      "an",     "the",      "this",     "that",    "these",  "those",     "of",    "on",   "for",
      "to",     "in",     "at",       "against",  "between", "'s",     "new",       "own",   "same", "such",
      "other",  "recent", "current",  "official", "s",       "by",     "with",      "his",   "her",  "its",
      "their",  "major",  "large",    "massive",  "big",     "formal", "different", "least", "more", "than",
      "about",  "around", "over",     "nearly",   "almost",  "least",  "several",   "some",  "all",  "any",
      "deadly", "latest", "proposed", "alleged",  "ongoing"};
  // What is thought of an event, or how long it took, is no name of it.
  static const WordSet judged = {
      "tragic",    "horrific",     "horrible",      "terrible",      "heinous",      "senseless",
      "brutal",    "bloody",       "violent",       "peaceful",      "cowardly",     "devastating",
      "huge",      "historic",     "controversial", "unprecedented", "high-profile", "closed-door",
      "double",    "twin",         "large-scale",   "widespread",    "upcoming",     "intense",
      "fierce",    "disputed",     "contested",     "so-called",     "long-running", "dramatic",
      "shocking",  "catastrophic", "mysterious",    "spectacular",   "heated",       "planned",
      "scheduled", "forthcoming",  "latter",        "entire",        "whole",        "sudden",
      "terrorist", "terror",       "mass",          "scale",         "apparent",     "suspected",
      "armed",     "yesterday",    "today",         "monday",        "tuesday",      "wednesday",
      "thursday",  "friday",       "saturday",      "sunday"};
  for (const std::string_view span : {"-day", "-week", "-month", "-year", "-hour", "-minute", "-long"})
    if (word.ends_with(span)) return true;
  return words.contains(word) || judged.contains(word);
}

bool is_year(std::string_view word) {
  return word.size() == 4 && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

std::string possessive(const std::string& name) {
  return name + (name.ends_with('s') ? "' " : "'s ");
}

/// So many nouns back a text may go on to speak of one; more are found in texts made to be slow only.
constexpr std::size_t most_remembered = 1000;

// What a telling word tells. Nouns told apart by words of one kind are different, `the 2016 election` and
// `the 2020 election`; of different kinds, they may be the same: `the 2020 election`, `the Ohio election`.
constexpr char told_body = 'b', told_kind = 'k', told_person = 'h', told_place = 'p',
               told_place_in_order = 'o', told_year = 'y';

/// Nouns for what goes on, of which there are neither one nor several: `the protests … the unrest`.
bool is_uncounted(std::string_view lemma) {
  return lemma == "unrest" || lemma == "violence";
}

/// Several of these, of which nothing is said, are those that the article tells of: `Protests began in June`.
bool goes_on(std::string_view lemma) {
  static const WordSet words = {"protest", "talk", "clash", "riot", "negotiation"};
  return words.contains(lemma);
}

bool within(const auto& part, const auto& whole) {
  return std::ranges::includes(whole, part);
}

/// Whether nothing that one set of telling words tells is told otherwise by the other; common words aside, if
/// `loosely`.
bool agree(const std::vector<std::string>& one, const std::vector<std::string>& other, bool loosely = false) {
  const auto told = [](const std::vector<std::string>& words, char what) {
    return std::ranges::equal_range(words, what, {}, [](const std::string& word) { return word.front(); });
  };
  for (const char what : {told_body, told_kind, told_person, told_place, told_place_in_order, told_year}) {
    if (loosely && what == told_kind) continue;
    const auto a = told(one, what), b = told(other, what);
    // The next one is not the one of which it is not said.
    if (what == told_place_in_order ? !std::ranges::equal(a, b) : !within(a, b) && !within(b, a))
      return false;
  }
  return true;
}

}  // namespace

TokenId ArticleState::phrase_start(TokenId head) const {
  TokenId first = head;
  const auto touches = [&](TokenId a, TokenId b) {
    return doc_.tokens[a].char_end == doc_.tokens[b].char_begin;
  };
  for (const TokenId child : doc_.children(head)) {
    if (child >= head) break;
    const Token& token = doc_.tokens[child];
    const bool modifier = token.dep == dep::amod || token.dep == dep::compound || token.dep == dep::nmod ||
                          token.dep == dep::nummod || (token.dep == dep::poss && token.tag != tag::PRPS);
    if (modifier) {
      first = doc_.subtree(child).first;
      break;
    }
  }
  if (head - first > 6) first = head - 6;
  // `the Black Lives | Matter protest`: a name is not cut.
  if (over_[first] != none) first = std::min(first, resolution_.mentions[over_[first]].span.first);
  // A phrase does not reach over a bracket, a preposition or a conjunction: `Park (Korean: …) wife`,
  // `Secretary of State and former senator`.
  for (TokenId t = head; t > first; --t)
    if (const Token& before = doc_.tokens[t - 1];
        before.tag == tag::LRB || before.tag == tag::RRB || before.dep == dep::prep ||
        before.tag == tag::CC || doc_.word(t - 1).find_first_of("()[]") != std::string_view::npos)
      first = t;
  // `anti-war`, whatever the parser makes of the hyphen
  while (first >= 2 && doc_.word(first - 1) == "-" && touches(first - 2, first - 1) &&
         touches(first - 1, first))
    first -= 2;
  // `United States-led war`: a participle without whose it is names nothing.
  if (first > 0 && first < head && doc_.word(first - 1) == "-" && touches(first - 1, first)) ++first;
  while (first < head && (doc_.tokens[first].tag == tag::DT || doc_.tokens[first].tag == tag::PRPS ||
                          doc_.tokens[first].tag == tag::WPS || doc_.tokens[first].pos == pos::PUNCT))
    ++first;
  return first;
}

TokenSpan ArticleState::noun_phrase(TokenId head) const {
  TokenSpan phrase{phrase_start(head), head + 1};
  for (const TokenId child : doc_.children(head)) {
    if (child < head || doc_.tokens[child].dep != dep::prep) continue;
    const std::string word = lower(doc_.word(child));
    if (word != "of" && word != "on" && word != "for" && word != "to" && word != "against" &&
        word != "between" && word != "in")
      continue;
    // `accused a diplomat of spying`: the deed is no part of who he is.
    const TokenId object = doc_.child(child, dep::pobj);
    const bool deed =
        doc_.has_child(child, dep::pcomp) || (object != no_token && doc_.word(object).ends_with("ing"));
    if (word == "of" && deed &&
        (schema_.noun_classes(lower(doc_.lemma(head))) & schema_.class_bit(cls::Group)))
      continue;
    // What it is worth is said of it and is not its name: `a fine of $500`.
    if (object != no_token &&
        (doc_.tokens[object].ent_type == ent::MONEY || doc_.tokens[object].ent_type == ent::PERCENT))
      continue;
    TokenSpan span = doc_.subtree(child);
    // What stands in apposition names it otherwise: `the legislature of X, the Y,`.
    for (TokenId t = span.first + 1; t < span.last; ++t)
      if (doc_.word(t) == "," && t + 1 < span.last && doc_.tokens[t + 1].tag == tag::DT) span.last = t;
    while (span.last > span.first &&
           (doc_.tokens[span.last - 1].pos == pos::SPACE || doc_.tokens[span.last - 1].pos == pos::PUNCT))
      --span.last;
    if (span.first == head + 1 && span.last - span.first <= 7) phrase.last = span.last;
    break;
  }
  return phrase;
}

/// `his death`, `the death of the singer X`, `the inquiry into X`
ArticleState::Owner ArticleState::owner_of(TokenId head) const {
  for (const TokenId child : doc_.children(head)) {
    if (doc_.tokens[child].dep == dep::poss && child < head && headed_[child] != none) {
      const Mention& mention = resolution_.mentions[headed_[child]];
      if (mention.kind != Mention::Kind::demonym) return {mention.entity, "", doc_.subtree(child)};
    }
    if (doc_.tokens[child].dep != dep::prep || child != head + 1) continue;
    const TokenId object = doc_.child(child, dep::pobj);
    if (object == no_token || headed_[object] == none || doc_.has_child(object, dep::conj)) continue;
    const Mention& mention = resolution_.mentions[headed_[object]];
    if (mention.kind == Mention::Kind::demonym || doc_.subtree(child).last != mention.span.last) continue;
    return {mention.entity, lower(doc_.word(child)), {child, mention.span.last}};
  }
  return {};
}

/// The phrase with its owner's full name: `the death of the late singer X` → `death of X Y`.
std::string ArticleState::name_with(const Owner& owner, TokenSpan phrase) const {
  const std::string& label = entities_[owner.entity].label;
  if (!owner.preposition.empty()) {
    const bool article = doc_.tokens[owner.words.first + 1].tag == tag::DT;
    return std::string(doc_.span_text({phrase.first, owner.words.first})) + ' ' + owner.preposition +
           (article && !label.starts_with("The ") ? " the " : " ") + label;
  }
  TokenId first = std::max(phrase.first, owner.words.last);
  if (lower(doc_.word(first)) == "own" && first + 1 < phrase.last) ++first;
  return possessive(label) + std::string(doc_.span_text({first, phrase.last}));
}

/// Sorted lemmas, and the entities named, that tell a noun from others of its kind; each behind the letter of
/// what it tells, see agree().
std::vector<std::string> ArticleState::telling_words(TokenSpan phrase, TokenId head,
                                                     const Owner& owner) const {
  static const WordSet places = {"first", "second", "third", "fourth",   "fifth",
                                 "last",  "final",  "next",  "previous", "earlier",
                                 "late",  "early",  "later", "former",   "original"};
  std::vector<std::string> words;
  const auto entity = [&](EntityId e) {
    const Classes what = class_of(e);
    const bool place = what & (schema_.class_bit(cls::Country) | schema_.class_bit(cls::Location));
    words.push_back((place                                   ? told_place
                     : what & schema_.class_bit(cls::Person) ? told_person
                                                             : told_body) +
                    std::to_string(e));
  };
  if (owner.entity != no_entity) entity(owner.entity);
  for (TokenId t = phrase.first; t < phrase.last; ++t) {
    if (t == head || (owner.entity != no_entity && t >= owner.words.first && t < owner.words.last)) continue;
    const Token& k = doc_.tokens[t];
    if (over_[t] != none && k.ent_type != ent::DATE) {
      entity(resolution_.mentions[over_[t]].entity);
      continue;
    }
    const std::string word = lower(doc_.lemma(t));
    const bool count = k.tag == tag::CD && k.ent_type != ent::DATE;
    // `three-week`
    const bool length = t > phrase.first && doc_.word(t - 1) == "-" && says_nothing('-' + word);
    if (count || length || k.pos == pos::PUNCT || k.pos == pos::SPACE || k.pos == pos::ADV) continue;
    if (k.tag == tag::JJS) {  // `the largest protest`
      words.push_back(told_place_in_order + ('#' + word));
    } else if (!says_nothing(word)) {
      words.push_back((is_year(word)           ? told_year
                       : places.contains(word) ? told_place_in_order
                                               : told_kind) +
                      word);
    }
  }
  if (const std::string year = year_held(head); !year.empty()) words.push_back(told_year + year);
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// The year in which the sentence says that an event took place: `In 2016, X lost the election`.
std::string ArticleState::year_held(TokenId event) const {
  const Label d = doc_.tokens[event].dep;
  if (d != dep::dobj && d != dep::nsubj && d != dep::nsubjpass) return {};
  const TokenId verb = doc_.tokens[event].head;
  const std::string lemma = lower(doc_.lemma(verb));
  if (!detail::words().holding.contains(lemma) && !detail::words().happening.contains(lemma) &&
      lemma != "win" && lemma != "lose")
    return {};
  for (const TokenId child : doc_.children(verb)) {
    if (doc_.tokens[child].dep != dep::prep || lower(doc_.word(child)) != "in") continue;
    const TokenId year = doc_.child(child, dep::pobj);
    if (year != no_token && is_year(doc_.word(year))) return std::string(doc_.word(year));
  }
  return {};
}

/// What is called for, demanded or ruled out has not happened: `called for an independent inquiry`.
bool ArticleState::is_only_wanted(TokenId event) const {
  static const WordSet wanting = {"demand",  "seek", "request", "urge",  "propose",
                                  "suggest", "want", "oppose",  "reject"};
  static const WordSet calls = {"call",     "push",    "demand", "appeal",  "ask",
                                "campaign", "request", "plea",   "petition"};
  const Token& k = doc_.tokens[event];
  for (const TokenId child : doc_.children(event))
    if (doc_.tokens[child].dep == dep::det && lower(doc_.word(child)) == "the") return false;
  if (k.dep == dep::dobj) return wanting.contains(lower(doc_.lemma(k.head)));
  return k.dep == dep::pobj && lower(doc_.word(k.head)) == "for" &&
         calls.contains(lower(doc_.lemma(doc_.tokens[k.head].head)));
}

/// The noun that this one repeats. `the trial` is the last one spoken of; a trial told apart by words (`the
/// impeachment trial`) is the only one whose words do not tell otherwise. `A trial`, and several
/// without article or name, are new ones.
ArticleState::Noun* ArticleState::repeated(const Noun& noun, bool definite, bool fresh) {
  const auto same_kind = [&](const Noun& other) {
    return other.cls == noun.cls && other.head == noun.head && other.plural == noun.plural;
  };
  Noun* found = nullptr;
  for (auto it = nouns_.rbegin(); it != nouns_.rend(); ++it)
    if (same_kind(*it) && it->words == noun.words) return &*it;
  if (fresh) return nullptr;
  for (auto it = nouns_.rbegin(); it != nouns_.rend(); ++it) {
    if (!same_kind(*it)) continue;
    if (noun.words.empty() && definite) return &*it;
    const bool told = definite || (noun.named && it->named);
    if (noun.words.empty() || (!told && (it->words.empty() || noun.plural))) continue;
    if (!within(noun.words, it->words) && !within(it->words, noun.words)) continue;
    if (found != nullptr) return nullptr;
    found = &*it;
  }
  return found;
}

/// The event that this one repeats, by the rules of repeated() and three more: what was spoken of last
/// counts, not what was spoken of first; a general word may stand for a special one (`a bombing … the
/// attack`); and what a headline tells is told again, as if it were new, by the sentences after it.
ArticleState::Noun* ArticleState::repeated_event(const Noun& noun, bool definite, bool fresh) {
  constexpr std::uint32_t lead = 3;  // sentences that tell what the headline says
  const bool leads =
      !article_.title.empty() && doc_.sentence_of(noun.last) > 0 && doc_.sentence_of(noun.last) <= lead;
  // `protests in X and Y` are those of X and Y, whatever the headline tells of.
  const TokenId place = noun.last + 1 < doc_.size() ? noun.last + 1 : noun.last;
  const bool placed =
      doc_.tokens[place].dep == dep::prep && doc_.tokens[place].head == noun.last && noun.words.empty();
  // Of the same noun, and of one that may stand for it: the last mentioned, and how many it may be.
  Noun *same = nullptr, *kin = nullptr;
  std::size_t of_same = 0, of_kin = 0;
  const std::size_t far = nouns_.size() > most_remembered ? nouns_.size() - most_remembered : 0;
  for (std::size_t i = far; i < nouns_.size(); ++i) {
    Noun& other = nouns_[i];
    if (other.cls != noun.cls) continue;
    if (other.plural != noun.plural && !is_uncounted(noun.head) && !is_uncounted(other.head)) continue;
    const bool equal = other.head == noun.head;
    if (!equal && !may_stand_for(noun.head, other.head) && !may_stand_for(other.head, noun.head)) continue;
    if (equal && other.words == noun.words) return &other;
    if (other.generic && !noun.words.empty()) continue;
    const bool agreed = agree(noun.words, other.words);
    bool may_be = false;
    if (leads && doc_.sentence_of(other.first) == 0 && !placed) {
      may_be = agreed || (!(noun.named && other.named) && agree(noun.words, other.words, true));
    } else if (!fresh && (equal || (definite && may_stand_for(noun.head, other.head)))) {
      const bool told = definite || (noun.named && other.named);
      may_be = noun.words.empty() ? definite || (noun.generic && equal && !placed && goes_on(noun.head))
                                  : (told || !(other.words.empty() || noun.plural)) && agreed;
    }
    if (!may_be) continue;
    Noun*& last = equal ? same : kin;
    ++(equal ? of_same : of_kin);
    if (last == nullptr || other.last > last->last) last = &other;
  }
  // `the debate` is the last one; `the television debate` only that of which nothing else is said.
  if (same != nullptr) return of_same == 1 || noun.words.empty() ? same : nullptr;
  return of_kin == 1 || noun.words.empty() ? kin : nullptr;
}

bool ArticleState::stands_alone(TokenId t) const {
  const Token& k = doc_.tokens[t];
  return k.pos == pos::NOUN && k.dep != dep::compound && k.dep != dep::amod && k.dep != dep::npadvmod &&
         over_[t] == none;
}

/// Reads the events of the article in the order of the text, so that each noun finds those before it.
void ArticleState::read_events() {
  events_.assign(doc_.size(), no_entity);
  const Classes event = schema_.class_bit(cls::Event);
  for (TokenId t = 0; t < doc_.size(); ++t) {
    if (!stands_alone(t)) continue;
    const Classes classes = schema_.noun_classes(lower(doc_.lemma(t)));
    if (!(classes & event) || is_only_wanted(t)) continue;
    const EntityId e = common_noun(t, classes);
    if (e != no_entity && entities_[e].cls == cls::Event) events_[t] = e;
  }
}

EntityId ArticleState::common_noun(TokenId head, Classes allowed) {
  if (head < events_.size() && events_[head] != no_entity && (allowed & schema_.class_bit(cls::Event)))
    return events_[head];
  const std::string lemma = lower(doc_.lemma(head));
  static const WordSet nobody = {"anybody",   "anyone",   "somebody", "someone",
                                 "everybody", "everyone", "nobody"};
  const bool has_letters = std::ranges::any_of(doc_.word(head), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c < 0;
  });
  if (nobody.contains(lemma) || !has_letters) return no_entity;
  const Classes meant = schema_.noun_classes(lemma), issues = schema_.class_bit(cls::Issue) & allowed;
  Classes classes = meant & allowed;
  if ((meant & schema_.class_bit(cls::Event)) && issues && !(meant & issues) && is_only_wanted(head))
    classes = issues;
  // What somebody is for, against or accused of is an issue, whatever noun names it.
  if (!classes && !meant && doc_.tokens[head].ent_iob == EntIob::out && doc_.tokens[head].tag != tag::NNP &&
      !words().person_nouns.contains(lemma) && !words().occupations.contains(lemma) &&
      !words().no_issue.contains(lemma))
    classes = issues;
  // `Senator` is a title, not somebody.
  if (doc_.tokens[head].tag == tag::NNP) classes &= ~schema_.class_bit(cls::Group);
  if (!classes) return no_entity;
  bool definite = false, fresh = false;
  for (const TokenId child : doc_.children(head)) {
    const std::string word = lower(doc_.word(child));
    if (doc_.tokens[child].dep == dep::poss) definite = true;
    if (doc_.tokens[child].dep == dep::det) fresh |= word == "a" || word == "an" || word == "another";
    if (doc_.tokens[child].dep == dep::det)
      definite |= word == "the" || word == "this" || word == "that" || word == "these" || word == "those";
  }
  const bool plural = doc_.tokens[head].tag == tag::NNS;
  // Without an article a deed is a kind of crime, not one that happened: `accused of murder`.
  // Headlines have no articles.
  const bool happens = doc_.tokens[head].dep == dep::nsubj &&
                       words().happening.contains(lower(doc_.lemma(doc_.tokens[head].head)));
  const bool bare = !definite && !fresh && !plural && !happens &&
                    (doc_.sentence_of(head) != 0 || doc_.tokens[head].dep == dep::pobj);
  if (const Classes issue = classes & schema_.class_bit(cls::Issue); issue && bare) classes = issue;
  classes &= ~classes + 1;  // the first class in the order of the schema
  // Several firms or papers are no firm and no paper.
  if (plural && (allowed & schema_.class_bit(cls::Group)) &&
      (classes == schema_.class_bit(cls::Organization) || classes == schema_.class_bit(cls::MediaOutlet)))
    classes = schema_.class_bit(cls::Group);
  // `the media`, `the press` are those who work there.
  if ((lemma == "media" || lemma == "press") && classes == schema_.class_bit(cls::MediaOutlet) &&
      (allowed & schema_.class_bit(cls::Group)) && phrase_start(head) == head)
    classes = schema_.class_bit(cls::Group);
  // One gunman is a person; a crowd is a group.
  static const WordSet collectives = {"crowd",      "faction", "family", "force",      "group",
                                      "opposition", "police",  "public", "tribe",      "troop",
                                      "union",      "media",   "press",  "personnel",  "staff",
                                      "gang",       "mob",     "crew",   "delegation", "team"};
  if (classes == schema_.class_bit(cls::Group) && !plural && !collectives.contains(lemma) &&
      (allowed & schema_.class_bit(cls::Person)))
    classes = schema_.class_bit(cls::Person);
  const TokenSpan phrase = noun_phrase(head);
  std::string label(doc_.span_text(phrase));
  if (lower(label) == "people") return no_entity;                          // anybody
  if (label.find_first_of("()[]") != std::string::npos) return no_entity;  // a gloss, no phrase
  bool named = false;
  for (TokenId t = phrase.first; t < phrase.last; ++t) named |= doc_.tokens[t].pos == pos::PROPN;
  const Owner owner = owner_of(head);
  Noun noun{std::string(one_name(lemma)),
            telling_words(phrase, head, owner),
            schema_.class_of(classes),
            plural,
            named,
            false,
            plural && !definite,
            head,
            head,
            no_entity};
  // `Floods killed nine people` tells of some that were.
  const bool did = doc_.tokens[head].dep == dep::nsubj && doc_.tokens[doc_.tokens[head].head].tag == tag::VBD;
  noun.generic = noun.generic && noun.words.empty() && phrase.last - phrase.first == 1 && !did;
  for (TokenId t = phrase.first; t < head; ++t)
    noun.counted |= doc_.tokens[t].tag == tag::CD && doc_.tokens[t].ent_type != ent::DATE;
  // A letter or a summit is that of its article: the name alone does not make two articles' one.
  const auto id_of = [&](const std::string& name) {
    return std::string(noun.cls.str()) + ":" + lower(name) + "@" + article_.id;
  };
  // Shorter forms by which the text may name it again: without adjectives, without what follows.
  std::vector<std::string> names = {label};
  TokenId compound = head;
  while (compound > phrase.first && doc_.tokens[compound - 1].head == head &&
         doc_.tokens[compound - 1].dep == dep::compound)
    --compound;
  for (const TokenId from : {phrase.first, compound, head}) {
    names.emplace_back(doc_.span_text({from, phrase.last}));
    names.emplace_back(doc_.span_text({from, head + 1}));
  }
  if (owner.entity != no_entity) {
    const bool whole = owner.preposition.empty() || owner.words.last == phrase.last;
    if (whole) label = name_with(owner, phrase);
    const std::string& of = entities_[owner.entity].label;
    const TokenId start = owner.preposition.empty() ? std::max(phrase.first, owner.words.last) : phrase.first;
    for (const TokenId from : {start, std::max(start, compound)}) {
      const std::string core(doc_.span_text({from, head + 1}));
      names.push_back(possessive(of) + core);
      names.push_back(core + ' ' + (owner.preposition.empty() ? "of" : owner.preposition) + ' ' + of);
    }
  }
  const bool event = noun.cls == cls::Event;
  if (Noun* const known = event ? repeated_event(noun, definite, fresh) : repeated(noun, definite, fresh)) {
    noun.entity = known->entity;
    known->last = std::max(known->last, head);
    Entity& entity = entities_[known->entity];
    const bool tells_more = noun.words.size() > known->words.size();
    if (event) {
      std::vector<std::string> all;
      std::ranges::set_union(known->words, noun.words, std::back_inserter(all));
      known->words = std::move(all);
      known->named |= named;
    } else if (tells_more) {
      known->words = noun.words;
    }
    if (tells_more || (known->counted && !noun.counted && noun.words.size() == known->words.size())) {
      known->counted = noun.counted;
      names.push_back(std::exchange(entity.label, label));
      entity.id = id_of(label);
      std::erase(entity.aliases, label);
    }
  } else if (const auto same = by_name_.find(lower(label));
             same != by_name_.end() && named && entities_[same->second].cls == noun.cls) {
    noun.entity = same->second;  // `the Iraqi security forces`, elsewhere with capitals
    nouns_.push_back(noun);
  } else {
    Entity entity;
    entity.label = label;
    entity.cls = noun.cls;
    entity.id = id_of(label);
    entity.plural = noun.plural;
    noun.entity = add(std::move(entity));
    nouns_.push_back(noun);
  }
  Entity& entity = entities_[noun.entity];
  for (std::string& name : names)
    if (name != entity.label && std::ranges::find(entity.aliases, name) == entity.aliases.end())
      entity.aliases.push_back(std::move(name));
  const TokenSpan span{head, head + 1};
  if (std::ranges::find(added_[noun.entity], span) == added_[noun.entity].end())
    added_[noun.entity].push_back(span);
  return noun.entity;
}

}  // namespace relata::detail

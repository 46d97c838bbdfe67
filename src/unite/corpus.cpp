// SPDX-License-Identifier: MIT
#include "unite/corpus.hpp"

#include <algorithm>
#include <utility>

#include "rdf/literal.hpp"
#include "relata/knowledge_base.hpp"
#include "text/text_map.hpp"
#include "text/text_numbers.hpp"
#include "text/utf8.hpp"
#include "unite/compare.hpp"
#include "unite/name_forms.hpp"
#include "unite/name_tables.hpp"

namespace relata::uniting {
namespace {

/// Whether an id can stand as it is.
bool is_clean(std::string_view id) {
  bool clean = true;
  for (const char c : id)
    clean = clean && static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F;
  return clean;
}

/// Ids come from files too: what XML cannot hold becomes U+FFFD here, once, so that no two nodes collide
/// later.
std::string writable(std::string id) {
  if (is_clean(id)) return id;
  std::string out;
  for (std::size_t i = 0; i < id.size();) {
    const char32_t c = utf8::next(id, i);
    utf8::append(out, c < 0x20 || c == 0x7F || c == 0xFFFE || c == 0xFFFF ? utf8::replacement : c);
  }
  return out;
}

/// Relations that say where somebody or something belongs.
bool says_where(std::string_view relation) {
  return relation == "leader_of" || relation == "works_for" || relation == "member_of" ||
         relation == "citizen_of" || relation == "represents" || relation == "spokesperson_for" ||
         relation == "located_in" || relation == "headquartered_in" || relation == "lives_in" ||
         relation == "elected_to" || relation == "born_in" || relation == "resigned_from" ||
         relation == "candidate_for";
}

/// Relations whose subject is a person and nothing else.
bool says_person(std::string_view relation) {
  return relation == "spouse_of" || relation == "child_of" || relation == "sibling_of" ||
         relation == "born_in" || relation == "educated_at" || relation == "died_in" ||
         relation == "died_on" || relation == "citizen_of";
}

void add_vote(std::vector<std::pair<Label, std::uint64_t>>& votes, Label cls, std::uint64_t weight) {
  for (auto& [voted, count] : votes)
    if (voted == cls) {
      count += weight;
      return;
    }
  votes.emplace_back(cls, weight);
}

void add_unique(std::vector<std::string>& list, const std::string& text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

}  // namespace

Symbol Symbols::number(std::string_view name) {
  const auto at = numbers_.find(name);
  if (at != numbers_.end()) return at->second;
  names_.emplace_back(name);
  const auto symbol = static_cast<Symbol>(names_.size() - 1);
  numbers_.emplace(names_.back(), symbol);
  return symbol;
}

bool share(const std::vector<Symbol>& a, const std::vector<Symbol>& b) {
  for (auto i = a.begin(), k = b.begin(); i != a.end() && k != b.end();) {
    if (*i == *k) return true;
    if (*i < *k) {
      ++i;
    } else {
      ++k;
    }
  }
  return false;
}

void insert(std::vector<Symbol>& sorted, Symbol symbol) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), symbol);
  if (at == sorted.end() || *at != symbol) sorted.insert(at, symbol);
}

void Context::add(const Context& other) {
  spheres |= other.spheres;
  stated = stated || other.stated;
  for (const auto list : {&Context::roles, &Context::nouns, &Context::countries, &Context::bodies,
                          &Context::seats, &Context::regions, &Context::meanings})
    for (const Symbol symbol : other.*list) insert(this->*list, symbol);
}

}  // namespace relata::uniting

namespace relata {

std::string local_id(const Entity& entity) {
  std::string id = entity.id;
  if (!entity.datatype.empty()) {
    id = "literal:";
    id += rdf::checked_datatype(entity.datatype, entity.value);
    id += ':';
    id += entity.value;
  } else if (id.empty()) {
    id = entity.cls.str();
    id += ':';
    id += entity.label;
  }
  return uniting::writable(std::move(id));
}

}  // namespace relata

namespace relata::uniting {

namespace {

/// What articles say of a thing in the same words: an id, a label, a class, other names.
struct Wording {
  const Entity* entity;  ///< the first
  std::uint32_t thing = 0;
  std::uint64_t votes = 0;
};

/// Entities by what they say, each wording once: few are new, and what is new of one is worked out once.
class Wordings {
 public:
  /// The wording of an entity, and whether it is new.
  std::pair<Wording&, bool> of(const Entity& e) {
    words_.clear();
    const auto add = [this](std::string_view piece) {
      const std::size_t size = piece.size();
      words_.append(reinterpret_cast<const char*>(&size), sizeof size);
      words_ += piece;
    };
    for (const std::string* piece : {&e.id, &e.label, &e.wikidata, &e.datatype, &e.value}) add(*piece);
    add(e.cls.str());
    for (const std::string& alias : e.aliases) add(alias);
    const auto [number, is_new] = numbers_.add(words_);
    if (is_new) all_.push_back({&e});
    return {all_[number], is_new};
  }

  const std::vector<Wording>& all() const { return all_; }

 private:
  TextNumbers numbers_;
  std::vector<Wording> all_;
  std::string words_;
};

/// The thing's place in a list of things by id, where it is put if it is new.
std::uint32_t thing_of(const Entity& e, TextMap<std::uint32_t>& by_id, std::vector<Thing>& things) {
  const bool plain = e.datatype.empty() && !e.id.empty() && is_clean(e.id);
  std::string id = plain ? e.id : local_id(e);
  const auto known = by_id.find(std::string_view(id));
  if (known != by_id.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(things.size());
  by_id.emplace(id, number);
  Thing& made = things.emplace_back();
  made.literal = !e.datatype.empty() || id.find('@') != std::string::npos;
  // An id that is not made of class and name is a name's of the knowledge base, or a user's.
  made.known = !made.literal && (!e.wikidata.empty() || !id.starts_with(std::string(e.cls.str()) + ':'));
  made.id = std::move(id);
  return number;
}

void add_names(Thing& thing, const Entity& e, std::uint64_t votes) {
  const auto label = std::find_if(thing.labels.begin(), thing.labels.end(),
                                  [&](const auto& l) { return l.first == e.label; });
  if (label != thing.labels.end()) {
    label->second += votes;
  } else if (!e.label.empty()) {
    thing.labels.emplace_back(e.label, votes);
  }
  for (const std::string& alias : e.aliases) add_unique(thing.aliases, alias);
}

}  // namespace

Corpus::Corpus(std::span<const ArticleEvidence> articles) : contexts(1) {
  read_entities(articles);
  find_telling(articles.size());
  for (std::uint32_t a = 0; a < articles.size(); ++a)
    if (!of_article[a].empty()) read_statements(articles[a], of_article[a].front());
  read_names();
}

void Corpus::read_entities(std::span<const ArticleEvidence> articles) {
  TextMap<std::uint32_t> by_id;
  Wordings wordings;
  std::vector<std::uint32_t> counts;  // of each thing's occurrences
  of_article.resize(articles.size());
  for (std::uint32_t a = 0; a < articles.size(); ++a) {
    of_article[a].reserve(articles[a].entities.size());
    for (const LocalEntity& local : articles[a].entities) {
      const Entity& e = local.entity;
      const auto [wording, is_new] = wordings.of(e);
      if (is_new) {
        wording.thing = thing_of(e, by_id, things);
        counts.resize(things.size(), 0);
        if (e.cls == cls::Country && e.datatype.empty()) countries_.emplace(symbol_of(e.label), true);
      }
      wording.votes += 1 + local.mentions.size();
      ++counts[wording.thing];
      of_article[a].push_back(static_cast<std::uint32_t>(occurrences.size()));
      occurrences.push_back({a, wording.thing, 0, static_cast<std::uint32_t>(local.mentions.size())});
    }
  }
  std::vector<std::uint32_t> sorted(occurrences.size());  // by thing
  std::uint32_t start = 0;
  for (std::uint32_t& count : counts) count = std::exchange(start, start + count);
  for (std::uint32_t o = 0; o < occurrences.size(); ++o) sorted[counts[occurrences[o].thing]++] = o;
  auto begin = sorted.cbegin();
  for (std::size_t i = 0; i < things.size(); ++i) {
    const auto end = sorted.cbegin() + counts[i];
    things[i].occurrences.assign(begin, end);
    begin = end;
  }

  std::vector<std::vector<std::pair<Label, std::uint64_t>>> votes(things.size());
  for (const Wording& each : wordings.all()) {
    Thing& thing = things[each.thing];
    thing.known = thing.known || (!thing.literal && !each.entity->wikidata.empty());
    add_vote(votes[each.thing], each.entity->cls, each.votes);
    if (!thing.literal) add_names(thing, *each.entity, each.votes);
  }
  for (std::size_t i = 0; i < things.size(); ++i) {
    std::uint64_t most = 0;
    std::string_view best;
    for (const auto& [cls, count] : votes[i]) {
      const std::string_view name = cls.str();
      if (count > most || (count == most && name < best)) {
        most = count;
        best = name;
      }
    }
    things[i].cls = Label::intern(best);
    // Order of articles must not show, nor order of names within one.
    std::sort(things[i].labels.begin(), things[i].labels.end(), [](const auto& x, const auto& y) {
      return x.second != y.second ? x.second > y.second : x.first < y.first;
    });
    std::sort(things[i].aliases.begin(), things[i].aliases.end());
  }
}

void Corpus::find_telling(std::size_t articles) {
  const std::size_t limit = std::max<std::size_t>(10, articles / 50);
  telling_.reserve(things.size());
  for (const Thing& t : things)
    telling_.push_back(!t.literal && t.occurrences.size() <= limit && t.cls != cls::Country &&
                       t.cls != cls::Location && t.cls != cls::Position && t.cls != cls::Group &&
                       t.cls != cls::Issue);
}

Symbol Corpus::symbol_of(const std::string& label) {
  const auto known = of_label_.find(label);
  if (known != of_label_.end()) return known->second;
  return of_label_.emplace(label, symbols.number(normalized_name(label))).first->second;
}

Context& Corpus::context_for(std::uint32_t occurrence) {
  std::uint32_t& number = occurrences[occurrence].context;
  if (number == 0) {
    number = static_cast<std::uint32_t>(contexts.size());
    contexts.emplace_back();
  }
  return contexts[number];
}

void Corpus::add_role(Context& context, std::string_view label) {
  const std::string name = normalized_name(label);
  insert(context.roles, symbols.number(name));
  const std::size_t of = name.rfind(" of ");
  std::string noun = name.substr(0, of);
  if (of != std::string::npos) {
    std::string_view tail = std::string_view(name).substr(of + 4);
    if (tail.starts_with("the ")) tail.remove_prefix(4);
    const Symbol body = symbols.number(tail);
    insert(countries_.contains(body) ? context.countries : context.bodies, body);
    if (const std::string_view country = country_of_region(tail); !country.empty())
      insert(context.countries, symbols.number(country));
    // `minister of finance of Peru`, `member of parliament`
    if (const std::size_t earlier = noun.find(" of "); earlier != std::string::npos) noun.resize(earlier);
  }
  insert(context.nouns, symbols.number(noun));
  const std::vector<std::string> words = words_of(noun);
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    std::uint32_t sphere = sphere_of(*word);
    if (sphere == 0 && *word != "member") continue;
    const std::string_view before = std::next(word) == words.rend() ? std::string_view() : *std::next(word);
    // A secretary general is no general.
    if (*word == "general" && (sphere_of(before) & ~std::uint32_t{sphere_military}) != 0) continue;
    if (*word == "director" && (before == "film" || before == "movie")) sphere = sphere_arts;
    const bool police = std::find(words.begin(), words.end(), "police") != words.end();
    context.spheres |= police        ? std::uint32_t{sphere_law}
                       : sphere == 0 ? std::uint32_t{sphere_politics}
                                     : sphere;
    break;
  }
  context.stated = true;
}

void Corpus::add_place(Context& context, const Entity& place, bool lies_there) {
  if (!place.datatype.empty()) return;
  const Symbol symbol = symbol_of(place.label);
  insert(place.cls == cls::Country ? context.countries : context.bodies, symbol);
  if (lies_there && place.cls == cls::Location) {
    insert(context.seats, symbol);
    if (const std::string_view country = country_of_region(symbols[symbol]); !country.empty()) {
      insert(context.regions, symbol);
      insert(context.countries, symbols.number(country));
    }
  }
  context.stated = true;
}

/// Bodies that every state has say in their names whose they are: `Indian Navy`, `Parliament of Ukraine`.
void Corpus::read_names() {
  for (const Thing& thing : things) {
    if (thing.literal || thing.labels.empty() || kind_of(thing.cls) != Kind::body) continue;
    const std::string_view country = country_in_name(thing_words(thing.labels.front().first));
    if (country.empty()) continue;
    const Symbol symbol = symbols.number(country);
    for (const std::uint32_t o : thing.occurrences)
      if (context_of(o).countries.empty()) insert(context_for(o).countries, symbol);
  }
}

void Corpus::read_statements(const ArticleEvidence& article, std::uint32_t first) {
  for (const Statement& s : article.statements) {
    if (s.status == Status::denied || s.status == Status::hypothetical || s.open) continue;
    if (s.subject >= article.entities.size() || s.object >= article.entities.size()) continue;
    const Entity& object = article.entities[s.object].entity;
    const bool literal = things[occurrences[first + s.subject].thing].literal;
    if (literal) continue;
    if (s.relation == "holds_position") {
      add_role(context_for(first + s.subject), object.label);
    } else if (says_where(s.relation)) {
      Context& context = context_for(first + s.subject);
      // Candidates are not yet where they want to be.
      if (s.relation == "candidate_for") {
        context.stated = true;
      } else {
        add_place(context, object, s.relation == "located_in" || s.relation == "headquartered_in");
        // Who leads or works for it takes it for what its class says.
        if (object.cls != cls::Person && object.datatype.empty()) context_for(first + s.object).stated = true;
      }
    } else if (s.relation == "signed" || s.relation == "ratified" || s.relation == "joined") {
      const Entity& subject = article.entities[s.subject].entity;
      if (object.cls == cls::Treaty && subject.cls == cls::Country)
        add_place(context_for(first + s.object), subject, false);
    }
    if (says_person(s.relation)) context_for(first + s.subject).stated = true;
  }
  // An acronym's meaning is among the other names that its article gives it.
  for (std::uint32_t i = 0; i < article.entities.size(); ++i) {
    const Entity& e = article.entities[i].entity;
    if (!e.datatype.empty() || e.cls == cls::Person) continue;
    const bool short_label = is_acronym(e.label);
    const bool short_alias =
        std::any_of(e.aliases.begin(), e.aliases.end(), [](const auto& a) { return is_acronym(a); });
    if (short_label) {
      for (const std::string& alias : e.aliases)
        if (const auto words = thing_words(alias); words.size() > 1)
          insert(context_for(first + i).meanings, symbols.number(joined(words)));
    } else if (short_alias) {
      const auto words = thing_words(e.label);
      for (const std::string& alias : e.aliases)
        if (is_acronym(alias) &&
            (abbreviates(alias, words) || abbreviates(alias, words_of(normalized_name(e.label)))))
          insert(context_for(first + i).meanings, symbols.number(joined(words)));
    }
  }
}

}  // namespace relata::uniting

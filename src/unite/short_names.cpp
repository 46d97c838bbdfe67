// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <unordered_map>

#include "relata/knowledge_base.hpp"
#include "unite/clusters.hpp"
#include "unite/name_tables.hpp"

namespace relata::uniting {
namespace {

/// How a short name is part of a longer one, and how much must speak for it besides.
enum class Part : std::uint8_t {
  family,
  given,
  end,
  start,
  inner,
  middle,
  initial,
  nickname,
  acronym,
  business,
  nation,
  members
};

constexpr const char* rule_of(Part part) {
  switch (part) {
    case Part::family:
      return "family name";
    case Part::given:
      return "given name";
    case Part::middle:
      return "middle name";
    case Part::initial:
      return "initial";
    case Part::nickname:
      return "short form of a given name";
    case Part::acronym:
      return "acronym";
    case Part::business:
      return "short name of a company";
    case Part::nation:
      return "nationality left out";
    case Part::members:
      return "members of a party";
    default:
      return "part of a name";
  }
}

struct Candidate {
  std::uint32_t referent = 0;
  Part part = Part::family;
  bool telling = false;  ///< the short name says so much that nothing more is needed
};

/// What a key of the index is made of.
std::string key_of(char what, std::string_view generation, std::string_view text) {
  std::string key(1, what);
  key += generation;
  key += ':';
  key += text;
  return key;
}

/// `al`, `de`, `von`: words between names that are none.
bool is_particle(const std::string& word) {
  static constexpr std::array<std::string_view, 22> particles = {
      "al", "el", "ul",  "bin", "ibn", "ben", "de",  "da",  "do",  "dos", "das",
      "di", "du", "del", "la",  "le",  "van", "von", "der", "den", "ter", "zu"};
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

/// Longer names by their parts.
class LongerNames {
 public:
  void add_person(std::uint32_t referent, const PersonName& name) {
    const std::vector<std::string>& w = name.words;
    if (w.size() < 2) return;
    const std::string& g = name.generation;
    put(key_of('f', g, name.family()), referent);
    put(key_of('g', g, name.given()), referent);
    if (name.east_asian) return;
    for (std::size_t i = 1; i + 1 < w.size(); ++i) {
      if (!is_particle(w[i]) && !is_own_name(w[i])) put(key_of('k', g, w[i]), referent);
      put(key_of('e', g, joined({w.begin() + static_cast<std::ptrdiff_t>(i), w.end()})), referent);
      put(key_of('s', g, joined({w.begin(), w.begin() + static_cast<std::ptrdiff_t>(i) + 1})), referent);
    }
    put(key_of('m', g, w.front() + ' ' + w.back()), referent);
    put(key_of('i', g, w.front().substr(0, 1) + ' ' + w.back()), referent);
    put(key_of('n', g, nickname_key(name)), referent);
  }

  /// A body or treaty by the acronyms that articles give it, and by its name without what may be left out.
  void add_thing(std::uint32_t referent, const Thing& thing) {
    for (const auto& [label, times] : thing.labels) {
      const std::vector<std::string> words = thing_words(label);
      for (const std::string& alias : thing.aliases)
        if (is_acronym(alias) && words.size() > 1) put(key_of('a', "", normalized_name(alias)), referent);
      if (words.size() < 2) continue;
      std::size_t size = words.size();
      while (size > 1 && (is_business_word(words[size - 1]) || is_legal_form(words[size - 1]))) {
        --size;
        put(key_of('b', "", joined({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(size)})),
            referent);
      }
      if (country_of_demonym(words.front()) != words.front() || words.front() == "un" ||
          words.front() == "eu")
        put(key_of('d', "", joined({words.begin() + 1, words.end()})), referent);
      for (std::size_t of = 1; of + 1 < words.size(); ++of) {
        if (words[of] != "of") continue;
        const auto end = words.begin() + static_cast<std::ptrdiff_t>(of);
        const auto rest = words[of + 1] == "the" ? end + 2 : end + 1;
        if (!country_named(joined({rest, words.end()})).empty())
          put(key_of('d', "", joined({words.begin(), end})), referent);
      }
      if (words.back() == "party") put(key_of('p', "", members_of(words)), referent);
    }
  }

  /// `Greens` of the Green Party, `Social Democrats` of the Social Democratic Party.
  static std::string members_of(const std::vector<std::string>& words) {
    std::string name = joined({words.begin(), words.end() - 1});
    if (name.ends_with("democratic")) name.resize(name.size() - 2);
    if (name.ends_with("democrat")) return name + 's';
    return name.ends_with('s') ? name : name + 's';
  }

  static std::string nickname_key(const PersonName& name) {
    // Listed as they are written, before letters are brought together.
    return std::string(full_given_name(name.plain.front())) + ' ' + name.words.back();
  }

  void find(char what, std::string_view generation, std::string_view text, Part part,
            std::vector<Candidate>& found) const {
    const auto at = by_part_.find(key_of(what, generation, text));
    if (at == by_part_.end()) return;
    for (const std::uint32_t referent : at->second) found.push_back({referent, part});
  }

 private:
  void put(std::string key, std::uint32_t referent) {
    std::vector<std::uint32_t>& list = by_part_[std::move(key)];
    if (list.empty() || list.back() != referent) list.push_back(referent);
  }
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_part_;
};

/// Whether given names between the first and the last can be one person's: initials of each other, or some
/// of them left out.
bool middles_agree(const PersonName& one, const PersonName& other) {
  std::vector<std::string> a = one.plain, b = other.plain;
  std::erase_if(a, is_particle);
  std::erase_if(b, is_particle);
  if (a.size() < b.size()) std::swap(a, b);
  if (b.size() <= 2) return true;
  const auto alike = [](const std::string& x, const std::string& y) {
    return x.starts_with(y) || y.starts_with(x) || full_given_name(x) == full_given_name(y);
  };
  std::size_t at = 1;
  for (std::size_t i = 1; i + 1 < b.size(); ++i) {
    // An initial may be any of them: George W. Bush is not George Herbert Walker Bush.
    if (a.size() != b.size() && b[i].size() <= 2) return false;
    while (at + 1 < a.size() && !alike(a[at], b[i])) {
      if (a.size() == b.size()) return false;
      ++at;
    }
    if (at + 1 >= a.size()) return false;
    ++at;
  }
  return true;
}

/// Whether a part of a name is another usual name than the longer one has there, or has other umlauts: Ross
/// is not Charlie Russ, though letters are brought together.
bool is_another_name(const std::string& label, const PersonName& name, const std::string& longer,
                     const PersonName& longer_name, Part part) {
  if (name.east_asian || longer_name.east_asian) return false;
  const auto differ = [](const std::string& a, const std::string& b) {
    return a != b && is_own_name(a) && is_own_name(b) && full_given_name(a) != full_given_name(b);
  };
  const bool has_first = part != Part::family && part != Part::end && part != Part::initial;
  const bool has_last = part != Part::given && part != Part::start;
  if (has_first && differ(name.plain.front(), longer_name.plain.front())) return true;
  if (has_last && differ(name.plain.back(), longer_name.plain.back())) return true;
  const auto last_word = [](const std::string& text) {
    const std::size_t blank = text.find_last_of(' ');
    return blank == std::string::npos ? std::string_view(text) : std::string_view(text).substr(blank + 1);
  };
  return has_last && marked_vowels_differ(last_word(label), last_word(longer));
}

class Absorber {
 public:
  explicit Absorber(Clusters& clusters) : clusters_(clusters), corpus_(clusters.corpus()) {}

  void absorb() {
    for (const std::uint32_t r : longest_first()) {
      const Thing& thing = clusters_.thing_of(r);
      const Kind kind = kind_of(thing.cls);
      const std::string& label = thing.labels.front().first;
      std::vector<Candidate> candidates;
      if (kind == Kind::person) {
        const PersonName& name = clusters_.person(label);
        candidates = people(name);
        std::erase_if(candidates, [&](const Candidate& c) {
          const std::string& longer = clusters_.labels(c.referent).front().first;
          if (is_another_name(label, name, longer, clusters_.person(longer), c.part)) return true;
          return (c.part == Part::middle || c.part == Part::nickname) && !middle(r, c, name);
        });
        decide(r, kind, candidates, name.words.size() == 1 && is_common_family(name.plain.front()));
        for (const auto& [each, times] : thing.labels) longer_.add_person(r, clusters_.person(each));
      } else {
        candidates = things(label);
        decide(r, kind, candidates, false);
        longer_.add_thing(r, thing);
      }
    }
  }

 private:
  /// Things by falling length of their names: a name is looked for among longer ones.
  std::vector<std::uint32_t> longest_first() const {
    struct Place {
      std::size_t words, letters;
      std::string id;
      std::uint32_t referent;
    };
    std::vector<Place> places;
    for (std::uint32_t r = 0; r < clusters_.referents().size(); ++r) {
      const Thing& thing = clusters_.thing_of(r);
      const Kind kind = kind_of(thing.cls);
      if (thing.literal || thing.labels.empty() || kind == Kind::place || kind == Kind::other) continue;
      const std::string& label = thing.labels.front().first;
      const std::size_t words =
          kind == Kind::person ? clusters_.person(label).words.size() : thing_words(label).size();
      places.push_back({words, label.size(), clusters_.id_of(r), r});
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
      return std::tie(b.words, b.letters, a.id) < std::tie(a.words, a.letters, b.id);
    });
    std::vector<std::uint32_t> order;
    for (const Place& place : places) order.push_back(place.referent);
    return order;
  }

  std::vector<Candidate> people(const PersonName& name) const {
    std::vector<Candidate> found;
    const std::string& g = name.generation;
    const std::vector<std::string>& w = name.words;
    if (w.size() == 1) {
      longer_.find('f', g, w.front(), Part::family, found);
      longer_.find('f', g, name.plain.back(), Part::family, found);  // East Asian names keep their letters
      longer_.find('g', g, w.front(), Part::given, found);
      if (found.empty()) longer_.find('k', g, w.front(), Part::inner, found);  // Lula, López
      return found;
    }
    longer_.find('e', g, joined(w), Part::end, found);
    if (name.east_asian) return found;
    longer_.find('s', g, joined(w), Part::start, found);
    longer_.find('m', g, w.front() + ' ' + w.back(), Part::middle, found);
    if (w.front().size() <= 2)
      longer_.find('i', g, w.front().substr(0, 1) + ' ' + w.back(), Part::initial, found);
    longer_.find('n', g, LongerNames::nickname_key(name), Part::nickname, found);
    return found;
  }

  bool middle(std::uint32_t r, const Candidate& c, const PersonName& name) const {
    const auto& labels = clusters_.labels(c.referent);
    return c.referent != r && std::all_of(labels.begin(), labels.end(), [&](const auto& label) {
             return middles_agree(clusters_.person(label.first), name);
           });
  }

  std::vector<Candidate> things(const std::string& label) const {
    std::vector<Candidate> found;
    const std::vector<std::string> list = thing_words(label);
    const std::string words = joined(list);
    // `Nasa`, `Unicef`: acronyms that are spoken as words are written as words as well.
    const bool spoken = list.size() == 1 && label.size() >= 3 && label.size() <= 7;
    if (is_acronym(label) || spoken) longer_.find('a', "", normalized_name(label), Part::acronym, found);
    longer_.find('b', "", words, Part::business, found);
    longer_.find('d', "", words, Part::nation, found);
    longer_.find('p', "", words, Part::members, found);
    for (Candidate& c : found)
      c.telling = !is_of_one_state(list) && (c.part == Part::business ? list.size() >= 2 : is_telling(list));
    return found;
  }

  /// `Convention on the Rights of the Child`, `Resolution 1973`: there is no second of this name.
  static bool is_telling(const std::vector<std::string>& words) {
    return words.size() >= 4 || std::any_of(words.begin(), words.end(), [](const std::string& word) {
             return word.size() >= 3 && word.find_first_not_of("0123456789") == std::string::npos;
           });
  }

  static bool needs_support(const Candidate& c) {
    if (c.part == Part::business || c.part == Part::nation) return !c.telling;
    return c.part == Part::given || c.part == Part::start || c.part == Part::initial ||
           c.part == Part::members;
  }

  /// Of each cluster one candidate.
  std::vector<Candidate> distinct(std::uint32_t r, Kind kind, std::vector<Candidate> candidates) const {
    std::erase_if(candidates, [&](const Candidate& c) {
      return clusters_.joined(c.referent, r) || kind_of(clusters_.thing_of(c.referent).cls) != kind;
    });
    std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
      return std::tuple(clusters_.root(a.referent), a.part, a.referent) <
             std::tuple(clusters_.root(b.referent), b.part, b.referent);
    });
    candidates.erase(std::unique(candidates.begin(), candidates.end(),
                                 [&](const Candidate& a, const Candidate& b) {
                                   return clusters_.joined(a.referent, b.referent);
                                 }),
                     candidates.end());
    return candidates;
  }

  /// Gives each article's entity to the longer name that it must be, if there is one.
  void decide(std::uint32_t r, Kind kind, std::vector<Candidate> candidates, bool common) {
    candidates = distinct(r, kind, std::move(candidates));
    // A thing of the knowledge base, or one that others joined already, is given as a whole.
    std::erase_if(candidates,
                  [&](const Candidate& c) { return !clusters_.forbidden(r, c.referent).empty(); });
    if (candidates.empty()) return;
    if (clusters_.thing_of(r).known || clusters_.members(r).size() > 1) {
      whole(r, kind, candidates, common);
      return;
    }
    const Referent& referent = clusters_.referents()[r];
    for (const std::uint32_t o : referent.occurrences) {
      Company company;
      add_company(corpus_, corpus_.occurrences[o].article, company);
      std::string because;
      // What one article leaves open, all that say the name alike may tell.
      const Context& context =
          corpus_.context_of(o).empty() && !ambiguous(candidates) ? referent.context : corpus_.context_of(o);
      if (const Candidate* const best = choose(kind, context, company, candidates, common, because))
        clusters_.give(o, r, best->referent, rule_of(best->part), because);
    }
  }

  static bool ambiguous(const std::vector<Candidate>& candidates) { return candidates.size() > 1; }

  void whole(std::uint32_t r, Kind kind, const std::vector<Candidate>& candidates, bool common) {
    std::string because;
    if (const Candidate* const best =
            choose(kind, clusters_.context(r), clusters_.company(r), candidates, common, because))
      clusters_.join(r, best->referent, rule_of(best->part), because);
  }

  const Candidate* choose(Kind kind, const Context& context, const Company& company,
                          const std::vector<Candidate>& candidates, bool common, std::string& because) {
    struct Choice {
      const Candidate* candidate;
      int score;
      std::string because;
    };
    std::vector<Choice> choices;
    for (const Candidate& c : candidates) {
      if (!contradiction(corpus_.symbols, context, clusters_.context(c.referent), kind).empty()) continue;
      int score = support(context, clusters_.context(c.referent));
      std::string ground = common_ground(corpus_.symbols, context, clusters_.context(c.referent));
      const std::uint32_t friendly = common_company(corpus_, company, clusters_.company(c.referent),
                                                    clusters_.referents()[c.referent].thing);
      // Of one country there are a jeweller and a minister of one name.
      const Context& longer = clusters_.context(c.referent);
      const bool lives_differ =
          context.spheres != 0 && longer.spheres != 0 && (context.spheres & longer.spheres) == 0;
      if (lives_differ && friendly == none && !share(context.bodies, longer.bodies)) continue;
      if (friendly != none) {
        score += 2;
        if (ground.empty()) ground = corpus_.things[friendly].id;
      }
      choices.push_back({&c, score, std::move(ground)});
    }
    if (choices.empty()) return nullptr;
    std::stable_sort(choices.begin(), choices.end(), [&](const Choice& a, const Choice& b) {
      if (a.score != b.score) return a.score > b.score;
      return clusters_.id_of(a.candidate->referent) < clusters_.id_of(b.candidate->referent);
    });
    const Choice& best = choices.front();
    // Few are called by a name between the first and the last: an office must say so.
    const int least = best.candidate->part == Part::inner ? 3 : 0;
    because = best.because.empty() ? "the only one of this name" : best.because;
    if (candidates.size() == 1) {
      // A singer or an athlete is not whom politics speak of, until something says so.
      const bool private_life =
          (context.spheres & ~public_spheres) != 0 && (context.spheres & public_spheres) == 0;
      const bool unlikely = private_life && clusters_.context(best.candidate->referent).spheres == 0;
      const bool enough = best.score > 0 || !(common || unlikely || needs_support(*best.candidate));
      return enough && best.score >= least ? best.candidate : nullptr;
    }
    const int second = choices.size() > 1 ? choices[1].score : 0;
    return best.score >= std::max(2, least) && best.score >= second + 2 ? best.candidate : nullptr;
  }

  Clusters& clusters_;
  const Corpus& corpus_;
  LongerNames longer_;
};

}  // namespace

void absorb_short_names(Clusters& clusters) {
  Absorber(clusters).absorb();
}

}  // namespace relata::uniting

// SPDX-License-Identifier: MIT
#include <algorithm>
#include <span>

#include "relata/knowledge_base.hpp"
#include "unite/clusters.hpp"
#include "unite/name_tables.hpp"

namespace relata::uniting {
namespace {

/// Which form of a name two things have in common, surest first.
enum class Form : std::uint8_t { name, alias, spelling, words, near, turned, across_classes };

/// A form of a name as key: things of one key may be one thing.
struct Key {
  Form form;
  std::string text;
  std::uint32_t referent = 0;
  std::uint64_t label = 0;  // place of the label it was made of
};

constexpr const char* rule_of(Form form) {
  switch (form) {
    case Form::name:
      return "same name";
    case Form::alias:
      return "other name";
    case Form::spelling:
      return "spelling";
    case Form::words:
    case Form::turned:
      return "order of words";
    case Form::near:
      return "near spelling";
    default:
      return "class by vote";
  }
}

char letter_of(Kind kind) {
  return "PBLTO"[static_cast<std::size_t>(kind)];
}

/// The letters that names of its country have in two spellings.
Letters letters_of_home(const Clusters& clusters, std::uint32_t referent) {
  for (const Symbol country : clusters.context(referent).countries)
    if (const Letters letters = letters_of(clusters.corpus().symbols[country]); letters != Letters::same)
      return letters;
  return Letters::same;
}

class Namer {
 public:
  explicit Namer(Clusters& clusters) : clusters_(clusters) {}

  std::vector<Key> keys() {
    for (std::uint32_t r = 0; r < clusters_.referents().size(); ++r) {
      const Thing& thing = clusters_.thing_of(r);
      if (thing.literal) continue;
      referent_ = r;
      kind_ = kind_of(thing.cls);
      for (std::size_t i = 0; i < thing.labels.size(); ++i) of_label(thing.labels[i].first);
      for (const std::string& alias : thing.aliases) of_alias(alias);
    }
    std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
      return std::tie(a.form, a.text, a.referent) < std::tie(b.form, b.text, b.referent);
    });
    return std::move(keys_);
  }

 private:
  void add(Form form, std::string_view text) {
    if (text.empty()) return;
    // Works, events and products are compared within their class.
    std::string key(1, letter_of(kind_));
    if (kind_ == Kind::other) key += clusters_.thing_of(referent_).cls.str();
    key += ':';
    key += text;
    keys_.push_back({form, std::move(key), referent_});
  }

  void of_label(const std::string& label) {
    const std::string normal = normalized_name(label);
    add(Form::name, normal);
    const std::vector<std::string> words = thing_words(label);
    keys_.push_back({Form::across_classes, joined(words), referent_});
    if (kind_ == Kind::person) {
      const PersonName& name = clusters_.person(label);
      if (name.words.size() >= 2) {
        const std::string end = name.generation.empty() ? "" : ' ' + name.generation;
        add(Form::spelling, joined(name.plain) + end);
        add(Form::spelling, joined(name.words) + end);
        std::string whole;
        for (const std::string& word : name.plain) whole += name.east_asian ? word : romanized(word);
        add(Form::spelling, '+' + whole + end);
        whole = joined(name.words, "");
        add(Form::spelling, '+' + whole + end);
        if (!name.east_asian) {
          of_near(name.words, end);
          if (const std::string full(full_given_name(name.plain.front())); full != name.plain.front()) {
            std::vector<std::string> usual = name.words;
            usual.front() = romanized(full);
            of_near(usual, end);
          }
        }
        of_turned(name, end);
        if (name.plain.size() == 2 && is_reigning_title(name.plain[0]))
          add(Form::turned, name.plain[1] + end);
      } else if (!name.words.empty()) {
        add(Form::spelling, name.words.front());
        add(Form::turned, name.plain.front());  // `Pope Francis`, `Francis`
      }
    } else if (kind_ == Kind::place) {
      const std::vector<std::string> spelled = place_words(label);
      add(Form::spelling, joined(spelled));
      if (std::any_of(clusters_.context(referent_).countries.begin(),
                      clusters_.context(referent_).countries.end(),
                      [&](Symbol s) { return is_transliterated(clusters_.corpus().symbols[s]); }))
        of_near(spelled, "");
    } else {
      std::vector<std::string> spelled;
      for (const std::string& word : words)
        if (word != "al" || words.size() == 1) spelled.push_back(romanized(word));
      add(Form::spelling, joined(words));
      if (words.size() > 1) add(Form::spelling, joined(words, ""));  // `Le Monde`, `G-7`
      if (!is_acronym(label)) {
        add(Form::spelling, '~' + joined(spelled));
        if (spelled.size() > 1) add(Form::spelling, '~' + joined(spelled, ""));  // `Ansar Allah`
      }
      of_bag(words);
    }
  }

  /// What near spellings have in common.
  void of_near(const std::vector<std::string>& words, const std::string& end) {
    const auto bones = [&words](Letters letters) {
      std::string all;
      for (const std::string& word : words) all += consonants(in_one_spelling(word, letters)) + ' ';
      return all;
    };
    add(Form::near, bones(Letters::same) + end);
    if (const Letters letters = letters_of_home(clusters_, referent_); letters != Letters::same)
      add(Form::near, bones(letters) + end);
  }

  /// `Ming Yao` for `Yao Ming`: where one of two words is a family name that stands first at home.
  void of_turned(const PersonName& name, const std::string& end) {
    if (name.plain.size() != 2) return;
    if (!is_family_first(name.plain[0]) && !is_family_first(name.plain[1])) return;
    add(Form::turned,
        std::min(name.plain[0], name.plain[1]) + ' ' + std::max(name.plain[0], name.plain[1]) + end);
  }

  /// Bodies of state, treaties and events by their words, whatever the order: `Treaty of Lisbon`, `Russian
  /// Foreign Ministry`.
  void of_bag(std::vector<std::string> words) {
    const bool of_state =
        std::any_of(words.begin(), words.end(), [](const auto& w) { return is_state_body_word(w); });
    const bool event = clusters_.thing_of(referent_).cls == cls::Event;
    const bool party = std::find(words.begin(), words.end(), "party") != words.end();
    const bool long_name = words.size() >= 4 || party;
    if (kind_ != Kind::treaty && !event && !(kind_ == Kind::body && (of_state || long_name))) return;
    std::vector<std::string> bag;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i] == "of" || words[i] == "the" || words[i] == "for" || words[i] == "on" || words[i] == "in")
        continue;
      if (words[i] == "affairs" && i > 0 && (words[i - 1] == "foreign" || words[i - 1] == "internal"))
        continue;
      for (std::string& part : words_of(country_of_demonym(words[i]))) bag.push_back(std::move(part));
    }
    if (bag.size() < 2 || (kind_ == Kind::body && !of_state && bag.size() < (party ? 3U : 4U))) return;
    std::sort(bag.begin(), bag.end());
    add(Form::words, joined(bag));
  }

  void of_alias(const std::string& alias) {
    // A short name is no proof, nor an acronym: these are weighed article by article.
    if (normalized_name(alias).find(' ') == std::string::npos || is_acronym(alias)) return;
    if (kind_ == Kind::person) {
      const PersonName name = person_name(alias);
      if (name.words.size() < 2) return;
    }
    add(Form::alias, normalized_name(alias));
  }

  Clusters& clusters_;
  std::uint32_t referent_ = 0;
  Kind kind_ = Kind::other;
  std::vector<Key> keys_;
};

class Uniter {
 public:
  explicit Uniter(Clusters& clusters) : clusters_(clusters), corpus_(clusters.corpus()) {}

  void unite(std::span<const Key> keys) {
    for (std::size_t begin = 0; begin < keys.size();) {
      std::size_t end = begin;
      while (end < keys.size() && keys[end].form == keys[begin].form && keys[end].text == keys[begin].text)
        ++end;
      group(keys, begin, end);
      begin = end;
    }
  }

 private:
  /// Joins each thing of the key with the first that takes it.
  void group(std::span<const Key> keys, std::size_t begin, std::size_t end) {
    std::vector<std::uint32_t> order;
    for (std::size_t i = begin; i < end; ++i)
      if (order.empty() || order.back() != keys[i].referent) order.push_back(keys[i].referent);
    if (order.size() < 2) return;
    // Not in the order in which articles came: the most spoken of first, then by id.
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const std::uint64_t x = clusters_.referents()[a].mentions, y = clusters_.referents()[b].mentions;
      if (x != y) return x > y;
      return clusters_.id_of(a) < clusters_.id_of(b);
    });
    std::vector<std::uint32_t> heads;
    for (const std::uint32_t r : order) {
      bool taken = false;
      for (const std::uint32_t head : heads) {
        if (clusters_.joined(head, r)) {
          taken = true;
          break;
        }
        std::string because = keys[begin].text;
        if (!fits(keys[begin].form, head, r, because)) continue;
        clusters_.join(r, head, rule_of(keys[begin].form), because);
        taken = true;
        break;
      }
      if (!taken) heads.push_back(r);
    }
  }

  bool fits(Form form, std::uint32_t a, std::uint32_t b, std::string& because) {
    const Kind kind = kind_of(clusters_.thing_of(a).cls);
    const bool literal_spelling = form == Form::spelling || form == Form::name;
    if (!clusters_.forbidden(a, b, literal_spelling).empty()) return false;
    if (clusters_.referents()[a].thing == clusters_.referents()[b].thing) return false;  // namesakes
    const std::vector<std::string> words = thing_words(clusters_.labels(a).front().first);
    const bool crossing =
        std::any_of(words.begin(), words.end(), [](const auto& w) { return crosses_borders(w); });
    if (!contradiction(corpus_.symbols, clusters_.context(a), clusters_.context(b), kind,
                       is_of_one_state(words), crossing)
             .empty())
      return false;
    if (form != Form::across_classes) because = because.substr(because.find(':') + 1);
    if (kind == Kind::person && (form == Form::spelling || form == Form::near) && two_people(a, b))
      return false;
    if (kind == Kind::body && form == Form::spelling && !supported_letters(a, b))
      return supported(a, b, because);
    if (form == Form::near) return kind == Kind::place ? near_places(a, b, because) : near(a, b, because);
    if (form == Form::turned) return supported(a, b, because);
    if (form == Form::across_classes) return one_of_two_classes(a, b, because);
    return true;
  }

  bool two_people(std::uint32_t a, std::uint32_t b) const {
    const std::string& one = clusters_.labels(a).front().first;
    const std::string& other = clusters_.labels(b).front().first;
    return marked_vowels_differ(one, other) ||
           are_two_own_names(clusters_.person(one), clusters_.person(other));
  }

  bool near_words(std::uint32_t a, std::uint32_t b, const std::vector<std::string>& one,
                  const std::vector<std::string>& other) const {
    Letters letters = letters_of_home(clusters_, a);
    if (letters == Letters::same) letters = letters_of_home(clusters_, b);
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [&](const std::string& x, const std::string& y) {
                        return near_spelling(x, y) ||
                               near_spelling(in_one_spelling(x, letters), in_one_spelling(y, letters));
                      });
  }

  /// Two transliterations of a place's name, where the country is one whose names are transliterated.
  bool near_places(std::uint32_t a, std::uint32_t b, std::string& because) const {
    const std::vector<std::string> one = place_words(clusters_.labels(a).front().first);
    const std::vector<std::string> other = place_words(clusters_.labels(b).front().first);
    if (!near_words(a, b, one, other)) return false;
    for (const Symbol country : clusters_.context(a).countries) {
      const std::vector<Symbol>& also = clusters_.context(b).countries;
      if (!std::binary_search(also.begin(), also.end(), country)) continue;
      if (!is_transliterated(corpus_.symbols[country])) continue;
      because = corpus_.symbols[country];
      return true;
    }
    return false;
  }

  bool near(std::uint32_t a, std::uint32_t b, std::string& because) {
    const PersonName& one = clusters_.person(clusters_.labels(a).front().first);
    const PersonName& other = clusters_.person(clusters_.labels(b).front().first);
    const std::string_view given = full_given_name(one.plain.front());
    std::vector<std::string> words = one.words;
    if (!words.empty() && given == full_given_name(other.plain.front())) words.front() = other.words.front();
    return near_words(a, b, words, other.words) && supported(a, b, because);
  }

  /// Whether two one-word names of bodies are more alike than by letters brought together: Sony, Sonny.
  bool supported_letters(std::uint32_t a, std::uint32_t b) const {
    const std::vector<std::string> one = thing_words(clusters_.labels(a).front().first);
    const std::vector<std::string> other = thing_words(clusters_.labels(b).front().first);
    return one.size() != 1 || other.size() != 1 || one == other ||
           usual_spelling(one.front()) == usual_spelling(other.front());
  }

  /// Whether roles, places or company speak for one thing.
  bool supported(std::uint32_t a, std::uint32_t b, std::string& because) {
    if (support(clusters_.context(a), clusters_.context(b)) > 0) {
      because = common_ground(corpus_.symbols, clusters_.context(a), clusters_.context(b));
      return true;
    }
    const std::uint32_t company =
        common_company(corpus_, clusters_.company(a), clusters_.company(b), clusters_.referents()[a].thing);
    if (company == none || company == clusters_.referents()[b].thing) return false;
    because = corpus_.things[company].id;
    return true;
  }

  /// One name in two classes: unless each class has a statement that speaks for it.
  bool one_of_two_classes(std::uint32_t a, std::uint32_t b, std::string& because) {
    if (clusters_.thing_of(a).cls == clusters_.thing_of(b).cls) return false;
    const Kind one = kind_of(clusters_.thing_of(a).cls), other = kind_of(clusters_.thing_of(b).cls);
    if (one != other && clusters_.context(a).stated && clusters_.context(b).stated) return false;
    // Works, ships and prizes are named after people and places.
    const auto may_be_named_after = [&](std::uint32_t r) {
      const Label cls = clusters_.thing_of(r).cls;
      return cls == cls::Work || cls == cls::Product;
    };
    if (one != other && (may_be_named_after(a) || may_be_named_after(b))) return supported(a, b, because);
    // A state's name is the state, whatever it is taken for.
    const auto is_state = [&](std::uint32_t r) { return clusters_.thing_of(r).cls == cls::Country; };
    if ((is_state(a) || is_state(b)) && one != Kind::person && other != Kind::person &&
        !country_named(because).empty())
      return true;
    const bool several_words = because.find(' ') != std::string::npos;
    const bool alike = one == other && one != Kind::other && !is_acronym(clusters_.labels(a).front().first);
    if (several_words || alike) return true;
    return supported(a, b, because);
  }

  Clusters& clusters_;
  const Corpus& corpus_;
};

/// The keys of some forms, out of keys sorted by form.
std::span<const Key> keys_of(const std::vector<Key>& keys, Form first, Form last) {
  const auto begin =
      std::partition_point(keys.begin(), keys.end(), [&](const Key& key) { return key.form < first; });
  const auto end = std::partition_point(begin, keys.end(), [&](const Key& key) { return key.form <= last; });
  return {begin, end};
}

/// An alias names what elsewhere is a label: keys of both kinds in one group.
std::vector<Key> alias_keys(const std::vector<Key>& keys) {
  const std::span<const Key> found = keys_of(keys, Form::name, Form::alias);
  std::vector<Key> both(found.begin(), found.end());
  for (Key& key : both) key.form = Form::alias;
  const auto names = static_cast<std::ptrdiff_t>(keys_of(keys, Form::name, Form::name).size());
  std::inplace_merge(both.begin(), both.begin() + names, both.end(), [](const Key& a, const Key& b) {
    return std::tie(a.text, a.referent) < std::tie(b.text, b.referent);
  });
  return both;
}

}  // namespace

void unite_equal_names(Clusters& clusters) {
  const std::vector<Key> keys = Namer(clusters).keys();
  Uniter uniter(clusters);
  uniter.unite(keys_of(keys, Form::name, Form::name));
  uniter.unite(keys_of(keys, Form::spelling, Form::words));
  uniter.unite(alias_keys(keys));
  uniter.unite(keys_of(keys, Form::near, Form::turned));
  uniter.unite(keys_of(keys, Form::across_classes, Form::across_classes));
}

}  // namespace relata::uniting

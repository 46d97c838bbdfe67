// SPDX-License-Identifier: MIT
#include "unite/name_forms.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "relata/knowledge_base.hpp"
#include "text/unicode.hpp"
#include "unite/name_tables.hpp"

namespace relata::uniting {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

void replace_end(std::string& text, std::string_view from, std::string_view to) {
  if (!text.ends_with(from)) return;
  text.resize(text.size() - from.size());
  text += to;
}

/// One letter for a run of equal ones.
void undouble(std::string& text) {
  text.erase(std::unique(text.begin(), text.end()), text.end());
}

bool is_article(std::string_view word) {
  return word == "al" || word == "el" || word == "ul" || word == "ad" || word == "as" || word == "ash" ||
         word == "ar";
}

/// The value of a Roman numeral below 400 in lower case, or 0.
unsigned roman(std::string_view word) {
  unsigned sum = 0;
  for (const auto& [sign, value] : std::initializer_list<std::pair<std::string_view, unsigned>>{{"ccc", 300},
                                                                                                {"cc", 200},
                                                                                                {"c", 100},
                                                                                                {"xc", 90},
                                                                                                {"l", 50},
                                                                                                {"xl", 40},
                                                                                                {"xxx", 30},
                                                                                                {"xx", 20},
                                                                                                {"x", 10},
                                                                                                {"ix", 9},
                                                                                                {"v", 5},
                                                                                                {"iv", 4},
                                                                                                {"iii", 3},
                                                                                                {"ii", 2},
                                                                                                {"i", 1}}) {
    if (!word.starts_with(sign)) continue;
    // `l` and `v` may be followed by what else of their place counts up.
    word.remove_prefix(sign.size());
    sum += value;
  }
  return word.empty() ? sum : 0;
}

/// Words that count or letter things, whose every sign tells: `II`, `111`, `B52`, `AA`.
bool is_ordinal_sign(std::string_view word) {
  return roman(word) != 0 || word.find_first_of("0123456789") != std::string_view::npos ||
         word.find_first_not_of(word.front()) == std::string_view::npos;
}

/// Number words: `seven`, `seventh`; 0: the word is none.
struct NumberWord {
  unsigned value = 0;
  bool ordinal = false;
};

NumberWord number_word(std::string_view word) {
  static constexpr std::array<std::string_view, 20> cardinals = {
      "one",     "two",     "three",     "four",     "five",     "six",      "seven",
      "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  static constexpr std::array<std::string_view, 20> ordinals = {
      "first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
      "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
      "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> tens = {
      {{"thirty", "thirtieth"},
       {"forty", "fortieth"},
       {"fifty", "fiftieth"},
       {"sixty", "sixtieth"},
       {"seventy", "seventieth"},
       {"eighty", "eightieth"},
       {"ninety", "ninetieth"}}};
  for (unsigned i = 0; i < cardinals.size(); ++i) {
    if (word == cardinals[i]) return {i + 1, false};
    if (word == ordinals[i]) return {i + 1, true};
  }
  for (unsigned i = 0; i < tens.size(); ++i) {
    if (word == tens[i].first) return {10 * (i + 3), false};
    if (word == tens[i].second) return {10 * (i + 3), true};
  }
  return {};
}

std::string figures(NumberWord number) {
  std::string text = std::to_string(number.value);
  if (!number.ordinal) return text;
  const unsigned last = number.value % 10;
  const bool teen = number.value / 10 % 10 == 1;
  text += teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd";
  return text;
}

/// `seventh fleet` → `7th fleet`, `eighty second` → `82nd`, `world war ii` → `world war 2`
std::vector<std::string> numbers_as_figures(std::vector<std::string> words) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    NumberWord number = number_word(words[i]);
    if (number.value >= 20 && !number.ordinal && i + 1 < words.size()) {
      const NumberWord unit = number_word(words[i + 1]);
      if (unit.value > 0 && unit.value < 10) {
        number = {number.value + unit.value, unit.ordinal};
        ++i;
      }
    }
    // A first word is rather a name: Xi, Li, `One America News`.
    if (number.value > 1 || (number.value == 1 && (number.ordinal || i > 0))) {
      out.push_back(figures(number));
    } else if (const unsigned value = i > 0 ? roman(words[i]) : 0;
               value > 0 && words[i] != "c" && words[i] != "l") {
      out.push_back(std::to_string(value));
    } else {
      out.push_back(std::move(words[i]));
    }
  }
  return out;
}

/// Letters that normalized_name() leaves alone and English texts write otherwise: Əliyev, Aliyev.
std::string plain_name(std::string_view name) {
  const std::string text = normalized_name(name);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i, 2);
    const bool schwa = rest == "\xC9\x99" || rest == "\xC6\x8F";
    out += schwa ? 'a' : text[i];
    if (schwa) ++i;
  }
  return out;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// The Arabic article as it is spoken before the letter after it, and the Persian and Urdu particle between
/// nouns, in one spelling each: `ez-Zor`, `ut-Tahrir` → `al-…`; `Lashkar-e-Taiba` → `Lashkar-i-Taiba`.
std::string one_article(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const bool starts = i == 0 || !is_letter(name[i - 1]);
    const auto at = [&](std::size_t k) { return i + k < name.size() ? lower(name[i + k]) : '\0'; };
    const bool vowel = at(0) == 'a' || at(0) == 'e' || at(0) == 'i' || at(0) == 'u';
    if (starts && vowel && at(2) == '-' && is_letter(at(3)) && (at(1) == 'l' || at(1) == at(3))) {
      out += "al-";
      i += 3;
    } else if (starts && vowel && at(1) == 's' && at(2) == 'h' && at(3) == '-' && at(4) == 's') {
      out += "al-";
      i += 4;
    } else if (i > 0 && name[i - 1] == '-' && name[i] == 'e' && (at(1) == '-' || at(1) == ' ')) {
      out += 'i';
      ++i;
    } else {
      out += name[i++];
    }
  }
  return out;
}

/// `j k rowling` → `jk rowling`: initials with and without dots and blanks are the same.
std::vector<std::string> initials_joined(std::vector<std::string> words) {
  std::vector<std::string> out;
  bool after_initial = false;
  for (std::string& word : words) {
    const bool initial = word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
    if (initial && after_initial) {
      out.back() += word;
    } else {
      out.push_back(std::move(word));
    }
    after_initial = initial;
  }
  return out;
}

/// Romanisation of Chinese names before pinyin, for the people whom texts name so.
std::string pinyin(std::string name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> older = {{
      {"mao tse tung", "mao zedong"},
      {"mao tsetung", "mao zedong"},
      {"teng hsiao ping", "deng xiaoping"},
      {"chou en lai", "zhou enlai"},
      {"chou enlai", "zhou enlai"},
      {"hua kuo feng", "hua guofeng"},
      {"jiang jieshi", "chiang kaishek"},
      {"sun zhongshan", "sun yatsen"},
  }};
  for (const auto& [from, to] : older)
    if (name == from) return std::string(to);
  return name;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    if (end > i) words.emplace_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

std::string romanized(std::string_view word) {
  if (is_ordinal_sign(word)) return std::string(word);
  std::string s(usual_spelling(word));
  replace_end(s, "ullah", "allah");
  for (const auto& [from, to] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"shch", "sh"}, {"tsch", "ch"}, {"tch", "ch"}, {"sch", "sh"}, {"dzh", "j"},
           {"zh", "j"},    {"kh", "h"},    {"gh", "g"},   {"dh", "d"},   {"ph", "f"},
           {"th", "t"},    {"dj", "d"},    {"ck", "k"},   {"q", "k"},    {"ks", "x"},
           {"w", "v"},     {"z", "s"},     {"ae", "a"},   {"oe", "o"},   {"ue", "u"}})
    replace_all(s, from, to);
  for (std::size_t i = 0; i < s.size(); ++i)
    if (s[i] == 'c' && (i + 1 == s.size() || s[i + 1] != 'h')) s[i] = 'k';
  if (s.starts_with("ye") || s.starts_with("yo")) {
    s.erase(0, 1);
    s[0] = 'e';
  }
  for (std::size_t i = 1; i + 1 < s.size(); ++i)
    if (s[i] == 'y' && s[i + 1] == 'o' && !is_vowel(s[i - 1])) {
      s.erase(i, 1);
      s[i] = 'e';
    }
  for (const std::string_view end : {"iy", "ii", "yi", "yy", "ij", "yj", "ei", "ey", "ie", "iya"}) {
    if (end == "iya") {
      replace_end(s, end, "ia");
    } else if (s.size() > 3) {
      replace_end(s, end, "i");
    }
  }
  // Russian ё after sibilants: Khrushchev, Khrushchov.
  if (s.size() > 5) {
    replace_end(s, "chov", "chev");
    replace_end(s, "shov", "shev");
    replace_end(s, "jov", "jev");
  }
  replace_end(s, "yeh", "ya");
  replace_end(s, "ah", "a");
  replace_end(s, "enka", "enko");
  for (const std::string_view end : {"dr", "tr"})
    if (s.size() > 3 && s.ends_with(end)) s.insert(s.size() - 1, 1, 'e');
  for (const auto& [from, to] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{{"iy", "i"},
                                                                            {"ou", "u"},
                                                                            {"oo", "u"},
                                                                            {"ee", "i"},
                                                                            {"ai", "i"},
                                                                            {"ei", "i"},
                                                                            {"ay", "i"},
                                                                            {"ey", "i"},
                                                                            {"ie", "i"},
                                                                            {"y", "i"},
                                                                            {"e", "i"},
                                                                            {"o", "u"}})
    replace_all(s, from, to);
  undouble(s);
  return s;
}

PersonName person_name(std::string_view name) {
  PersonName person;
  std::vector<std::string> words = initials_joined(words_of(plain_name(unicode::fold(name))));
  while (words.size() > 1 && is_honorific(words.front())) words.erase(words.begin());
  if (words.size() > 1 && is_generation(words.back())) {
    person.generation = words.back();
    words.pop_back();
  }
  words = words_of(pinyin(joined(words)));
  if (words.size() == 2 && is_swapped_family(words[0]) && !is_swapped_family(words[1]))
    std::swap(words[0], words[1]);
  if (words.size() >= 2 && words.size() <= 3) {
    // `Ki-moon Ban` for `Ban Ki-moon`
    if (!is_family_first(words.front()) && is_family_first(words.back()) && words.size() == 3)
      std::rotate(words.begin(), words.end() - 1, words.end());
    const bool short_given = std::all_of(words.begin() + 1, words.end(), [](const std::string& w) {
      return w.size() <= (w.find_first_of("aeiou") == std::string::npos ? 0 : 8);
    });
    if (is_family_first(words.front()) && short_given && (words.size() == 3 || words[1].size() <= 8)) {
      person.east_asian = true;
      std::string given = words[1];
      if (words.size() == 3) given += words[2];
      words.resize(1);
      words.push_back(std::move(given));
    }
  }
  if (words.empty()) words.emplace_back();  // a name of blanks or signs alone
  person.plain = words;
  for (const std::string& word : words)
    if (person.east_asian || words.size() == 1 || !is_article(word))
      person.words.push_back(person.east_asian ? word : romanized(word));
  if (person.words.empty()) person.words = words;
  // `Abdel`, `Abdul` and `Abd al-` are one word of the name.
  for (std::string& word : person.words)
    if (word.starts_with("abdil")) word[3] = 'u';
  return person;
}

std::string consonants(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i == 0 || !is_vowel(word[i])) out += word[i];
  if (word.size() > 1 && is_vowel(word.back())) out += word.back();
  // Turkic names harden at the end: Murad, Murat; Receb, Recep.
  if (out.size() > 1 && out.back() == 't') out.back() = 'd';
  if (out.size() > 1 && out.back() == 'p') out.back() = 'b';
  return out;
}

Letters letters_of(std::string_view country) {
  static constexpr std::array<std::pair<std::string_view, Letters>, 12> table = {{
      {"ukraine", Letters::h_or_g},
      {"belarus", Letters::h_or_g},
      {"russia", Letters::h_or_g},
      {"algeria", Letters::ch_or_sh},
      {"chad", Letters::ch_or_sh},
      {"djibouti", Letters::ch_or_sh},
      {"lebanon", Letters::ch_or_sh},
      {"mali", Letters::ch_or_sh},
      {"mauritania", Letters::ch_or_sh},
      {"morocco", Letters::ch_or_sh},
      {"syria", Letters::ch_or_sh},
      {"tunisia", Letters::ch_or_sh},
  }};
  const auto at =
      std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.first == country; });
  return at == table.end() ? Letters::same : at->second;
}

std::string in_one_spelling(std::string word, Letters letters) {
  if (letters == Letters::h_or_g) replace_all(word, "h", "g");
  if (letters == Letters::ch_or_sh) replace_all(word, "ch", "sh");
  return word;
}

bool near_spelling(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (std::min(a.size(), b.size()) < 4 || has_usual_spelling(a) || has_usual_spelling(b)) return false;
  const auto softened = [](char c) { return c == 't' ? 'd' : c == 'p' ? 'b' : c; };
  std::string one(a), other(b);
  one.back() = softened(one.back());
  other.back() = softened(other.back());
  if (one == other) return true;
  if (consonants(one) != consonants(other)) return false;
  if (a.size() == b.size()) {
    std::size_t different = 0;
    for (std::size_t i = 0; i < a.size(); ++i) different += one[i] != other[i] ? 1 : 0;
    return different <= 1;
  }
  return std::max(a.size(), b.size()) - std::min(a.size(), b.size()) == 1 &&
         std::min(a.size(), b.size()) >= 6;
}

bool marked_vowels_differ(std::string_view a, std::string_view b) {
  const auto marks = [](std::string_view name) {
    // In pairs of base letter and mark: the umlauts, with the letters that Danish and Norwegian write for
    // them.
    static constexpr std::array<std::pair<std::string_view, char>, 10> umlauts = {{{"ä", 'a'},
                                                                                   {"Ä", 'a'},
                                                                                   {"æ", 'a'},
                                                                                   {"Æ", 'a'},
                                                                                   {"ö", 'o'},
                                                                                   {"Ö", 'o'},
                                                                                   {"ø", 'o'},
                                                                                   {"Ø", 'o'},
                                                                                   {"ü", 'u'},
                                                                                   {"Ü", 'u'}}};
    std::string found;
    for (std::size_t i = 0; i < name.size(); ++i)
      for (const auto& [letter, vowel] : umlauts)
        if (name.substr(i).starts_with(letter)) found += vowel;
    return found;
  };
  const std::string one = marks(a), other = marks(b);
  return !one.empty() && !other.empty() && one != other;
}

bool are_two_own_names(const PersonName& a, const PersonName& b) {
  if (a.plain.size() != b.plain.size()) return false;
  for (std::size_t i = 0; i < a.plain.size(); ++i)
    if (a.plain[i] != b.plain[i] && is_own_name(a.plain[i]) && is_own_name(b.plain[i]) &&
        full_given_name(a.plain[i]) != full_given_name(b.plain[i]))
      return true;
  return false;
}

std::vector<std::string> thing_words(std::string_view name) {
  std::string text(1, ' ');
  text += plain_name(one_article(name));
  text += ' ';
  for (const auto& [from, to] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {" united nations ", " un "},
           {" european union ", " eu "},
           {" united kingdom ", " uk "},
           {" united states of america ", " us "},
           {" a s ", " as "},  // A/S
           {" usa ", " us "},
           {" united states ", " us "}})
    replace_all(text, from, to);
  std::vector<std::string> words = words_of(text);
  while (words.size() > 1 && is_legal_form(words.back())) words.pop_back();
  if (words.size() > 1 && is_leading_legal_form(words.front())) words.erase(words.begin());
  // Football clubs are named with and without.
  const auto is_club = [](const std::string& word) { return word == "fc" || word == "afc" || word == "cf"; };
  if (words.size() > 1 && is_club(words.back())) words.pop_back();
  if (words.size() > 1 && is_club(words.front())) words.erase(words.begin());
  if (words.size() == 3 && words[0] == "university" && words[1] == "of" && is_university_town(words[2]))
    words = {words[2], words[0]};
  std::vector<std::string> out;
  for (const std::string& word : numbers_as_figures(std::move(words)))
    if (word != "and") out.emplace_back(usual_word(word));
  return out;
}

std::vector<std::string> place_words(std::string_view name) {
  std::vector<std::string> words;
  for (std::string& word : words_of(plain_name(one_article(name))))
    if (word != "the") words.push_back(std::move(word));
  // `Spratlys`, `Spratly Islands`
  if (words.size() == 2 && words[1] == "islands" && !words[0].ends_with('s')) {
    words.pop_back();
    words.front() += 's';
  }
  static constexpr std::array<std::string_view, 7> articles = {"al", "an", "ar", "as", "ash", "at", "az"};
  if (words.size() > 1 && std::find(articles.begin(), articles.end(), words.front()) != articles.end())
    words.erase(words.begin());
  std::vector<std::string> out;
  for (const std::string& word : words_of(usual_place_name(joined(words))))
    out.push_back(romanized(usual_word(word)));
  return out;
}

bool is_acronym(std::string_view text) {
  std::size_t letters = 0;
  for (const char c : text) {
    if (c == '.') continue;
    if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-')) return false;
    ++letters;
  }
  return letters >= 2 && letters <= 8;
}

bool abbreviates(std::string_view acronym, const std::vector<std::string>& words) {
  const std::string letters = joined(words_of(normalized_name(acronym)), "");
  std::size_t at = 0;
  std::size_t skipped = 0;
  for (const std::string& word : words) {
    if (at < letters.size() && !word.empty() && word[0] == letters[at]) {
      ++at;
    } else if (word != "of" && word != "the" && word != "for" && word != "and" && word != "on" &&
               word != "to" && word != "in") {
      ++skipped;
    }
  }
  return at == letters.size() && skipped <= 1 && words.size() >= 2;
}

}  // namespace relata::uniting

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

/// Words that count or letter things, whose every sign tells: `II`, `111`, `B52`, `AA`.
bool is_ordinal_sign(std::string_view word) {
  return word.find_first_not_of("ivx") == std::string_view::npos ||
         word.find_first_of("0123456789") != std::string_view::npos ||
         word.find_first_not_of(word.front()) == std::string_view::npos;
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
  std::vector<std::string> words = initials_joined(words_of(normalized_name(unicode::fold(name))));
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
  return out;
}

bool near_spelling(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (std::min(a.size(), b.size()) < 4 || has_usual_spelling(a) || has_usual_spelling(b)) return false;
  if (consonants(a) != consonants(b)) return false;
  if (a.size() == b.size()) {
    std::size_t different = 0;
    for (std::size_t i = 0; i < a.size(); ++i) different += a[i] != b[i] ? 1 : 0;
    return different <= 1;
  }
  return std::max(a.size(), b.size()) - std::min(a.size(), b.size()) == 1 &&
         std::min(a.size(), b.size()) >= 6;
}

std::vector<std::string> thing_words(std::string_view name) {
  std::vector<std::string> words = words_of(normalized_name(name));
  while (words.size() > 1 && is_legal_form(words.back())) words.pop_back();
  std::vector<std::string> out;
  for (const std::string& word : words)
    if (word != "and") out.emplace_back(usual_word(word));
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

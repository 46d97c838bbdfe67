// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relata::uniting {

std::vector<std::string> words_of(std::string_view text);
std::string joined(const std::vector<std::string>& words, std::string_view between = " ");

/// A word in a spelling that transliterations of Slavic, Arabic and Persian names and doubled letters share.
///   dmitri, dmitry, dmitriy → dmitri
///   husayn, hussain         → hussein's form
std::string romanized(std::string_view word);

/// A person's name taken apart.
struct PersonName {
  std::vector<std::string> plain;  ///< normalised words, titles left out, given names first
  std::vector<std::string> words;  ///< romanized, without Arabic articles
  std::string generation;          ///< `jr`
  bool east_asian = false;         ///< family name first, given name joined into one word

  const std::string& family() const { return east_asian ? words.front() : words.back(); }
  const std::string& given() const { return east_asian ? words.back() : words.front(); }
};
PersonName person_name(std::string_view name);

/// Whether the names are written with different marked vowels: Müller, Möller. Unmarked ones may stand for
/// any.
bool marked_vowels_differ(std::string_view a, std::string_view b);
/// Whether a word of one name and that of the other are two usual names: Robin and Ruben, Ross and Russ.
bool are_two_own_names(const PersonName& a, const PersonName& b);
/// A place's name in one spelling: `Mt. Everest`, `An Najaf`, `Deir ez-Zor`.
std::vector<std::string> place_words(std::string_view name);

/// Letters that two transliterations of one country's names write differently.
enum class Letters : std::uint8_t {
  same,
  h_or_g,   ///< of Ukrainian and Belarusian, and by way of Russian: Shmyhal, Shmygal
  ch_or_sh  ///< French and English: Ghannouchi, Ghannushi
};
/// Which a country's names have.
Letters letters_of(std::string_view country);
/// The word in one of the two.
std::string in_one_spelling(std::string word, Letters letters);

/// Whether two spellings of one word differ by a vowel that transliterations choose differently. Words that
/// differ in their ends (Mario, Maria) or are listed as names of their own are not near.
bool near_spelling(std::string_view a, std::string_view b);

/// The letters that near spellings of a word have in common.
std::string consonants(std::string_view word);

/// Words of an organisation, work or treaty without company forms, in one spelling, numbers as figures.
///   Samsung Electronics Co. Ltd. → samsung electronics
///   Second World War             → 2nd world war
std::vector<std::string> thing_words(std::string_view name);

/// Whether the text is written in capitals like an acronym: `NATO`, `G20`.
bool is_acronym(std::string_view text);
/// Whether `acronym` can be made of the first letters of the words.
bool abbreviates(std::string_view acronym, const std::vector<std::string>& words);

}  // namespace relata::uniting

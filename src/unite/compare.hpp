// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "unite/corpus.hpp"

namespace relata::uniting {

/// What kind of thing a name is compared as: people with people, bodies with bodies.
enum class Kind : std::uint8_t { person, body, place, treaty, other };
Kind kind_of(Label cls);

/// Whether all words of a name are such as bodies of many countries share.
bool is_generic(const std::vector<std::string>& words);

/// Whether a name is such as things of one place or state each bear: generic words alone, or a law's.
bool is_of_one_state(const std::vector<std::string>& words);
/// The country that the name of a body of state says it is of, where all else of it is generic; or empty.
std::string_view country_in_name(const std::vector<std::string>& words);

/// Whether two contexts cannot be one thing's: walks of life between which nobody moves, countries that have
/// nothing in common, meanings of an acronym. `one_state`: is_of_one_state() of the name; `crossing`: it may
/// lie in two provinces. Empty: they can; else what speaks against it.
std::string contradiction(const Symbols& symbols, const Context& a, const Context& b, Kind kind,
                          bool one_state = false, bool crossing = false);

/// How much two contexts speak for one thing: an office counts 3, a body 2, a country 1.
int support(const Context& a, const Context& b);
/// The strongest of what they share, in words.
std::string common_ground(const Symbols& symbols, const Context& a, const Context& b);

/// The things that the articles of some occurrences speak of, as far as few articles do.
using Company = std::unordered_set<std::uint32_t>;
void add_company(const Corpus& corpus, std::uint32_t article, Company& company);
/// A thing that both keep company with, or `none`.
std::uint32_t common_company(const Corpus& corpus, const Company& a, const Company& b, std::uint32_t but);
inline constexpr std::uint32_t none = 0xFFFFFFFF;

}  // namespace relata::uniting

// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace relata::uniting {

// Words of names, all as normalized_name() writes them. What is not listed is returned as it stands, or
// answered with no.

/// `president`, `gen`, `mr`: titles before a person's name.
bool is_honorific(std::string_view word);
/// `jr`, `iii`: what tells the generations of a family apart.
bool is_generation(std::string_view word);
/// Family names of China, Korea, Vietnam, Japan and Hungary that stand before the given name at home.
bool is_family_first(std::string_view word);
/// Those of Japan and Hungary, whose given names are words of their own.
bool is_swapped_family(std::string_view word);
/// Family names that so many bear that one bearer in a set of articles proves nothing.
bool is_common_family(std::string_view word);
/// Given and family names usual in European languages: two that differ are two, however alike.
bool is_own_name(std::string_view word);
/// One spelling for the names that letters alone do not bring together: `qaddafi` → `gaddafi`.
std::string_view usual_spelling(std::string_view word);
/// Whether the word is listed by usual_spelling(): near spellings of it are other names.
bool has_usual_spelling(std::string_view word);
/// The full form of a short given name, or of its form in another language: `bill` → `william`.
std::string_view full_given_name(std::string_view word);
/// One name for places that were renamed or have several names: `bombay` → `mumbai`.
std::string_view usual_place_name(std::string_view name);
/// The country of a nationality: `russian` → `russia`.
std::string_view country_of_demonym(std::string_view word);
/// The country of this name, `us` and `uk` among them; empty: none is listed.
std::string_view country_named(std::string_view name);
/// The federal state that a state, province or land is part of: `idaho` → `united states`; else empty.
std::string_view country_of_region(std::string_view name);
/// Whether names of the country's places are transliterated from another script.
bool is_transliterated(std::string_view country);
/// `king`, `pope`: titles borne with a given name alone.
bool is_reigning_title(std::string_view word);
/// Towns whose universities are called both `University of X` and `X University`; elsewhere these are two.
bool is_university_town(std::string_view word);
/// `act`, `bill`: what one state gives itself, unlike treaties.
bool is_law_word(std::string_view word);
/// `lake`, `highway`: places that may lie in two provinces.
bool crosses_borders(std::string_view word);
/// One spelling and form for words of organisations and treaties: `defence` → `defense`, `accords` →
/// `accord`.
std::string_view usual_word(std::string_view word);
/// `inc`, `plc`: forms of companies.
bool is_legal_form(std::string_view word);
/// `oao`: a form that stands before the name.
bool is_leading_legal_form(std::string_view word);
/// `motor`, `technologies`: what may follow a company's name and be left out.
bool is_business_word(std::string_view word);
/// `supreme`, `court`, `party`: words that bodies of many countries share.
bool is_generic_word(std::string_view word);
/// `ministry`, `parliament`: nouns of bodies of the state.
bool is_state_body_word(std::string_view word);

/// Walks of life, as bits.
enum Sphere : std::uint32_t {
  sphere_politics = 1,
  sphere_military = 2,
  sphere_business = 4,
  sphere_law = 8,
  sphere_media = 16,
  sphere_science = 32,
  sphere_religion = 64,
  sphere_arts = 128,
  sphere_crime = 256,
  sphere_everyday = 512,
  sphere_football = 1024,
  sphere_cricket = 2048,
  sphere_gridiron = 4096,
  sphere_baseball = 8192,
  sphere_other_sport = 16384,
  sphere_sport = sphere_football | sphere_cricket | sphere_gridiron | sphere_baseball | sphere_other_sport,
};
/// Between these people move: ministers become bankers.
inline constexpr std::uint32_t public_spheres = sphere_politics | sphere_military | sphere_business |
                                                sphere_law | sphere_media | sphere_science | sphere_religion;
/// The walk of life of a role's noun, or 0.
std::uint32_t sphere_of(std::string_view noun);

}  // namespace relata::uniting

// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/error.hpp"
#include "relata/label.hpp"

namespace relata {

/// What is known of a real thing before any article is read.
struct KnownEntity {
  std::string id;                     ///< Wikidata id where certain, else `class:name`
  std::string name;                   ///< full usual name
  Label cls;                          ///< class of the schema
  std::string wikidata;               ///< Q number where certain, or empty
  std::string country;                ///< name of the country it belongs to, or empty
  std::vector<std::string> aliases;   ///< other names
  std::vector<std::string> demonyms;  ///< adjectives and nouns of nationality (countries)
  std::string capital;                ///< name of the capital (countries); several spellings separated by `|`
};

/// The form in which names are compared: lower case, diacritics folded, dots and apostrophes dropped, other
/// punctuation read as a blank, no possessive `'s` at the end and no leading `the`.
///   The U.S.'s        → us
///   Recep Erdoğan     → recep erdogan
///   Al-Qaeda          → al qaeda
std::string normalized_name(std::string_view name);

/// The table of known entities with an index by name. Names are compared by `normalized_name`; all-capital
/// aliases of up to three letters (`US`, `WHO`, `IS`) match only what is written in capitals as well.
/// Read-only after loading, so safe for many threads.
class KnowledgeBase {
 public:
  using Index = std::uint32_t;

  /// Adds one entity; an entity of the same id replaces the earlier one, at its place. An empty id is made of
  /// the Wikidata id, else of class and name.
  void add(KnownEntity entity);

  /// Reads a table of entities and adds them; faulty lines go to `sink` with file and line, and are left out.
  /// Throws Error when the file cannot be read at all, or has no usable header.
  ///
  /// `.csv`: UTF-8, fields quoted as in RFC 4180, the first row names the columns, `#` at the start of a line
  /// makes it a comment. Columns, of which the first two must be there: `name`, `class` (of the schema),
  /// `id`, `wikidata` (Q number), `country` (name), `aliases` and `demonyms` (separated by `|`), `capital`.
  /// Any other name: JSON Lines, an object a line with the same keys, `aliases` and `demonyms` as arrays.
  void load(const std::filesystem::path& file, const DiagnosticSink& sink);

  const KnownEntity& operator[](Index i) const { return entities_[i]; }
  std::size_t size() const { return entities_.size(); }

  /// Entities that bear this name or alias, in the order they were added.
  std::span<const Index> by_name(std::string_view name) const;
  /// Countries (or peoples) of which this is a demonym: `Russian`, `Russians`.
  std::span<const Index> by_demonym(std::string_view demonym) const;
  /// Countries of which this city is the capital: `Moscow`.
  std::span<const Index> by_capital(std::string_view city) const;
  /// The entity of an id, or nullptr.
  const KnownEntity* by_id(std::string_view id) const;
  /// Number of words of the longest name that begins with this word; 0 where none does.
  std::size_t longest_name_from(std::string_view first_word) const;

 private:
  using Names = std::unordered_map<std::string, std::vector<Index>>;
  void index(Index i);
  void forget(Index i);

  std::vector<KnownEntity> entities_;
  Names names_, demonyms_, capitals_;
  std::unordered_map<std::string, Index> ids_;
  std::unordered_map<std::string, std::size_t> longest_;  // by first word
};

}  // namespace relata

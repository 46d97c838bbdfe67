// SPDX-License-Identifier: MIT
#pragma once

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
  std::string id;        ///< Wikidata id where certain, else `class:name`
  std::string name;      ///< full usual name
  Label cls;             ///< class of the schema
  std::string wikidata;  ///< Q number where certain, or empty
  std::string country;   ///< id of the country it belongs to, or empty
  std::vector<std::string> aliases;   ///< other names
  std::vector<std::string> demonyms;  ///< adjectives and nouns of nationality (countries)
  std::string capital;                ///< name of the capital (countries)
};

/// The table of known entities with an index by name. Names are compared after normalising case, dots,
/// apostrophes and a leading article. Read-only after loading, so safe for many threads.
class KnowledgeBase {
 public:
  using Index = std::uint32_t;

  /// Adds one entity; a later entity of the same id replaces the earlier one.
  void add(KnownEntity entity);
  /// Reads a CSV or JSON Lines file of entities; faulty lines go to `sink` and are left out.
  /// Throws Error when the file cannot be read at all.
  void load(const std::filesystem::path& file, const DiagnosticSink& sink);

  const KnownEntity& operator[](Index i) const { return entities_[i]; }
  std::size_t size() const { return entities_.size(); }

  /// Entities that bear this name or alias.
  std::span<const Index> by_name(std::string_view name) const;
  /// Countries (or peoples) of which this is a demonym: `Russian`, `Russians`.
  std::span<const Index> by_demonym(std::string_view demonym) const;
  /// Countries of which this city is the capital: `Moscow`.
  std::span<const Index> by_capital(std::string_view city) const;
  /// The entity of an id, or nullptr.
  const KnownEntity* by_id(std::string_view id) const;

 private:
  using Names = std::unordered_map<std::string, std::vector<Index>>;
  std::vector<KnownEntity> entities_;
  Names names_, demonyms_, capitals_;
  std::unordered_map<std::string, Index> ids_;
};

}  // namespace relata

// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "relata/error.hpp"
#include "relata/label.hpp"
#include "relata/name_rules.hpp"
#include "relata/office_holders.hpp"

namespace relata {
namespace detail {
class KbRow;
}
struct Schema;

/// What is known of a real thing before any article is read.
struct KnownEntity {
  std::string id;                     ///< Wikidata id where certain, else `class:name`
  std::string name;                   ///< full usual name
  Label cls;                          ///< class of the schema
  std::string wikidata;               ///< Q number where certain, or empty
  std::string country;                ///< name of the country or body it belongs to, or empty
  std::vector<std::string> aliases;   ///< other names
  std::vector<std::string> demonyms;  ///< adjectives and nouns of nationality (countries)
  std::string capital;                ///< name of the capital (countries); several spellings separated by `|`
  std::vector<std::string> weak = {};     ///< names that are also a word or a family name: `Apple`, `Time`
  std::vector<std::string> local = {};    ///< names that bodies of many countries share: `Supreme Court`
  std::vector<std::string> members = {};  ///< words for members (parties): `Tory`, `D`
  std::string family = {};                ///< family name (people), where it is not the last word of the name
};

/// Whose word an entry is: a user's wins over what is shipped.
enum class Origin : std::uint8_t { shipped, user };

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
  /// the Wikidata id, else of class and name. A user's entity comes first under each of its names.
  void add(KnownEntity entity, Origin origin = Origin::shipped);

  /// Reads a table of entities, terms of office and rules, and adds them; faulty lines go to `sink` with file
  /// and line, and are left out. Throws Error when the file cannot be read at all, or has no usable header.
  ///
  /// `.csv`: UTF-8, fields quoted as in RFC 4180, the first row names the columns, `#` at the start of a line
  /// makes it a comment. Any other name: JSON Lines, an object a line with the columns as keys, lists as
  /// arrays. docs/knowledge-base.md describes the columns. A user's row with the name and class of a known
  /// entity adds to it.
  /// Where a schema is given, a class that it does not have is a fault.
  void load(const std::filesystem::path& file, const DiagnosticSink& sink, Origin origin = Origin::shipped,
            const Schema* schema = nullptr);

  const KnownEntity& operator[](Index i) const { return entities_[i]; }
  std::size_t size() const { return entities_.size(); }

  /// Entities that bear this name or alias, a user's first, then in the order they were added. Holders of
  /// offices are found by `person` only.
  std::span<const Index> by_name(std::string_view name) const;

  /// Entities of which this is a name only where the text names something of their class: `Apple`, `Time`.
  std::span<const Index> by_weak_name(std::string_view name) const;

  /// Bodies of which this is a name only where their country is spoken of: `Supreme Court`, `Foreign
  /// Ministry`. With the country (`Russian Foreign Ministry`, `Supreme Court of India`) they are found by
  /// `by_name`.
  std::span<const Index> by_local_name(std::string_view name) const;

  /// Countries (or peoples) of which this is a demonym: `Russian`, `Russians`.
  std::span<const Index> by_demonym(std::string_view demonym) const;

  /// Countries of which this city is the capital: `Moscow`.
  std::span<const Index> by_capital(std::string_view city) const;

  /// Parties whose members are called so, letter by letter: `Democrat`, `R`.
  std::span<const Index> by_member(std::string_view word) const;

  /// Whether the word before makes a member's word another party's: `Social Democrat`.
  static bool tells_other_party(std::string_view before);

  /// The entity of an id, or nullptr.
  const KnownEntity* by_id(std::string_view id) const;

  /// Number of words of the longest name that begins with this word; 0 where none does.
  std::size_t longest_name_from(std::string_view first_word) const;

  /// Whether the entity was given, or added to, by a user.
  bool is_users(const KnownEntity& entity) const { return users_.contains(entity.id); }

  /// Whether a user gave the entity this name, letter by letter.
  bool is_users_name(const KnownEntity& entity, std::string_view name) const;

  /// Whether a user gave any names.
  bool has_users_names() const { return !users_.empty(); }

  /// The person of this full name or alias, or nullptr where there is none or more than one.
  const KnownEntity* person(std::string_view name) const;

  /// The person of this family name who held some office on `date` (ISO day, month or year), or nullptr where
  /// there is none or more than one: `Bush` is the son in 2008, the father in 1990.
  const KnownEntity* person_by_family_name(std::string_view family, std::string_view date) const;

  /// Who held an office of a country or organisation on `date` (ISO day, month or year):
  /// ("Q30", "president", "2008-05-01") → George W. Bush. nullptr where that is not known, or where it may be
  /// one of several. `leader` asks for the office that leads a country, if one alone does.
  const KnownEntity* office_holder(std::string_view body_id, std::string_view office,
                                   std::string_view date) const;

  /// All terms of office of a person, in the order of the tables.
  std::vector<const Term*> terms_of(const KnownEntity& person) const;

  /// The name under which a user's rule unites this one with others, or empty.
  std::string_view same(std::string_view name) const { return rules_.same(name); }

  /// Whether a user's rule states that these names are two things.
  bool kept_apart(std::string_view a, std::string_view b) const { return rules_.kept_apart(a, b); }

  /// The user's rules on names.
  const NameRules& rules() const { return rules_; }

  /// Whether there are rules at all.
  bool has_rules() const { return !rules_.empty(); }

 private:
  using Names = std::unordered_map<std::string, std::vector<Index>>;
  void index(Index i);
  void index_name(Names& names, const std::string& name, Index i);
  void index_local(Index i);
  void forget(Index i);
  static void fill_id(KnownEntity& entity);
  const KnownEntity* namesake(const KnownEntity& entity) const;
  // These two return what is wrong, or nothing.
  std::string take(detail::KbRow& row, Origin origin, const Schema* schema);
  std::string take_rules(const std::string& name, const std::string& same, const std::string& different);

  std::vector<KnownEntity> entities_;
  Names names_, weak_, local_, demonyms_, capitals_, members_, people_, families_;
  std::unordered_map<std::string, Index> ids_;
  std::unordered_map<std::string, std::size_t> longest_;  // by first word
  std::unordered_set<std::string> users_;                 // ids
  std::unordered_set<std::string> holders_;               // ids of people known by their offices
  OfficeHolders offices_;
  NameRules rules_;
};

}  // namespace relata

// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "relata/article.hpp"
#include "relata/document.hpp"
#include "relata/knowledge_base.hpp"

namespace relata {

/// Index of an entity within its article.
using EntityId = std::uint32_t;
inline constexpr EntityId no_entity = std::numeric_limits<EntityId>::max();

/// A stretch of text that refers to an entity. Words for several (`both countries`) have a mention for each.
struct Mention {
  enum class Kind : std::uint8_t {
    name,     ///< `Vladimir Putin`, `the Kremlin`
    nominal,  ///< `the Russian president`
    pronoun,  ///< `he`, `their`
    demonym,  ///< `Russian` in `Russian troops`: the country is meant, but not named
  };
  TokenSpan span;    ///< without leading article and trailing possessive
  TokenId head = 0;  ///< its syntactic head within the span
  Kind kind = Kind::name;
  EntityId entity = no_entity;
  std::string_view rule = {};     ///< why it is this entity (`family name`, `pronoun`); points to a literal
  TokenId antecedent = no_token;  ///< head of the earlier mention it takes up, where the rule looks for one
};

/// One real thing as this article speaks of it.
struct Entity {
  std::string id;     ///< knowledge-base id, else class and normalised name
  std::string label;  ///< canonical name
  Label cls;          ///< class of the schema
  std::string wikidata;
  std::vector<std::string> aliases;  ///< other names used in this text or known, without duplicates
  std::string value;                 ///< literals: the normalised value (`2018-10-20`); empty for things
  std::string datatype;  ///< literals: `xsd:date`, `xsd:gYearMonth`, `xsd:gYear`, `xsd:decimal`, `xsd:string`
  bool plural = false;   ///< refers to several (`the two leaders`, `officials`)
};

/// Mentions of an article, joined into entities.
struct Resolution {
  std::vector<Entity> entities;
  std::vector<Mention> mentions;  ///< sorted by span.first, then longest first, then entity

  /// Index of the innermost mention whose head is this token; mentions.size() when there is none.
  /// Constant time after `sort_mentions`, else linear.
  std::size_t mention_headed_by(TokenId t) const;
  /// Puts the mentions in order and builds the index by head. To be called after `mentions` was changed.
  void sort_mentions();

 private:
  std::vector<std::uint32_t> by_head_;  // one per token up to the last head; npos where none
};

/// Finds mentions in `doc` and joins those of one thing. Needs tags, heads and entities. A pure function of
/// its arguments.
Resolution resolve(const Article& article, const Document& doc, const KnowledgeBase& kb);

}  // namespace relata

// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/evidence.hpp"
#include "relata/import_graph.hpp"
#include "relata/schema.hpp"
#include "text/text_map.hpp"

namespace relata::importing {

/// Gathers the entities and statements of a file and deals them out to articles. Entities and articles have
/// numbers of the whole file.
class EvidenceBuilder {
 public:
  std::uint32_t add_entity() {
    entities_.emplace_back();
    return static_cast<std::uint32_t>(entities_.size() - 1);
  }
  LocalEntity& entity(std::uint32_t number) { return entities_[number]; }
  std::size_t entity_count() const { return entities_.size(); }

  std::uint32_t add_article(ArticleEvidence&& article);
  /// The article record that a graph of no known articles is, under its name.
  std::uint32_t add_graph(const std::string& name);
  /// What the graph sorts articles by.
  std::string_view address(std::uint32_t article) const { return address_of(articles_[article]); }

  /// `statement` names its entities by their numbers in the file.
  void state(std::uint32_t article, Statement&& statement) {
    articles_[article].statements.push_back(std::move(statement));
  }
  /// Says that an article speaks of an entity, be it in no statement.
  void mention(std::uint32_t article, std::uint32_t entity) { mentioned_[article].push_back(entity); }

  /// Which entities, literals apart, no statement takes, and which articles have none.
  std::vector<std::uint32_t> unstated_entities() const;
  std::vector<std::uint32_t> empty_articles() const;

  /// Hands over the articles that speak of something, with the entities that each speaks of. An entity's
  /// mentions go to the first of its articles. The builder is empty afterwards.
  void finish(ImportedGraph& graph);

 private:
  std::vector<LocalEntity> entities_;
  std::vector<ArticleEvidence> articles_;
  std::vector<std::vector<std::uint32_t>> mentioned_;
  std::set<std::string> graphs_;
};

/// What a literal of the file is as an entity: its datatype one that relata knows, its class by that.
LocalEntity literal_entity(std::string_view value, std::string_view datatype);

/// A date or number by its look, else a string.
std::string_view guessed_datatype(std::string_view value);

/// Names of relations, as the schema has them.
class RelationNames {
 public:
  explicit RelationNames(const Schema& schema) : schema_(schema) {}

  /// Sets relation and `open`: the schema's where it has one of this name, else open.
  ///   member_of  → member_of        is friend of → open:is friend of
  void name(Statement& statement, std::string_view relation);

 private:
  const Schema& schema_;
  TextMap<std::pair<std::string, bool>> known_;
};

/// A user's word that a statement is right. `id`: of the statement; empty: worked out.
Verdict confirmed(std::string id, const Entity& subject, const std::string& relation, const Entity& object,
                  Status status);

}  // namespace relata::importing

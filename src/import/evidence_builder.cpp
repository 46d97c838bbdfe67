// SPDX-License-Identifier: MIT
#include "import/evidence_builder.hpp"

#include <algorithm>

#include "rdf/literal.hpp"
#include "relata/assemble.hpp"
#include "relata/unite.hpp"
#include "text/stable_id.hpp"

namespace relata::importing {

std::uint32_t EvidenceBuilder::add_article(ArticleEvidence&& article) {
  articles_.push_back(std::move(article));
  mentioned_.emplace_back();
  return static_cast<std::uint32_t>(articles_.size() - 1);
}

std::uint32_t EvidenceBuilder::add_graph(const std::string& name) {
  ArticleEvidence article;
  article.article_id = stable_id({"graph", name});
  article.uri = name;
  graphs_.insert(name);
  return add_article(std::move(article));
}

std::vector<std::uint32_t> EvidenceBuilder::unstated_entities() const {
  std::vector<bool> stated(entities_.size(), false);
  for (std::size_t a = 0; a < articles_.size(); ++a) {
    for (const Statement& s : articles_[a].statements)
      for (const EntityId id : {s.subject, s.object, s.source})
        if (id != no_entity) stated[id] = true;
    for (const std::uint32_t entity : mentioned_[a]) stated[entity] = true;
  }
  std::vector<std::uint32_t> unstated;
  for (std::uint32_t e = 0; e < entities_.size(); ++e)
    if (!stated[e] && entities_[e].entity.datatype.empty()) unstated.push_back(e);
  return unstated;
}

std::vector<std::uint32_t> EvidenceBuilder::empty_articles() const {
  std::vector<std::uint32_t> empty;
  for (std::uint32_t a = 0; a < articles_.size(); ++a)
    if (articles_[a].statements.empty() && mentioned_[a].empty()) empty.push_back(a);
  return empty;
}

void EvidenceBuilder::finish(ImportedGraph& graph) {
  std::vector<EntityId> local(entities_.size(), no_entity);
  std::vector<std::uint32_t> here;
  for (std::size_t a = 0; a < articles_.size(); ++a) {
    ArticleEvidence& article = articles_[a];
    here.clear();
    const auto place = [&](std::uint32_t entity) {
      if (local[entity] == no_entity) {
        local[entity] = static_cast<EntityId>(here.size());
        here.push_back(entity);
      }
      return local[entity];
    };
    for (Statement& s : article.statements) {
      s.subject = place(s.subject);
      s.object = place(s.object);
      if (s.source != no_entity) s.source = place(s.source);
    }
    for (const std::uint32_t entity : mentioned_[a]) place(entity);
    if (here.empty()) continue;
    article.entities.reserve(here.size());
    for (const std::uint32_t entity : here) {
      article.entities.push_back({entities_[entity].entity, std::exchange(entities_[entity].mentions, {})});
      local[entity] = no_entity;
    }
    graph.articles.push_back(std::move(article));
  }
  entities_.clear();
  articles_.clear();
  mentioned_.clear();
  graph.graphs = std::exchange(graphs_, {});
}

LocalEntity literal_entity(std::string_view value, std::string_view datatype) {
  LocalEntity local;
  local.entity.value = value;
  local.entity.datatype = rdf::checked_datatype(datatype, value);
  if (local.entity.datatype == "xsd:decimal") {
    local.entity.cls = cls::Amount;
  } else if (local.entity.datatype != "xsd:string") {
    local.entity.cls = cls::Date;
  }
  return local;
}

std::string_view guessed_datatype(std::string_view value) {
  // A number of four digits is more often a number than a year.
  if (rdf::checked_datatype("xsd:decimal", value) == "xsd:decimal") return "xsd:decimal";
  const std::string_view date = rdf::date_datatype(value);
  return date.empty() ? std::string_view("xsd:string") : date;
}

void RelationNames::name(Statement& statement, std::string_view relation) {
  auto known = known_.find(relation);
  if (known == known_.end()) {
    const bool declared = schema_.find_relation(relation) != nullptr;
    const bool marked = declared || relation.starts_with("open:");
    known =
        known_.emplace(relation, std::pair((marked ? "" : "open:") + std::string(relation), !declared)).first;
  }
  statement.relation = known->second.first;
  statement.open = known->second.second;
}

Verdict confirmed(std::string id, const Entity& subject, const std::string& relation, const Entity& object,
                  Status status) {
  const auto name = [](const Entity& e) { return e.datatype.empty() ? e.label : e.value; };
  Verdict verdict;
  verdict.judgement = Judgement::confirmed;
  verdict.subject = local_id(subject);
  verdict.relation = relation;
  verdict.object = local_id(object);
  verdict.status = to_string(status);
  verdict.id =
      id.empty() ? statement_id(verdict.subject, relation, verdict.object, verdict.status) : std::move(id);
  verdict.words = name(subject) + " -- " + relation + " --> " + name(object);
  return verdict;
}

}  // namespace relata::importing

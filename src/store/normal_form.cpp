// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <tuple>

#include "relata/store.hpp"
#include "text/utf8.hpp"

namespace relata {
namespace {

/// As records hold it.
double recorded(double confidence) {
  return std::isfinite(confidence) ? std::round(std::clamp(confidence, 0.0, 1.0) * 100) / 100 : 0;
}

using Key = std::tuple<bool, std::string, std::string>;  // literal?, id or datatype, value

Key key_of(const Entity& e) {
  if (!e.datatype.empty()) return {true, e.datatype, e.value};
  if (!e.id.empty()) return {false, e.id, {}};
  return {false, std::string(e.cls.str()) + ':' + e.label, {}};
}

template <class T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Two records of one entity. Where they differ the greater value stays, so that no order shows.
void absorb(LocalEntity& into, LocalEntity&& from) {
  Entity& e = into.entity;
  e.label = std::max(e.label, from.entity.label);
  if (e.cls.str() < from.entity.cls.str()) e.cls = from.entity.cls;
  e.wikidata = std::max(e.wikidata, from.entity.wikidata);
  if (e.aliases != from.entity.aliases) {
    e.aliases.insert(e.aliases.end(), from.entity.aliases.begin(), from.entity.aliases.end());
    sort_unique(e.aliases);
  }
  into.mentions.insert(into.mentions.end(), from.mentions.begin(), from.mentions.end());
}

/// All of a statement, entities by their place in the normal form.
auto content(const Statement& s) {
  static const StatementTime none;
  const StatementTime& time = s.time ? *s.time : none;
  return std::tuple(s.sentence_span, std::string_view(s.sentence), s.subject, std::string_view(s.relation),
                    s.object, s.status, s.source, std::string_view(s.source_label), s.time.has_value(),
                    std::string_view(time.start), std::string_view(time.end), std::string_view(time.text),
                    s.confidence, std::string_view(s.frame), s.open);
}

bool content_less(const Statement& a, const Statement& b) {
  return content(a) < content(b);
}

template <class T, class Less = std::less<>>
bool strictly_ascend(const std::vector<T>& values, Less less = {}) {
  return std::adjacent_find(values.begin(), values.end(),
                            [&](const T& a, const T& b) { return !less(a, b); }) == values.end();
}

/// Whether an entity has only what its kind takes. `taken`: some statement takes it.
bool is_plain(const LocalEntity& local, bool taken) {
  const Entity& e = local.entity;
  if (e.plural || !strictly_ascend(local.mentions)) return false;
  if (e.datatype.empty()) return e.value.empty() && !e.id.empty();
  return taken && e.id.empty() && e.label.empty() && e.wikidata.empty() && local.mentions.empty();
}

/// Whether entities and statements are as sorting would leave them: so they come out of a store.
bool is_sorted(const ArticleEvidence& article, const std::vector<bool>& taken) {
  for (std::size_t i = 0; i < article.entities.size(); ++i)
    if (!is_plain(article.entities[i], taken[i])) return false;
  const auto entity_less = [](const LocalEntity& a, const LocalEntity& b) {
    const auto key = [](const Entity& e) {
      const bool literal = !e.datatype.empty();
      return std::tuple<bool, const std::string&, const std::string&>(literal, literal ? e.datatype : e.id,
                                                                      e.value);
    };
    return key(a.entity) < key(b.entity);
  };
  return strictly_ascend(article.entities, entity_less) && strictly_ascend(article.statements, content_less);
}

/// The fields that records hold, and no others.
void clear_unrecorded(Entity& e) {
  e.plural = false;
  if (e.datatype.empty()) {
    e.value.clear();
    if (e.id.empty()) e.id = std::get<1>(key_of(e));
  } else {
    e.id.clear();
    e.label.clear();
    e.wikidata.clear();
  }
}

/// Ill-formed bytes become U+FFFD, as in records.
void repair(std::string& text) {
  if (utf8::find_invalid(text) != std::string::npos) text = utf8::encode(utf8::decode(text));
}

void repair(ArticleEvidence& article) {
  for (std::string* text : {&article.article_id, &article.uri, &article.title, &article.published})
    repair(*text);
  for (LocalEntity& local : article.entities) {
    Entity& e = local.entity;
    for (std::string* text : {&e.id, &e.label, &e.wikidata, &e.value, &e.datatype}) repair(*text);
    for (std::string& alias : e.aliases) repair(alias);
  }
  for (Statement& s : article.statements) {
    for (std::string* text : {&s.relation, &s.source_label, &s.sentence, &s.frame}) repair(*text);
    if (s.time)
      for (std::string* text : {&s.time->start, &s.time->end, &s.time->text}) repair(*text);
  }
}

}  // namespace

void normalize(ArticleEvidence& article) {
  repair(article);
  article.traces.clear();  // they explain evidence, and are none
  const std::size_t size = article.entities.size();
  std::erase_if(article.statements,
                [&](const Statement& s) { return s.subject >= size || s.object >= size; });
  std::vector<bool> taken(size, false);
  for (Statement& s : article.statements) {
    if (s.source >= size) s.source = no_entity;
    if (s.source != no_entity && !article.entities[s.source].entity.datatype.empty()) {
      s.source_label = article.entities[s.source].entity.value;  // nobody: its words are kept
      s.source = no_entity;
    }
    if (s.source != no_entity) s.source_label.clear();
    s.confidence = recorded(s.confidence);
    taken[s.subject] = taken[s.object] = true;
  }
  if (is_sorted(article, taken)) return;

  std::map<Key, LocalEntity> entities;
  std::vector<const Key*> key_at(size, nullptr);
  for (std::size_t i = 0; i < size; ++i) {
    LocalEntity& local = article.entities[i];
    if (!local.entity.datatype.empty() && !taken[i]) continue;
    Key key = key_of(local.entity);
    clear_unrecorded(local.entity);
    if (!local.entity.datatype.empty()) local.mentions.clear();
    const auto [known, is_new] = entities.try_emplace(std::move(key));
    if (is_new) {
      known->second = std::move(local);
    } else {
      absorb(known->second, std::move(local));
    }
    key_at[i] = &known->first;
  }

  std::map<const Key*, EntityId> place;
  article.entities.clear();
  for (auto& [key, local] : entities) {
    place.emplace(&key, static_cast<EntityId>(article.entities.size()));
    sort_unique(local.mentions);
    article.entities.push_back(std::move(local));
  }
  for (Statement& s : article.statements) {
    s.subject = place.at(key_at[s.subject]);
    s.object = place.at(key_at[s.object]);
    if (s.source != no_entity) s.source = place.at(key_at[s.source]);
  }
  std::sort(article.statements.begin(), article.statements.end(), content_less);
  article.statements.erase(
      std::unique(article.statements.begin(), article.statements.end(),
                  [](const Statement& a, const Statement& b) { return content(a) == content(b); }),
      article.statements.end());
}

}  // namespace relata

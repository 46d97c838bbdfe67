// SPDX-License-Identifier: MIT
#include "evaluate/article_score.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "evaluate/credit.hpp"
#include "evaluate/gold_entities.hpp"
#include "evaluate/names.hpp"
#include "evaluate/readings.hpp"
#include "text/unicode.hpp"

namespace relata::detail {
namespace {

/// How much of a triple has to agree.
enum class Level : std::uint8_t { pair, relation, status };

/// Gold that is credited once: what is the same at a level is one.
struct Wanted {
  const GoldArticle::Triple* triple = nullptr;  ///< the first of them
  bool required = false;
  std::vector<Reading> readings;
};

struct Told {
  EntitySet subjects, objects;          ///< gold entities that each end can stand for
  std::string subject_key, object_key;  ///< equal for what is one entity
  const Relation* relation = nullptr;   ///< none: open
  std::string status;
  const Prediction* said = nullptr;
};

bool contains(const std::vector<std::string>& list, const std::string& value) {
  return std::ranges::find(list, value) != list.end();
}

class ArticleScore {
 public:
  ArticleScore(const GoldArticle& gold, const RelationNames& relations, Evaluation& total)
      : gold_(gold), relations_(relations), entities_(gold), readings_(gold), total_(total) {}

  void read(const std::vector<const Prediction*>& predictions) {
    for (const Prediction* p : predictions) {
      if (p->relation.empty()) {
        alone(*p);
      } else {
        triple(*p);
      }
    }
  }

  void score() {
    score(Level::pair, total_.pairs);
    score(Level::relation, total_.relations);
    score(Level::status, total_.statuses);
    open_pairs();
    entities();
  }

 private:
  /// The gold entities behind a predicted one; notes its name as one used for them.
  EntitySet entity(const Prediction::Entity& predicted, std::string& key) {
    EntitySet set = entities_.find(predicted);
    const std::string name = comparable_name(predicted.name);
    const auto [at, fresh] = name_index_.try_emplace(name, names_.size());
    if (fresh) names_.push_back({one_line(predicted.name), {}});
    names_[at->second].stands_for.insert(set.begin(), set.end());
    key = '=' + name;
    if (!set.empty()) {
      key = '#';
      for (const std::uint32_t e : set) key.append(std::to_string(e)).append(" ");
    }
    return set;
  }

  void alone(const Prediction& p) {
    std::string key;
    const EntitySet set = entity(p.subject, key);
    if (set.empty() || p.cls.empty()) return;
    ++total_.classed;
    total_.class_right +=
        std::ranges::any_of(set, [&](std::uint32_t e) { return gold_.entities[e].cls == p.cls; });
  }

  void triple(const Prediction& p) {
    Told t;
    t.subjects = entity(p.subject, t.subject_key);
    t.objects = entity(p.object, t.object_key);
    const RelationNames::Reading reading = relations_.read(p.relation);
    if (reading.turned) {
      std::swap(t.subjects, t.objects);
      std::swap(t.subject_key, t.object_key);
    }
    t.relation = reading.relation;
    t.status = p.status.empty() ? "factual" : unicode::lower(p.status);
    t.said = &p;
    (t.relation == nullptr ? open_ : told_).push_back(std::move(t));
  }

  std::vector<Wanted> wanted(Level level) const {
    std::vector<Wanted> all;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::string, std::string>, std::size_t> index;
    for (const GoldArticle::Triple& t : gold_.triples) {
      auto [s, o] = std::pair(t.subject, t.object);
      if (level == Level::pair && s > o) std::swap(s, o);
      const auto [at, fresh] = index.try_emplace({s, o, level >= Level::relation ? t.relation : std::string(),
                                                  level >= Level::status ? t.status : std::string()},
                                                 all.size());
      if (fresh) all.push_back({&t, false, {}});
      Wanted& one = all[at->second];
      one.required |= t.required;
      for (Reading& reading : readings_.of(t)) one.readings.push_back(std::move(reading));
    }
    std::ranges::stable_partition(all, &Wanted::required);
    return all;
  }

  /// What is told at a level, each once.
  std::vector<const Told*> distinct(Level level) const {
    std::vector<const Told*> all;
    std::set<std::tuple<std::string, std::string, const Relation*, std::string>> seen;
    for (const Told& t : told_) {
      auto [s, o] = std::pair(t.subject_key, t.object_key);
      if ((level == Level::pair || t.relation->symmetric) && s > o) std::swap(s, o);
      if (seen.emplace(s, o, level >= Level::relation ? t.relation : nullptr,
                       level >= Level::status ? t.status : std::string())
              .second)
        all.push_back(&t);
    }
    return all;
  }

  static bool fits(const Reading& reading, const Told& t, Level level) {
    if (level >= Level::relation && !contains(reading.relations, t.relation->name)) return false;
    if (level >= Level::status && !contains(reading.statuses, t.status)) return false;
    const bool either_way = level == Level::pair || t.relation->symmetric;
    return (overlap(t.subjects, reading.subjects) && overlap(t.objects, reading.objects)) ||
           (either_way && overlap(t.subjects, reading.objects) && overlap(t.objects, reading.subjects));
  }

  static bool fits(const Wanted& wanted, const Told& t, Level level) {
    return std::ranges::any_of(wanted.readings,
                               [&](const Reading& reading) { return fits(reading, t, level); });
  }

  void score(Level level, Tally& tally) {
    const std::vector<Wanted> golds = wanted(level);
    const std::vector<const Told*> told = distinct(level);
    const Credit credited =
        credit(static_cast<std::uint32_t>(golds.size()), static_cast<std::uint32_t>(told.size()),
               [&](std::uint32_t g, std::uint32_t p) { return fits(golds[g], *told[p], level); });
    std::uint64_t right = 0;
    for (std::size_t g = 0; g < golds.size(); ++g) {
      const bool hit = credited.by[g] != Credit::none;
      right += hit;
      if (!golds[g].required) continue;
      ++tally.gold;
      tally.found += hit;
      if (level == Level::relation) note(*golds[g].triple, hit);
    }
    const auto fitting = static_cast<std::uint64_t>(std::ranges::count(credited.fits_some, true));
    tally.right += right;
    tally.neutral += fitting - right;
    tally.predicted += told.size() - (fitting - right);
    if (level == Level::relation)
      for (std::size_t p = 0; p < told.size(); ++p)
        if (!credited.fits_some[p]) note(*told[p]);
  }

  void note(const GoldArticle::Triple& triple, bool hit) {
    Evaluation::OfRelation& of = total_.by_relation[triple.relation];
    ++of.gold;
    of.found += hit;
    if (!hit)
      total_.faults.push_back({Evaluation::Fault::Kind::missed, gold_.name,
                               gold_.entities[triple.subject].name, triple.relation,
                               gold_.entities[triple.object].name});
  }

  void note(const Told& wrong) {
    ++total_.by_relation[wrong.relation->name].wrong;
    total_.faults.push_back({Evaluation::Fault::Kind::wrong, gold_.name, wrong.said->subject.name,
                             wrong.relation->name, wrong.said->object.name});
  }

  void open_pairs() {
    total_.open += open_.size();
    for (const Wanted& pair : wanted(Level::pair)) {
      if (!pair.required) break;
      const auto links = [&](const Told& t) { return fits(pair, t, Level::pair); };
      total_.open_pairs += std::ranges::none_of(told_, links) && std::ranges::any_of(open_, links);
    }
  }

  void entities() {
    std::set<std::uint32_t> found, required;
    std::uint64_t unknown = 0;
    for (const auto& [name, stands_for] : names_) {
      found.insert(stands_for.begin(), stands_for.end());
      total_.matched_names += !stands_for.empty();
      if (!stands_for.empty()) continue;
      ++unknown;
      if (entities_.is_boilerplate(comparable_name(name))) total_.leaks.emplace_back(gold_.name, name);
    }
    for (const GoldArticle::Triple& t : gold_.triples)
      if (t.required) required.insert({t.subject, t.object});
    total_.entities.gold += gold_.entities.size();
    total_.entities.found += found.size();
    total_.entities.right += found.size();
    total_.entities.predicted += found.size() + unknown;
    total_.required_entities += required.size();
    for (const std::uint32_t e : required) total_.required_entities_found += found.contains(e);
  }

  struct Name {
    std::string as_written;
    std::set<std::uint32_t> stands_for;
  };

  const GoldArticle& gold_;
  const RelationNames& relations_;
  GoldEntities entities_;
  Readings readings_;
  Evaluation& total_;
  std::vector<Told> told_, open_;
  std::vector<Name> names_;  // in order of appearance
  std::unordered_map<std::string, std::size_t> name_index_;
};

}  // namespace

RelationNames::RelationNames(const Schema& schema) {
  for (const Relation& relation : schema.relations) {
    names_.insert_or_assign(relation.name, &relation);
    if (!relation.inverse.empty()) inverses_.insert_or_assign(relation.inverse, &relation);
  }
}

RelationNames::Reading RelationNames::read(const std::string& label) const {
  const std::string name = relation_name(label);
  if (const auto found = names_.find(name); found != names_.end()) return {found->second, false};
  if (const auto found = inverses_.find(name); found != inverses_.end()) return {found->second, true};
  return {};
}

void score_article(const GoldArticle& gold, const std::vector<const Prediction*>& predictions,
                   const RelationNames& relations, Evaluation& total) {
  ArticleScore article(gold, relations, total);
  article.read(predictions);
  article.score();
}

}  // namespace relata::detail

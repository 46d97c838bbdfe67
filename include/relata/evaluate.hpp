// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "relata/error.hpp"
#include "relata/schema.hpp"

namespace relata {

/// What people take from one article: the entities it names and the triples it states.
struct GoldArticle {
  struct Entity {
    std::string id;  ///< within the article
    std::string name;
    std::string cls;
    std::vector<std::string> aliases;
  };
  /// Other values of a triple's parts that hold together: `r` to `released` with `status` to `denied`.
  /// Parts are `s`, `r`, `o` and `status`; `s` and `o` name an entity's id.
  using Alternative = std::map<std::string, std::string>;
  struct Triple {
    std::uint32_t subject = 0;  ///< index in `entities`
    std::string relation;
    std::uint32_t object = 0;  ///< index in `entities`
    std::string status;
    bool required = true;  ///< false: credited where it is found, never missed
    std::vector<Alternative> also;
  };

  std::string name;  ///< the article's file, without folder and ending
  std::vector<Entity> entities;
  std::vector<Triple> triples;
  std::vector<std::string> boilerplate;  ///< page furniture that no entity may come from
};

/// Reads the gold of a file, or of every `.json` file under a folder that has triples, in order of their
/// paths. Throws Error naming file, place and cause.
std::vector<GoldArticle> read_gold(const std::filesystem::path& path);

/// The relations that annotators worked with: a JSON file with `relations`, each with `name`, and `inverse`
/// and `symmetric` where they apply. Throws Error naming file, place and cause.
Schema read_annotation_schema(const std::filesystem::path& file);

/// One thing that a system says of an article: a triple, or an entity alone.
struct Prediction {
  struct Entity {
    std::string name;
    std::vector<std::string> aliases;
  };
  std::string article;   ///< address; only its last part without ending is compared
  Entity subject;        ///< the entity, where it stands alone
  std::string cls;       ///< class of an entity alone; may be empty
  std::string relation;  ///< empty: an entity alone. Outside the schema (`open:…`): counted apart
  Entity object;
  std::string status;  ///< empty: factual
};

/// Reads `statement` and `entity` records of `relata extract`, or the short form for other systems:
///   {"article":"a.txt","subject":"…","relation":"…","object":"…","status":"…","subject_aliases":[…]}
///   {"article":"a.txt","entity":"…","class":"…","aliases":[…]}
/// Other types are skipped; faulty lines go to `sink` (named `name`) and are left out.
std::vector<Prediction> read_predictions(std::istream& in, const std::string& name,
                                         const DiagnosticSink& sink);

/// Counts behind precision and recall.
struct Tally {
  std::uint64_t gold = 0;       ///< required
  std::uint64_t found = 0;      ///< required and found
  std::uint64_t predicted = 0;  ///< without the neutral ones
  std::uint64_t right = 0;      ///< of those predicted
  std::uint64_t neutral = 0;    ///< fit only what others were credited with

  double precision() const;
  double recall() const;
  double f1() const;
};

/// How predictions compare with gold. Levels: pairs (the two entities are linked), relations (and the
/// relation is right), statuses (and the status is right).
struct Evaluation {
  struct OfRelation {
    std::uint64_t gold = 0, found = 0, wrong = 0;
  };
  /// At the level of relations.
  struct Fault {
    enum class Kind : std::uint8_t { missed, wrong };
    Kind kind = Kind::missed;
    std::string article, subject, relation, object;
  };

  Tally pairs, relations, statuses, entities;
  std::uint64_t required_entities = 0;        ///< entities in required triples
  std::uint64_t required_entities_found = 0;  ///< of those
  std::uint64_t matched_names = 0;            ///< names that stand for the entities found; ideally one each
  std::uint64_t classed = 0;                  ///< entities found that come with a class
  std::uint64_t class_right = 0;              ///< of those
  std::uint64_t open = 0;                     ///< triples of open relations
  std::uint64_t open_pairs = 0;               ///< required pairs that they alone link
  std::vector<std::pair<std::string, std::string>> leaks;  ///< article and name that is page furniture
  std::map<std::string, OfRelation> by_relation;
  std::vector<Fault> faults;                          ///< article by article, missed ones first
  std::map<std::string, std::uint64_t> without_gold;  ///< predictions left out, by article
};

/// Scores predictions. Names are equal when they are after folding case, marks, possessives and honorifics;
/// relations may be named by their inverse, then the triple is turned; those the schema lacks are open. Each
/// gold triple is credited once, as many as can be, required ones first.
Evaluation evaluate(std::span<const GoldArticle> gold, std::span<const Prediction> predictions,
                    const Schema& schema);

}  // namespace relata

// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "relata/error.hpp"
#include "relata/label.hpp"

namespace relata {

/// A class of entities or literals.
struct EntityClass {
  Label name;
  std::string definition;
  std::string wikidata;            ///< Q number, or empty
  std::string schema_org;          ///< term of schema.org, or empty
  bool literal = false;            ///< its members are values (dates, amounts), not things
  std::vector<std::string> nouns;  ///< lemmas of common nouns that name a member (`letter`, `summit`)
};

/// A construction of the language that states a relation: a trigger word and what must stand in its slots.
struct Frame {
  enum class Kind : std::uint8_t { verb, noun, adjective, title, pattern };
  Kind kind = Kind::verb;
  std::string trigger;       ///< lemma of the predicate, or the name of a built-in pattern
  std::string subject_slot;  ///< slot that fills the subject: `subj`, `obj`, `poss`, a preposition, …
  std::string object_slot;   ///< slot that fills the object
  std::vector<Label> subject_classes;  ///< empty: those of the relation's domain
  std::vector<Label> object_classes;   ///< empty: those of the relation's range
  std::string particle;                ///< verb particle that must be there (`pull out`), or empty
  std::vector<std::string> with;       ///< lemmas of which one must stand in another slot (`hold … talks`)
  std::vector<std::string> without;    ///< lemmas of which none may stand there (`trade` before `war`)
  std::string status;                  ///< status this construction implies (`denied` for `refuse`), or empty
  bool also = false;                   ///< stands beside other relations of the same pair
  double confidence = 0;               ///< 0: the level of its kind
  std::string file;                    ///< name of the schema file that declares it, without its folder
  std::uint32_t line = 0;              ///< where it stands there
};

/// A relation with its alignments and frames.
struct Relation {
  std::string name;   ///< snake_case, reads subject first
  std::string label;  ///< for people
  std::string group;  ///< communication, diplomacy, …
  std::string definition;
  std::vector<Label> domain;  ///< empty: any class that is not a literal
  std::vector<Label> range;   ///< empty: any class that is not a literal
  bool core = true;           ///< false: an extended relation
  bool symmetric = false;
  bool wrong = false;      ///< held against its subject: the word of somebody else does not make it a fact
  std::string inverse;     ///< name of the inverse, or empty
  std::string wikidata;    ///< aligned properties as declared, e.g. `P991` or `P112 (inverse)`, or empty
  std::string schema_org;  ///< term, or empty
  std::string plover;      ///< PLOVER type and mode, or empty
  std::string framenet;    ///< FrameNet frame, or empty
  std::vector<Frame> frames;
};

/// Classes and relations with the constructions that state them.
struct Schema {
  std::string name;
  std::string version;
  std::vector<EntityClass> classes;
  std::vector<Relation> relations;

  const EntityClass* find_class(Label name) const;
  const Relation* find_relation(std::string_view name) const;
};

/// Reads a schema file and reports every fault to `sink` with file, line and reason.
/// Faulty declarations are left out of the result. Throws Error when the file cannot be read at all.
/// A schema whose root says `extends="news"` is laid over the default one: a relation or class of a known
/// name adds to it, or takes its place with `replace="true"`. Otherwise the schema stands alone.
Schema load_schema(const std::filesystem::path& file, const DiagnosticSink& sink);

}  // namespace relata

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "relata/evidence.hpp"

namespace relata::samples {

inline LocalEntity thing(const std::string& id, const std::string& label, Label cls,
                         const std::string& wikidata = {}, std::vector<std::string> aliases = {},
                         std::vector<CharSpan> mentions = {{0, 3}}) {
  LocalEntity local;
  local.entity.id = id;
  local.entity.label = label;
  local.entity.cls = cls;
  local.entity.wikidata = wikidata;
  local.entity.aliases = std::move(aliases);
  local.mentions = std::move(mentions);
  return local;
}

inline LocalEntity literal(const std::string& value, const std::string& datatype, Label cls,
                           const std::string& words) {
  LocalEntity local;
  local.entity.cls = cls;
  local.entity.aliases = {words};
  local.entity.value = value;
  local.entity.datatype = datatype;
  return local;
}

inline Statement states(EntityId subject, const std::string& relation, EntityId object, Status status,
                        double confidence, const std::string& sentence, CharSpan span) {
  Statement s;
  s.subject = subject;
  s.relation = relation;
  s.open = relation.rfind("open:", 0) == 0;
  s.object = object;
  s.status = status;
  s.confidence = confidence;
  s.sentence = sentence;
  s.sentence_span = span;
  s.frame = "verb:test";
  return s;
}

/// Two articles: a treaty that one country plans to leave and a president says so, a letter, a birth date, an
/// open relation, and names that are hard to write.
inline std::vector<ArticleEvidence> two_articles() {
  ArticleEvidence first;
  first.article_id = "a1";
  first.uri = "treaty.txt";
  first.title = "Out of the <treaty> & into \"doubt\"";
  first.published = "2018-10-20";
  first.entities = {
      thing("Q30", "United States", cls::Country, "Q30", {"Washington", "U.S."}, {{4, 17}, {40, 50}}),
      thing("treaty:inf", "INF Treaty", cls::Treaty, "", {"the INF"}),
      thing("Person:jane doe", "Jane Doe", cls::Person, "", {"Doe"}, {{20, 28}}),
      thing("Person:zoë \"50%\" o'neil\\x",
            "Zoë O'Neil\ttab\x01"
            "end",
            cls::Person)};
  first.entities.push_back(literal("1946-06-14", "xsd:date", cls::Date, "June 14, 1946"));
  Statement leaves =
      states(0, "withdrew_from", 1, Status::planned, 0.81, "Doe said the U.S. would leave the INF.", {0, 38});
  leaves.source = 2;
  leaves.time = StatementTime{"2018-10-20", "", "on Saturday"};
  Statement letter = states(2, "wrote_to", 3, Status::factual, 0.9, "Doe wrote to\nO'Neil.", {40, 60});
  Statement born = states(2, "born_in", 4, Status::factual, 0.7, "Doe was born on June 14, 1946.", {61, 91});
  Statement open =
      states(3, "open:wave_at", 2, Status::denied, 0.5, "O'Neil did not wave at Doe.", {92, 119});
  open.source_label = "officials";
  first.statements = {leaves, letter, born, open};

  ArticleEvidence second;
  second.article_id = "a2";
  second.uri = "https://news.example/2?x=1";
  second.published = "2018-10-22";
  second.entities = {thing("Person:jane doe", "Doe", cls::Person),
                     thing("treaty:inf", "INF Treaty", cls::Treaty),
                     thing("Q30", "United States", cls::Country, "Q30", {"America"})};
  Statement again =
      states(2, "withdrew_from", 1, Status::planned, 0.5, "America plans to leave the INF Treaty.", {5, 43});
  again.source = 0;
  Statement copy =
      states(2, "withdrew_from", 1, Status::planned, 0.6, "Doe said the U.S. would leave the INF.", {50, 88});
  second.statements = {again, copy};
  return {first, second};
}

}  // namespace relata::samples

// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <vector>

#include "relata/schema.hpp"

using namespace relata;
using Catch::Contains;

namespace {

struct Loaded {
  Schema schema;
  std::vector<Diagnostic> faults;
};

Loaded load(std::string_view body) {
  const auto file = std::filesystem::temp_directory_path() / "relata_schema_test.xml";
  std::ofstream(file) << body;
  Loaded loaded;
  loaded.schema = load_schema(file, [&](const Diagnostic& d) { loaded.faults.push_back(d); });
  return loaded;
}

/// The schema's fourth line is `line`; the three before declare a class.
Loaded load_line(const std::string& line) {
  return load("<schema name=\"t\" version=\"1\">\n<class name=\"Person\"/>\n<class name=\"Event\"/>\n" +
              line + "\n</schema>\n");
}

void check_fault(const std::string& line, const std::string& reason) {
  INFO(line);
  const Loaded loaded = load_line(line);
  REQUIRE(loaded.faults.size() == 1);
  CHECK(loaded.faults[0].line == 4);
  CHECK_THAT(loaded.faults[0].message, Contains(reason));
  CHECK_THAT(loaded.faults[0].file, Contains("relata_schema_test.xml"));
}

}  // namespace

TEST_CASE("the default schema has its 15 classes and 98 relations, each with frames and no fault",
          "[schema]") {
  std::vector<Diagnostic> faults;
  const Schema schema = load_schema(std::filesystem::path(RELATA_SOURCE_DIR) / "graph_schemas/news.xml",
                                    [&](const Diagnostic& d) { faults.push_back(d); });
  for (const Diagnostic& d : faults) UNSCOPED_INFO(to_string(d));
  CHECK(faults.empty());
  CHECK(schema.classes.size() == 15);
  CHECK(schema.relations.size() == 98);
  for (const Relation& r : schema.relations) {
    INFO(r.name);
    CHECK_FALSE(r.frames.empty());
    CHECK_FALSE(r.definition.empty());
  }
  REQUIRE(schema.find_relation("wrote_to"));
  CHECK(schema.find_relation("wrote_to")->inverse == "received_letter_from");
  CHECK(schema.find_relation("met_with")->symmetric);
  CHECK(schema.find_relation("no_such") == nullptr);
}

TEST_CASE("each fault of a declaration is reported with its line and reason", "[schema]") {
  check_fault("<thing/>", "unknown element 'thing'");
  check_fault("<class name=\"Person\"/>", "declared twice");
  check_fault("<class/>", "no name");
  check_fault("<relation name=\"Met With\"/>", "no name of a relation");
  check_fault("<relation name=\"met\" colour=\"red\"/>", "unknown attribute 'colour'");
  check_fault("<relation name=\"met\" domain=\"Persn\"/>", "unknown class 'Persn'");
  check_fault("<relation name=\"met\" symmetric=\"true\" inverse=\"was_met\"/>", "symmetric");
  check_fault("<relation name=\"met\" inverse=\"met\"/>", "a relation of its own");
  check_fault("<relation name=\"met\" core=\"perhaps\"/>", "not 'true' or 'false'");
  check_fault("<relation name=\"met\"><frame verb=\"meet\"/></relation>", "needs 'subject' and 'object'");
  check_fault("<relation name=\"met\"><frame subject=\"subj\" object=\"obj\"/></relation>", "one trigger");
  check_fault("<relation name=\"met\"><frame pattern=\"magic\"/></relation>", "unknown pattern 'magic'");
  check_fault(
      "<relation name=\"met\"><frame verb=\"meet\" subject=\"subj\" object=\"obj\" "
      "status=\"maybe\"/></relation>",
      "unknown status");
  check_fault(
      "<relation name=\"met\"><frame verb=\"meet\" subject=\"subj\" object=\"obj\" "
      "confidence=\"2\"/></relation>",
      "between 0 and 1");
}

TEST_CASE("a frame stands for every combination of its triggers and slots", "[schema]") {
  const Loaded loaded = load_line(
      "<relation name=\"met\"><frame verb=\"meet|see\" subject=\"subj\" object=\"obj|with\"/></relation>");
  CHECK(loaded.faults.empty());
  REQUIRE(loaded.schema.relations.size() == 1);
  const auto& frames = loaded.schema.relations[0].frames;
  REQUIRE(frames.size() == 4);
  CHECK(frames[0].trigger == "meet");
  CHECK(frames[1].object_slot == "with");
  CHECK(frames[3].trigger == "see");
  CHECK(frames[0].line == 4);
}

TEST_CASE("a schema that extends the default adds to its relations or takes their place", "[schema]") {
  const Loaded loaded = load(
      "<schema name=\"mine\" version=\"1\" extends=\"news\">\n"
      "<relation name=\"wrote_to\"><frame verb=\"fax\" subject=\"subj\" object=\"obj\"/></relation>\n"
      "<relation name=\"visited\" replace=\"true\" domain=\"Person\" range=\"Location\"/>\n"
      "<relation name=\"coached\" domain=\"Actor\" range=\"Actor\"/>\n"
      "</schema>\n");
  CHECK(loaded.faults.empty());
  CHECK(loaded.schema.relations.size() == 99);
  CHECK(loaded.schema.find_relation("wrote_to")->frames.back().trigger == "fax");
  CHECK(loaded.schema.find_relation("wrote_to")->inverse == "received_letter_from");
  CHECK(loaded.schema.find_relation("visited")->frames.empty());
  CHECK(loaded.schema.find_relation("coached")->domain.size() == 6);
}

TEST_CASE("what is no schema at all is refused with its place", "[schema]") {
  CHECK_THROWS_WITH(load("<schema name=\"t\">\n<class\n"), Contains("not well-formed XML"));
  CHECK_THROWS_WITH(load("<!DOCTYPE s [<!ENTITY x SYSTEM \"/etc/hostname\">]>\n<schema name=\"t\"/>"),
                    Contains("document type"));
  CHECK_THROWS_WITH(load("<html/>"), Contains("not 'schema'"));
  CHECK_THROWS_WITH(load_schema("/nonexistent/schema.xml", {}), Contains("/nonexistent/schema.xml"));
}

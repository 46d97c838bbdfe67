// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "evaluate/names.hpp"
#include "relata/evaluate.hpp"

using namespace relata;
namespace fs = std::filesystem;

namespace {

constexpr const char* good =
    R"({"article":"ferry.txt","entities":[{"id":"a","name":"Ana","class":"Person","aliases":["A."]},
        {"id":"b","name":"Bruno","class":"Person","aliases":[]}],
        "triples":[{"s":"a","r":"told","o":"b","status":"factual","also":["r:wrote_to+status:denied"],"optional":true}],
        "boilerplate_strings":["Share"]})";

/// A folder of its own that goes away with the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / fs::path("relata-evaluate-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  fs::path write(const char* name, const std::string& content) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << content;
    return path_ / name;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string fault_of(const fs::path& path) {
  try {
    read_gold(path);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

std::vector<Prediction> read(const std::string& lines, std::vector<Diagnostic>& faults) {
  std::istringstream in(lines);
  return read_predictions(in, "in.jsonl", [&](const Diagnostic& d) { faults.push_back(d); });
}

}  // namespace

TEST_CASE("gold is read from a file, or from a folder and those below it", "[evaluate]") {
  const Folder folder;
  const fs::path file = folder.write("sub/ferry.json", good);
  folder.write("notes.json", R"({"remark":"no triples here"})");
  folder.write("readme.txt", "not JSON");
  for (const fs::path& path : {file, folder.path()}) {
    const std::vector<GoldArticle> gold = read_gold(path);
    REQUIRE(gold.size() == 1);
    CHECK(gold[0].name == "ferry");
    REQUIRE(gold[0].triples.size() == 1);
    CHECK(gold[0].triples[0].object == 1);
    CHECK_FALSE(gold[0].triples[0].required);
    CHECK(gold[0].triples[0].also ==
          std::vector<GoldArticle::Alternative>{{{"r", "wrote_to"}, {"status", "denied"}}});
    CHECK(gold[0].boilerplate == std::vector<std::string>{"Share"});
  }
}

TEST_CASE("faults of gold name the file, the place and the cause", "[evaluate]") {
  const Folder folder;
  const auto fault = [&](const std::string& content) {
    return fault_of(folder.write("ferry.json", content));
  };
  using Catch::Contains;
  CHECK_THAT(fault("{\n\"article\": \"x\",\n oops}"), Contains("ferry.json:3: "));
  CHECK_THAT(fault(replaced(good, R"("o":"b")", R"("o":"c")")),
             Contains("ferry.json: triples[0].o: there is no entity 'c'"));
  CHECK_THAT(fault(replaced(good, R"("id":"b")", R"("id":"a")")),
             Contains("entities[1].id: 'a' names two entities"));
  CHECK_THAT(fault(replaced(good, R"("status":"factual",)", "")), Contains("triples[0].status: is missing"));
  CHECK_THAT(fault(replaced(good, "r:wrote_to+", "x:wrote_to+")),
             Contains("triples[0].also: 'x:wrote_to' is not"));
  CHECK_THAT(fault(replaced(good, R"(["Share"])", "7")), Contains("boilerplate_strings: expected a list"));
  CHECK_THAT(fault("[]"), Contains("no gold"));
  CHECK_THAT(fault_of(folder.path() / "absent"), Contains("absent: there is no such file or folder"));
  folder.write("ferry.json", good);
  folder.write("again.json", good);
  CHECK_THAT(fault_of(folder.path()), Contains("article 'ferry'") && Contains("again.json"));
}

TEST_CASE("a schema of annotators gives names, inverses and symmetry", "[evaluate]") {
  const Folder folder;
  const Schema schema = read_annotation_schema(folder.write(
      "schema.json",
      R"({"relations":[{"name":"wrote_to","inverse":"heard_from"},{"name":"met","symmetric":true,"inverse":""}]})"));
  REQUIRE(schema.relations.size() == 2);
  CHECK(schema.relations[0].inverse == "heard_from");
  CHECK(schema.relations[1].symmetric);
  CHECK_THROWS_WITH(read_annotation_schema(folder.write("s.json", R"({"relations":[{}]})")),
                    Catch::Contains("s.json: relations[0]"));
  CHECK_THROWS_WITH(read_annotation_schema(folder.write("s.json", "[]")), Catch::Contains("\"relations\""));
}

TEST_CASE("records of extract and the short form are read alike", "[evaluate]") {
  std::vector<Diagnostic> faults;
  const auto p = read(
      "{\"type\":\"statement\",\"article\":{\"id\":\"1\",\"uri\":\"d/"
      "ferry.txt\"},\"subject\":{\"label\":\"Ana\",\"aliases\":[\"A\"]},"
      "\"relation\":\"born_on\",\"open\":false,\"object\":{\"value\":\"1990\",\"datatype\":\"xsd:gYear\"},"
      "\"status\":\"denied\"}\n"
      "\n"
      "{\"type\":\"entity\",\"article\":{\"id\":\"1\",\"uri\":\"d/"
      "ferry.txt\"},\"label\":\"Ana\",\"class\":\"Person\"}\n"
      "{\"type\":\"clause\",\"article\":{\"id\":\"1\",\"uri\":\"d/ferry.txt\"}}\n"
      "{\"article\":\"ferry\",\"subject\":\"Ana\",\"relation\":\"told\",\"object\":\"Bo\",\"object_aliases\":"
      "[\"B\"]}\n"
      "{\"article\":\"ferry\",\"entity\":\"Bo\",\"class\":\"Person\"}\n"
      "{\"article\":{\"id\":\"f1\"},\"subject\":{\"label\":\"A\"},\"relation\":\"told\",\"open\":true,"
      "\"object\":{\"label\":\"B\"}}\n",
      faults);
  CHECK(faults.empty());
  REQUIRE(p.size() == 5);
  CHECK(p[0].object.name == "1990");
  CHECK(p[0].status == "denied");
  CHECK(p[1].relation.empty());
  CHECK(p[1].cls == "Person");
  CHECK(p[2].object.aliases == std::vector<std::string>{"B"});
  CHECK(p[3].subject.name == "Bo");
  CHECK(p[4].article == "f1");
  CHECK(p[4].relation == "open:told");
}

TEST_CASE("faulty lines are named and left out", "[evaluate]") {
  std::vector<Diagnostic> faults;
  const auto p = read(
      "not json\n[1]\n{\"article\":\"a\",\"subject\":7,\"relation\":\"r\",\"object\":\"o\"}\n"
      "{\"article\":\"a\",\"subject\":\"s\",\"relation\":\"\",\"object\":\"o\"}\n"
      "{\"article\":{\"uri\":\"a\"},\"subject\":\"s\",\"relation\":\"r\",\"object\":{}}\n"
      "{\"article\":\"a\",\"entity\":\"ok\"}\n",
      faults);
  CHECK(p.size() == 1);
  REQUIRE(faults.size() == 5);
  for (std::size_t i = 0; i < faults.size(); ++i) {
    CHECK(faults[i].file == "in.jsonl");
    CHECK(faults[i].line == i + 1);
    CHECK_FALSE(faults[i].message.empty());
  }
}

TEST_CASE("names, addresses and relations have one form for comparing", "[evaluate]") {
  using namespace relata::detail;
  CHECK(comparable_name("The U.S.") == "us");
  CHECK(comparable_name("Mr. Lindqvist\u2019s") == "lindqvist");
  CHECK(comparable_name("Łukasz Ørsted's") == "łukasz ørsted");
  CHECK(comparable_name("Al-Fayhaa  ERDOĞAN") == "al fayhaa erdogan");
  CHECK(comparable_name("ﬁnance ½") == "finance 1 2");
  CHECK(comparable_name("the") == "the");
  CHECK(comparable_name("--").empty());
  CHECK(article_name("a\\b/c.v2.html") == "c.v2");
  CHECK(article_name("c.xml") == "c.xml");
  CHECK(relation_name(" Withdrew - from ") == "withdrew_from");
}

// SPDX-License-Identifier: MIT
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "sample_news.hpp"

using namespace relata;
using namespace relata::samples;
using Catch::Matchers::Contains;

namespace {

void fill(const std::filesystem::path& file, unsigned articles) {
  Store store(file, Store::Mode::write);
  for (unsigned n = 0; n < articles; ++n) store.put(invented_article(n));
  store.commit();
}

void run_sql(const std::filesystem::path& file, const char* sql) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
  CHECK(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(handle);
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string read_all(const std::filesystem::path& file) {
  Store store(file, Store::Mode::read);
  return records(store);
}

}  // namespace

TEST_CASE("a store of a newer version is refused and left alone", "[store]") {
  const Folder folder;
  const auto file = folder / "a.relata";
  fill(file, 2);
  run_sql(file, "PRAGMA user_version = 99");
  const std::string before = bytes_of(file);
  for (const Store::Mode mode : {Store::Mode::read, Store::Mode::write, Store::Mode::amend})
    CHECK_THROWS_WITH(Store(file, mode), Contains("a.relata: is a store of version 99") && Contains("newer"));
  CHECK(bytes_of(file) == before);
}

TEST_CASE("what a program leaves that was killed as it made a store is one without articles", "[store]") {
  const Folder folder;
  const auto file = folder / "a.relata";
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    // A transaction that is begun on no file and written in part.
    sqlite3* handle = nullptr;
    sqlite3_open(file.c_str(), &handle);
    sqlite3_exec(handle,
                 "PRAGMA cache_size = 1; BEGIN; CREATE TABLE a(b);"
                 "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000)"
                 "INSERT INTO a SELECT printf('%0100d', i) FROM n",
                 nullptr, nullptr, nullptr);
    ::_exit(0);
  }
  ::waitpid(child, nullptr, 0);
  REQUIRE(std::filesystem::exists(file.string() + "-journal"));
  // The first page is written last.
  fill(folder / "b.relata", 1);
  write_bytes(file, bytes_of(folder / "b.relata"));
  REQUIRE(is_store(file));
  for (const Store::Mode mode : {Store::Mode::read, Store::Mode::amend})
    CHECK_THROWS_WITH(Store(file, mode), Contains("a.relata: holds no articles"));
  fill(file, 2);
  CHECK_FALSE(read_all(file).empty());
}

TEST_CASE("what is no store is refused and left alone", "[store]") {
  const Folder folder;
  const auto file = folder / "a.relata";
  write_bytes(file, "{\"type\":\"entity\"}\n" + std::string(2000, 'x'));
  const std::string before = bytes_of(file);
  CHECK_THROWS_WITH(Store(file, Store::Mode::write), Contains("a.relata: is no relata store"));
  CHECK(bytes_of(file) == before);
  CHECK_FALSE(is_store(file));

  const auto other = folder / "other.db";
  run_sql(other, "CREATE TABLE t (x)");
  CHECK_THROWS_WITH(Store(other, Store::Mode::write), Contains("is no relata store"));
  CHECK_THROWS_WITH(Store(folder / "absent", Store::Mode::read), Contains("no such file"));
  CHECK_THROWS_WITH(Store(folder / "absent", Store::Mode::amend), Contains("no such file"));
  CHECK_FALSE(std::filesystem::exists(folder / "absent"));
  CHECK_THROWS_WITH(Store(folder / "no/such/folder.relata", Store::Mode::write),
                    Contains("cannot be opened"));
  CHECK_THROWS_WITH(Store(folder / "", Store::Mode::write), Contains("is a folder"));
}

TEST_CASE("a store whose tables run something is refused and left alone", "[store]") {
  const Folder folder;
  for (const char* const sql :
       {"CREATE TRIGGER t AFTER INSERT ON article BEGIN DELETE FROM statement; END",
        "DROP TABLE verdict; CREATE VIEW verdict AS WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 "
        "FROM c) "
        "SELECT x AS id, 'rejected' AS verdict, 1 AS revision, '' AS subject, '' AS relation, '' AS object, "
        "'' AS status, '' AS words FROM c",
        "CREATE VIEW another AS SELECT * FROM article"}) {
    const auto file = folder / "a.relata";
    std::filesystem::remove(file);
    fill(file, 2);
    run_sql(file, sql);
    const std::string before = bytes_of(file);
    for (const Store::Mode mode : {Store::Mode::read, Store::Mode::write, Store::Mode::amend})
      CHECK_THROWS_WITH(Store(file, mode), Contains("a.relata: holds views, triggers or virtual tables"));
    CHECK(bytes_of(file) == before);
  }
}

TEST_CASE("a word that could never be taken back is damage", "[store]") {
  const Folder folder;
  const auto file = folder / "a.relata";
  fill(file, 1);
  Decisions decisions;
  decisions.decide(NameRule{"Ann", "Anna", Sameness::same, 1});
  {
    Store store(file, Store::Mode::write);
    store.keep(decisions);
    store.commit();
  }
  run_sql(file, "UPDATE name_rule SET revision = 4294967295");
  decisions = Store(file, Store::Mode::read).decisions();
  CHECK_THROWS_WITH(decisions.decide(NameRule{"Ann", "Anna", Sameness::different, 1}),
                    Contains("4294967295 times"));
  for (const char* const revision : {"9223372036854775807", "4294967296", "0", "-1"}) {
    run_sql(file, ("UPDATE name_rule SET revision = " + std::string(revision)).c_str());
    CHECK_THROWS_WITH(Store(file, Store::Mode::read).decisions(),
                      Contains("a.relata: is damaged: " + std::string(revision) + " is no revision"));
  }
}

TEST_CASE("an empty file becomes a store", "[store]") {
  const Folder folder;
  write_bytes(folder / "a.relata", "");
  fill(folder / "a.relata", 1);
  CHECK(is_store(folder / "a.relata"));
}

TEST_CASE("a locked store says so, and nothing is lost", "[store]") {
  const Folder folder;
  const auto file = folder / "a.relata";
  fill(file, 2);
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
  REQUIRE(sqlite3_exec(handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  {
    Store store(file, Store::Mode::write, std::chrono::milliseconds(20));
    CHECK(store.counts().articles == 2);  // reading goes on
    CHECK_THROWS_WITH(store.put(invented_article(7)), Contains("is locked by another program"));
    sqlite3_exec(handle, "COMMIT", nullptr, nullptr, nullptr);
    CHECK(store.put(invented_article(7)) == Put::added);
    store.commit();
  }
  sqlite3_close(handle);
  Store store(file, Store::Mode::read);
  CHECK(store.counts().articles == 3);
}

TEST_CASE("a changed byte is found or changes nothing; no damage crashes", "[store]") {
  const Folder folder;
  const auto file = folder / "a.relata", damaged = folder / "damaged.relata";
  fill(file, 12);
  const std::string sound = bytes_of(file), expected = read_all(file);
  std::mt19937 random(42);
  std::size_t found = 0;
  for (int round = 0; round < 600; ++round) {
    std::string bytes = sound;
    const std::size_t at = random() % bytes.size();
    bytes[at] = static_cast<char>(bytes[at] ^ (1U << random() % 8));
    write_bytes(damaged, bytes);
    try {
      const bool same = read_all(damaged) == expected;
      CHECK(same);
    } catch (const Error& error) {
      CHECK_THAT(error.what(), Contains("damaged.relata"));
      ++found;
    }
  }
  CHECK(found > 180);  // the tables of decisions are empty pages
}

TEST_CASE("a store cut short is found out, and adding to it changes nothing", "[store]") {
  const Folder folder;
  const auto file = folder / "a.relata", cut = folder / "cut.relata";
  fill(file, 12);
  const std::string sound = bytes_of(file);
  for (std::size_t size = 4096; size < sound.size(); size += 4096) {
    write_bytes(cut, sound.substr(0, size));
    CHECK_THROWS_WITH(read_all(cut), Contains("cut.relata: is damaged") || Contains("is no relata store"));
  }
}

TEST_CASE("a store on a read-only file can be read, and adding says why it cannot", "[store]") {
  const Folder folder;
  const auto file = folder / "a.relata";
  fill(file, 3);
  std::filesystem::permissions(file, std::filesystem::perms(0444));
  const auto parent = file.parent_path();
  std::filesystem::permissions(parent, std::filesystem::perms(0755));
  // Root may write everything: the attempt is another user's.
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    int code = 1;
    if (::geteuid() != 0 || ::setuid(65534) == 0) {
      try {
        Store reader(file, Store::Mode::read);
        code = reader.counts().articles == 3 ? 2 : 3;
        Store writer(file, Store::Mode::write, std::chrono::milliseconds(20));
        writer.put(invented_article(9));
        code = 4;
      } catch (const Error& error) {
        if (code == 2 && std::string(error.what()).find("read-only") != std::string::npos) code = 0;
      }
    }
    ::_exit(code);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  Store store(file, Store::Mode::read);
  CHECK(store.counts().articles == 3);
}

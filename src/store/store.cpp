// SPDX-License-Identifier: MIT
#include "relata/store.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "store/article_rows.hpp"
#include "store/decision_rows.hpp"
#include "store/schema.hpp"
#include "store/sqlite.hpp"
#include "text/stable_id.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// Bounds of a transaction: what a killed program has to do again, and how long others wait.
constexpr std::size_t batch_articles = 256;
constexpr auto batch_time = std::chrono::milliseconds(500);

sqlite::Connection opened(const fs::path& file, Store::Mode mode, std::chrono::milliseconds patience) {
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) throw Error(file.string() + ": is a folder, not a store");
  const bool make = mode == Store::Mode::write || mode == Store::Mode::whole;
  if (!make && !fs::exists(file, ignored)) throw Error(file.string() + ": no such file");
  sqlite::Connection connection(
      file, make ? sqlite::Connection::Mode::create : sqlite::Connection::Mode::existing, patience);
  detail::require_schema(connection, make                        ? detail::SchemaUse::make
                                     : mode == Store::Mode::read ? detail::SchemaUse::read
                                                                 : detail::SchemaUse::amend);
  // What is retracted shall not be left in free pages.
  if (mode != Store::Mode::read) connection.run("PRAGMA secure_delete = ON");
  if (mode == Store::Mode::read) connection.run("PRAGMA query_only = ON");
  return connection;
}

/// An article's digest, which tells its address too, as the store holds it.
using Digest = std::array<char, 32>;

/// Of all articles, sorted: by address they would be looked up one by one.
std::vector<Digest> sorted_digests(const sqlite::Connection& connection) {
  std::vector<Digest> digests;
  sqlite::Query articles(connection, "SELECT digest FROM article");
  while (articles.step()) {
    const std::string_view text = articles.view(0);
    if (text.size() != sizeof(Digest))
      throw Error(connection.name() + ": is damaged: " + std::string(text) + " is no digest");
    std::memcpy(digests.emplace_back().data(), text.data(), sizeof(Digest));
  }
  std::sort(digests.begin(), digests.end());
  return digests;
}

}  // namespace

struct Store::Parts {
  Parts(const fs::path& file, Mode opened_as, std::chrono::milliseconds patience)
      : mode(opened_as), connection(opened(file, opened_as, patience)), rows(connection) {}

  void begin() {
    if (connection.in_transaction()) return;
    connection.run("BEGIN IMMEDIATE");
    gathered = 0;
    began = Clock::now();
  }

  void wrote_one() {
    if (mode == Mode::whole) return;
    if (++gathered >= batch_articles || Clock::now() - began >= batch_time) commit();
  }

  void commit() {
    if (connection.in_transaction()) connection.run("COMMIT");
  }

  void exchange(detail::ArticleNumber old, const ArticleEvidence& article) {
    rows.erase(old);
    rows.insert(article);
    wrote_one();
  }

  Mode mode;
  sqlite::Connection connection;
  detail::ArticleRows rows;
  std::size_t gathered = 0;
  Clock::time_point began;
};

Store::Store(const fs::path& file, Mode mode, std::chrono::milliseconds patience)
    : parts_(std::make_unique<Parts>(file, mode, patience)) {
  if (mode == Mode::whole) parts_->begin();
}

Store::~Store() {
  if (!parts_->connection.in_transaction()) return;
  sqlite3_exec(parts_->connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Store::holds(std::string_view address, std::string_view published, std::string_view article_id) {
  const detail::ArticleNumber number = parts_->rows.find(address);
  return number != 0 &&
         parts_->rows.version(number) == std::pair(std::string(published), std::string(article_id));
}

Put Store::put(ArticleEvidence&& article) {
  normalize(article);
  parts_->begin();
  detail::ArticleRows& rows = parts_->rows;
  const detail::ArticleNumber number = rows.find(address_of(article));
  if (number == 0) {
    rows.insert(article);
    parts_->wrote_one();
    return Put::added;
  }
  const auto kept_version = rows.version(number);
  const auto version = std::pair(article.published, article.article_id);
  if (version < kept_version) return Put::older;
  if (version == kept_version) {
    if (rows.digest(number) == detail::digest_of(article)) return Put::known;
    ArticleEvidence kept = rows.read(number);
    if (combine(kept, std::move(article)) == Put::known) return Put::known;
    parts_->exchange(number, kept);
    return Put::extended;
  }
  parts_->exchange(number, article);
  return Put::replaced;
}

Put Store::replace(ArticleEvidence&& article) {
  normalize(article);
  parts_->begin();
  const detail::ArticleNumber number = parts_->rows.find(address_of(article));
  if (number == 0) {
    parts_->rows.insert(article);
    parts_->wrote_one();
    return Put::added;
  }
  if (parts_->rows.digest(number) == detail::digest_of(article)) return Put::known;
  parts_->exchange(number, article);
  return Put::replaced;
}

bool Store::remove(std::string_view address_or_id) {
  parts_->begin();
  bool found = false;
  while (const detail::ArticleNumber number = parts_->rows.find_named(address_or_id)) {
    parts_->rows.erase(number);
    found = true;
  }
  if (found) parts_->wrote_one();
  return found;
}

Decisions Store::decisions() {
  return detail::has_decisions(parts_->connection) ? detail::read_decisions(parts_->connection) : Decisions();
}

void Store::keep(const Decisions& decisions) {
  parts_->begin();
  Decisions all = this->decisions();
  all.add(decisions);
  detail::write_decisions(parts_->connection, all);
}

void Store::commit() {
  parts_->commit();
}

void Store::each(const std::function<void(ArticleEvidence&&)>& take) {
  parts_->rows.each(take);
}

std::string Store::fingerprint(Verdicts verdicts) {
  std::string all;
  const auto add = [&all](std::string_view piece) {
    all += std::to_string(piece.size());
    all += ':';
    all += piece;
  };
  const std::vector<Digest> digests = sorted_digests(parts_->connection);
  add({digests.empty() ? "" : digests.front().data(), digests.size() * sizeof(Digest)});
  const Decisions decided = decisions();
  for (const auto& [id, v] : decided.verdicts()) {
    if (verdicts == Verdicts::ignored) break;
    const std::string revision = std::to_string(v.revision);
    for (const std::string_view piece :
         {std::string_view(v.id), to_string(v.judgement), std::string_view(v.subject),
          std::string_view(v.relation), std::string_view(v.object), std::string_view(v.status),
          std::string_view(revision)})
      add(piece);
  }
  for (const auto& [names, r] : decided.rules())
    for (const std::string_view piece : {std::string_view(r.a), std::string_view(r.b), to_string(r.sameness)})
      add(piece);
  return stable_id({"evidence", all});
}

StoreCounts Store::counts() {
  const auto number = [&](const char* sql) {
    return static_cast<std::uint64_t>(parts_->connection.number(sql));
  };
  return {number("SELECT count(*) FROM article"),
          number("SELECT count(DISTINCT id) FROM entity WHERE datatype IS NULL"),
          number("SELECT sum(json_array_length(mentions)) FROM entity"),
          number("SELECT count(*) FROM statement"), number("SELECT count(*) FROM sentence")};
}

std::uint64_t Store::articles() {
  return static_cast<std::uint64_t>(parts_->connection.number("SELECT count(*) FROM article"));
}

void Store::write_afresh(const fs::path& file) {
  commit();
  parts_->begin();
  write_store(file, [this](Store& copy) {
    copy.commit();  // nothing yet; a transaction cannot attach
    const std::string own = fs::absolute(parts_->connection.name()).string();
    sqlite::Query(copy.parts_->connection, "ATTACH ? AS old").bind(1, own).run();
    // Not at once for writing: that would lock the attached store too, which this one has locked.
    copy.parts_->connection.run("BEGIN");
    copy.parts_->rows.copy_attached();
    copy.keep(decisions());
  });
  parts_->connection.run("ROLLBACK");
}

bool is_store(const fs::path& file) {
  constexpr std::string_view magic("SQLite format 3\0", 16);
  std::ifstream in(file, std::ios::binary);
  char head[16] = {};
  return in.read(head, sizeof head) && std::string_view(head, sizeof head) == magic;
}

void write_store(const fs::path& file, const std::function<void(Store&)>& fill) {
  const fs::path part = file.string() + ".part";
  std::error_code failed;
  fs::remove(part, failed);
  fs::remove(part.string() + "-journal", failed);
  {
    Store store(part, Store::Mode::whole);
    fill(store);
    store.commit();
  }
  fs::rename(part, file, failed);
  if (failed) throw Error(file.string() + ": cannot be replaced: " + failed.message());
}

}  // namespace relata

// SPDX-License-Identifier: MIT
#include "store/sqlite.hpp"

#include <cstring>

namespace relata::sqlite {
namespace {

/// The cause for people. `system` is what the operating system said, or 0.
std::string cause_of(int code, int system, const char* message) {
  const std::string said = system != 0 ? std::string(": ") + std::strerror(system) : std::string();
  if (code == SQLITE_READONLY_DBMOVED)
    return "was replaced by another program meanwhile; run the command again";
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is locked by another program that writes to it; try again when that has finished";
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "cannot be written: the file or its folder is read-only";
    case SQLITE_CANTOPEN:
      return "cannot be opened" + said;
    case SQLITE_FULL:
      return "cannot be written: no room is left on the device; what was stored before is kept";
    case SQLITE_IOERR:
      return "cannot be read or written" + said + "; what was stored before is kept";
    case SQLITE_NOTADB:
      return "is no relata store";
    case SQLITE_CORRUPT:
      return std::string("is damaged (") + message + "); it was left as it is";
    case SQLITE_NOMEM:
      return "cannot be read: out of memory";
    default:
      return std::string("cannot be used: ") + message;
  }
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, Mode mode, std::chrono::milliseconds patience)
    : name_(file.string()) {
  sqlite3* handle = nullptr;
  // SQLite itself falls back to reading where the file is write-protected. Opened for writing even to read,
  // since a killed writer's unfinished transaction is rolled back by whoever opens the file next.
  // One thread at a time uses a connection: SQLite need not lock it for every value that is read.
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX |
                    (mode == Mode::create ? SQLITE_OPEN_CREATE : 0);
  // An absolute path is never taken for `:memory:` or a URI.
  const int code = sqlite3_open_v2(std::filesystem::absolute(file).c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  sqlite3_busy_timeout(handle, static_cast<int>(patience.count()));
  // The file is outside data: no function of its schema is trusted, no write may reach its internals.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  run("PRAGMA cell_size_check = ON");
}

void Connection::fail(int code) const {
  const int system = handle_ ? sqlite3_system_errno(handle_.get()) : 0;
  throw Error(name_ + ": " +
              cause_of(code, system, handle_ ? sqlite3_errmsg(handle_.get()) : "out of memory"));
}

void Connection::run(const char* sql) {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Connection::number(const char* sql) {
  Query query(*this, sql);
  return query.step() ? query.number(0) : 0;
}

Query::Query(const Connection& connection, std::string_view sql) : connection_(&connection) {
  sqlite3_stmt* handle = nullptr;
  const int code = sqlite3_prepare_v3(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  handle_.reset(handle);
  check(code);
}

Query& Query::bind(int parameter, std::string_view text) {
  // A null pointer would bind NULL, not "".
  check(sqlite3_bind_text64(handle_.get(), parameter, text.empty() ? "" : text.data(), text.size(),
                            SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Query& Query::bind(int parameter, std::int64_t number) {
  check(sqlite3_bind_int64(handle_.get(), parameter, number));
  return *this;
}

Query& Query::bind(int parameter, double number) {
  check(sqlite3_bind_double(handle_.get(), parameter, number));
  return *this;
}

Query& Query::bind_null(int parameter) {
  check(sqlite3_bind_null(handle_.get(), parameter));
  return *this;
}

Query& Query::bind_optional(int parameter, std::string_view text) {
  return text.empty() ? bind_null(parameter) : bind(parameter, text);
}

bool Query::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  sqlite3_reset(handle_.get());
  if (code != SQLITE_DONE) connection_->fail(code);
  return false;
}

void Query::run() {
  while (step()) {
  }
}

std::string_view Query::view(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

void Query::check(int code) const {
  if (code != SQLITE_OK) connection_->fail(code);
}

}  // namespace relata::sqlite

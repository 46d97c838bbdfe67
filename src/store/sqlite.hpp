// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "relata/error.hpp"

namespace relata::sqlite {

/// A database connection whose failures are Errors that name the file and, in plain words, the cause.
class Connection {
 public:
  enum class Mode : std::uint8_t { existing, create };
  Connection(const std::filesystem::path& file, Mode mode, std::chrono::milliseconds patience);

  void run(const char* sql);
  std::int64_t number(const char* sql);
  bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

  sqlite3* handle() const { return handle_.get(); }
  const std::string& name() const { return name_; }
  [[noreturn]] void fail(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::string name_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement of SQL: bind, step through the rows, reset.
class Query {
 public:
  Query(const Connection& connection, std::string_view sql);

  /// Parameters are counted from 1. The text must live until the next reset.
  Query& bind(int parameter, std::string_view text);
  Query& bind(int parameter, std::int64_t number);
  Query& bind(int parameter, double number);
  Query& bind_null(int parameter);
  /// Null where the text is empty.
  Query& bind_optional(int parameter, std::string_view text);

  /// Whether there is a (further) row. After the last, and after a failure, the query is ready to be bound
  /// anew.
  bool step();
  /// Runs a query that has no rows.
  void run();
  void reset() { sqlite3_reset(handle_.get()); }

  /// Columns are counted from 0. Null is "" and 0.
  std::string text(int column) const { return std::string(view(column)); }
  /// Lives until the next step, or another reading of the column.
  std::string_view view(int column) const;
  std::int64_t number(int column) const { return sqlite3_column_int64(handle_.get(), column); }
  double real(int column) const { return sqlite3_column_double(handle_.get(), column); }
  bool is_null(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };
  void check(int code) const;

  const Connection* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

}  // namespace relata::sqlite

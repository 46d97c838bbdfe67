// SPDX-License-Identifier: MIT
#pragma once

#include "store/sqlite.hpp"

namespace relata::detail {

/// Row number of an article.
using ArticleNumber = std::int64_t;

/// Rows of one article after another. Where articles are asked for in the order of their numbers, one walk
/// over the table reads them all.
class RowRun {
 public:
  /// `sql` gives the rows from an article on, which is its parameter, sorted by article; the first column is
  /// the article.
  RowRun(const sqlite::Connection& connection, std::string_view sql) : query_(connection, sql) {}

  /// Asks for the rows of an article.
  void begin(ArticleNumber article) {
    const bool on_the_way = walking_ && article > asked_ && (!standing_ || query_.number(0) >= article);
    if (!on_the_way) {
      end();
      query_.bind(1, article);
      standing_ = query_.step();
      walking_ = true;
    }
    asked_ = article;
    fresh_ = true;
  }
  /// Whether there is a (further) row of the article.
  bool next() {
    if (!fresh_) standing_ = query_.step();
    fresh_ = false;
    return standing_ && query_.number(0) == asked_;
  }
  const sqlite::Query& row() const { return query_; }

  /// Ends the walk, so that others may write.
  void end() {
    query_.reset();
    walking_ = standing_ = false;
  }

 private:
  sqlite::Query query_;
  ArticleNumber asked_ = 0;
  bool walking_ = false;
  bool standing_ = false;  ///< the query is at a row that was not taken yet, or is the one being read
  bool fresh_ = false;     ///< the row that it stands at was not handed out
};

}  // namespace relata::detail

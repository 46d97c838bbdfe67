// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "relata/evidence.hpp"
#include "store/row_run.hpp"

namespace relata::detail {

/// Articles as rows of the four tables. What is read is checked against the digest that was written with it.
class ArticleRows {
 public:
  explicit ArticleRows(const sqlite::Connection& connection);

  /// The article of this address; 0: none.
  ArticleNumber find(std::string_view address);
  /// An article of this address, else of this id; 0: none.
  ArticleNumber find_named(std::string_view address_or_id);
  /// The article's published date and id, what tells its versions apart.
  std::pair<std::string, std::string> version(ArticleNumber article);

  /// `article` is normalized and its address not there.
  void insert(const ArticleEvidence& article);
  void erase(ArticleNumber article);
  /// Throws Error where the rows are not what was written.
  ArticleEvidence read(ArticleNumber article);
  /// All, in order of address.
  void each(const std::function<void(ArticleEvidence&&)>& take);
  std::string digest(ArticleNumber article);
  /// Fills the empty tables with all articles of the store that is attached as `old`, in order of address,
  /// row by row as they are: the bytes are those of inserting the articles.
  void copy_attached();

 private:
  void insert_entities(ArticleNumber number, const ArticleEvidence& article);
  void insert_statements(ArticleNumber number, const ArticleEvidence& article);
  /// The article of a row of `address, uri, id, title, published, digest, number`.
  ArticleEvidence read(const sqlite::Query& row);
  void read_entities(ArticleNumber number, ArticleEvidence& article);
  void read_statements(ArticleNumber number, ArticleEvidence& article);
  [[noreturn]] void damaged(const std::string& address, const std::string& what) const;

  const sqlite::Connection& connection_;
  sqlite::Query find_, find_id_, version_, digest_, insert_article_, insert_entity_, insert_sentence_,
      insert_statement_;
  sqlite::Query erase_article_, erase_entities_, erase_sentences_, erase_statements_;
  sqlite::Query read_article_;
  RowRun entities_, sentences_, statements_;
  std::vector<LocalEntity> entities_read_;  // of one article, kept for its room
};

/// What is written as an article's digest: a hash of all that it says.
std::string digest_of(const ArticleEvidence& article);

}  // namespace relata::detail

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "relata/article.hpp"
#include "relata/read.hpp"

namespace relata::detail {

/// A paragraph on its way into an article.
struct Piece {
  Block::Kind kind = Block::Kind::paragraph;
  std::string text;
};

/// Joins pieces by blank lines and fills in all that follows from them: text, blocks, model_text, uri and id.
/// Throws Error naming `uri` where nothing is left.
Article compose(const std::vector<Piece>& pieces, std::string title, std::string published,
                const std::string& uri, const ReadOptions& options);

/// The address of an article: `uri_base` before it, one slash between them.
std::string with_base(const std::string& uri, const std::string& uri_base);

/// The id of an article: of its address, dots and slashes normalised, and its text.
std::string article_id(const std::string& uri, std::string_view text);

}  // namespace relata::detail

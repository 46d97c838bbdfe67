// SPDX-License-Identifier: MIT
#include "read/compose.hpp"

#include <filesystem>

#include "read/dateline.hpp"
#include "read/decode.hpp"
#include "text/stable_id.hpp"

namespace relata::detail {

std::string with_base(const std::string& uri, const std::string& uri_base) {
  if (uri_base.empty()) return uri;
  const bool slash = uri_base.ends_with('/') || uri_base.ends_with('#') || uri.starts_with('/');
  return uri_base + (slash ? "" : "/") + uri;
}

std::string article_id(const std::string& uri, std::string_view text) {
  const bool address = uri.find("://") != std::string::npos;
  return stable_id(
      {"article", address ? uri : std::filesystem::path(uri).lexically_normal().generic_string(), text});
}

Article compose(const std::vector<Piece>& pieces, std::string title, std::string published,
                const std::string& uri, const ReadOptions& options) {
  constexpr int opening = 3;  // paragraphs that may open with a dateline
  Article article;
  int paragraphs = 0;
  for (const Piece& piece : pieces) {
    if (piece.text.empty()) continue;
    if (!article.text.empty()) article.text += "\n\n";
    auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += piece.text;
    if (piece.kind == Block::Kind::paragraph && ++paragraphs <= opening) {
      if (const auto size = static_cast<std::uint32_t>(dateline_size(piece.text)); size > 0) {
        article.blocks.push_back({Block::Kind::dateline, begin, begin + size});
        begin += size;
      }
    }
    article.blocks.push_back({piece.kind, begin, static_cast<std::uint32_t>(article.text.size())});
  }
  if (article.text.empty()) throw Error(uri + ": no article text found in it");
  article.title = std::move(title);
  article.published = std::move(published);
  article.uri = with_base(uri, options.uri_base);
  article.id = article_id(article.uri, article.text);
  article.model_text = model_form(article.text);
  return article;
}

}  // namespace relata::detail

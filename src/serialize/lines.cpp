// SPDX-License-Identifier: MIT
#include "serialize/lines.hpp"

#include <algorithm>

namespace relata {

using Json = nlohmann::ordered_json;

void append_line(std::string& out, const Json& record) {
  out += record.dump(-1, ' ', false, Json::error_handler_t::replace);
  out += '\n';
}

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json article_json(const std::string& id, const std::string& uri, const std::string& title,
                  const std::string& published) {
  return {{"id", id}, {"uri", uri}, {"title", text_or_null(title)}, {"published", text_or_null(published)}};
}

Json article_json(const Article& article) {
  return article_json(article.id, article.uri, article.title, article.published);
}

void append_cell(std::string& out, std::string_view cell) {
  const auto start = static_cast<std::ptrdiff_t>(out.size());
  out += cell;
  std::replace_if(
      out.begin() + start, out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
}

}  // namespace relata

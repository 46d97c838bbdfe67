// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "relata/article.hpp"

namespace relata {

/// Appends a record as one line of JSON.
void append_line(std::string& out, const nlohmann::ordered_json& record);

/// What every record says of its article.
nlohmann::ordered_json article_json(const std::string& id, const std::string& uri, const std::string& title,
                                    const std::string& published);
nlohmann::ordered_json article_json(const Article& article);

nlohmann::ordered_json text_or_null(std::string_view text);

/// Appends a cell of a tab-separated row, without its border: tabs and line breaks become blanks.
void append_cell(std::string& out, std::string_view cell);

}  // namespace relata

// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "relata/error.hpp"

namespace relata::detail {

/// What a table of known things may say of one of them, in the order in which it is documented.
inline constexpr std::array<std::string_view, 17> kb_columns = {
    "id",    "name",    "class",  "wikidata", "country", "aliases", "demonyms", "capital",  "weak",
    "local", "members", "office", "begin",    "end",     "family",  "same",     "different"};

/// The fields of one row by column; what is not given is empty.
class KbRow {
 public:
  /// Where the column stands in `kb_columns`, or their number for a name that is none.
  static std::size_t column(std::string_view name);

  std::string& operator[](std::string_view name) { return fields_[column(name)]; }
  const std::string& operator[](std::string_view name) const { return fields_[column(name)]; }

 private:
  std::array<std::string, kb_columns.size()> fields_;
};

/// Takes a row; returns what is wrong with it, or nothing.
using KbRowUse = std::function<std::string(KbRow&)>;

/// Reads the rows of `file`: CSV (RFC 4180, `#` comments) where it is called `.csv`, else JSON Lines. Rows
/// with faults go to `sink` with file and line. Throws Error when the file cannot be read or has no usable
/// header.
void read_kb_table(const std::filesystem::path& file, const KbRowUse& use, const DiagnosticSink& sink);

}  // namespace relata::detail

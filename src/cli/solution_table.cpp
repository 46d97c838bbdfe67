// SPDX-License-Identifier: MIT
#include "cli/solution_table.hpp"

#include <map>

#include "cli/question.hpp"
#include "sparql/prefixed_name.hpp"

namespace relata::cli {
std::string words_of(const sparql::Cell& cell,
                     const std::vector<std::pair<std::string, std::string>>& prefixes) {
  using enum sparql::Cell::Kind;
  switch (cell.kind) {
    case unbound:
      return {};
    case iri:
      return one_line(sparql::prefixed_name(cell.text, prefixes));
    case blank:
      return one_line("_:" + std::string(cell.text));
    case language:
      return one_line(cell.text) + '@' + one_line(cell.extra);
    case string:
    case typed:
      break;
  }
  return one_line(cell.text);
}

sparql::Format PrintedAnswer::choose(sparql::Shape shape) {
  using sparql::Format;
  if (shape == sparql::Shape::graph) {
    if (format_.empty() || format_ == "turtle") return Format::turtle;
    if (format_ == "ntriples") return Format::ntriples;
    throw Error("CONSTRUCT and DESCRIBE give a graph: --results turtle or ntriples");
  }
  static const std::map<std::string, Format> formats = {{"", Format::cells},    {"table", Format::cells},
                                                        {"json", Format::json}, {"csv", Format::csv},
                                                        {"tsv", Format::tsv},   {"xml", Format::xml}};
  const auto found = formats.find(format_);
  if (found == formats.end())
    throw Error("SELECT and ASK give no graph: --results table, json, csv, tsv or xml");
  if (shape == sparql::Shape::boolean && (found->second == Format::csv || found->second == Format::tsv))
    throw Error("CSV and TSV have no form for ASK: --results table, json or xml");
  return found->second;
}

void PrintedAnswer::head(std::span<const std::string_view> variables) {
  rows_.emplace_back(variables.begin(), variables.end());
}

void PrintedAnswer::row(std::span<const sparql::Cell> cells) {
  std::vector<std::string>& row = rows_.emplace_back();
  row.reserve(cells.size());
  for (const sparql::Cell& cell : cells) row.push_back(words_of(cell, prefixes_));
}

void PrintedAnswer::write(std::string_view bytes) {
  write_stdout(bytes);
}

void PrintedAnswer::finish() {
  if (!rows_.empty() && !rows_.front().empty()) {
    Table table(std::move(rows_.front()));
    for (std::size_t i = 1; i < rows_.size(); ++i) table.add(std::move(rows_[i]));
    write_stdout(table.text());
  }
  flush_stdout();
}

}  // namespace relata::cli

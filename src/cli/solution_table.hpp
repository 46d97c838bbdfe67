// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sparql/sparql.hpp"

namespace relata::cli {

/// A term as a table for people shows it, on one line: IRIs short where a prefix fits, values of literals
/// without quotes and datatype.
std::string words_of(const sparql::Cell& cell,
                     const std::vector<std::pair<std::string, std::string>>& prefixes);

/// An answer on standard output: solutions as a table or in a format of the SPARQL recommendations, graphs as
/// Turtle or N-Triples.
class PrintedAnswer : public sparql::Answer {
 public:
  /// `format`: as --results takes it; empty: for people.
  PrintedAnswer(std::string format, std::vector<std::pair<std::string, std::string>> prefixes)
      : format_(std::move(format)), prefixes_(std::move(prefixes)) {}

  sparql::Format choose(sparql::Shape shape) override;
  void head(std::span<const std::string_view> variables) override;
  void row(std::span<const sparql::Cell> cells) override;
  void write(std::string_view bytes) override;
  /// Writes what had to wait for the last row.
  void finish();

 private:
  std::string format_;
  std::vector<std::pair<std::string, std::string>> prefixes_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace relata::cli

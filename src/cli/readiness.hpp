// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "cli/command.hpp"

namespace relata::cli {

/// Declares `--later`: nothing is made ready.
void declare_later(CLI::App& app, bool& later);

/// Makes beside a big store what the first question would work out: its graph, and its triples under this
/// base, or not where that is empty. Where memory has no room for twice what it takes, or anything fails, it
/// is left undone.
void make_ready(const std::filesystem::path& file, const std::string& base);

/// Does so after `put` articles were committed, where these are half of the store: so that many small
/// additions do not each pay for the whole.
void leave_ready(const std::filesystem::path& file, std::size_t put);

/// What a command that changes names or single articles finds ready beside a store, so as to leave it so.
class Readiness {
 public:
  /// `later`: nothing is to be left ready.
  Readiness(std::filesystem::path file, bool later);
  /// After the change is committed.
  void restore() const;

 private:
  std::filesystem::path file_;
  bool graph_ = false, triples_ = false;
};

}  // namespace relata::cli

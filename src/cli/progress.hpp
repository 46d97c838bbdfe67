// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>

namespace relata::cli {

/// A bar on standard error, shown only where that is a terminal.
class Progress {
 public:
  explicit Progress(std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance();

 private:
  void draw() const;

  std::size_t total_;
  std::size_t done_ = 0;
  bool shown_;
  std::chrono::steady_clock::time_point drawn_{};
};

}  // namespace relata::cli

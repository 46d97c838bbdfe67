// SPDX-License-Identifier: MIT
#include "cli/progress.hpp"

#include <unistd.h>

#include <iostream>
#include <string>

namespace relata::cli {

Progress::Progress(std::size_t total) : total_(total), shown_(total > 1 && isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::advance() {
  ++done_;
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (done_ < total_ && now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  draw();
}

void Progress::draw() const {
  constexpr std::size_t width = 30;
  const std::size_t filled = width * done_ / total_;
  std::cerr << "\r[" << std::string(filled, '#') << std::string(width - filled, '.') << "] " << done_ << '/'
            << total_ << " articles" << std::flush;
}

}  // namespace relata::cli

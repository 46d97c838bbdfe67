// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "sparql/sparql.hpp"

namespace relata::cli {

/// Ends a query when its time is over or Ctrl-C is pressed, as long as this object lives; there may be one.
/// A query that does not end by itself then takes the program with it.
class Deadline {
 public:
  /// `limit` of zero: no limit.
  Deadline(const sparql::Canceller& canceller, std::chrono::duration<double> limit);
  ~Deadline();
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

  static bool interrupted();

 private:
  void watch();

  const sparql::Canceller& canceller_;
  std::chrono::duration<double> limit_;
  bool over_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::thread watcher_;
};

}  // namespace relata::cli

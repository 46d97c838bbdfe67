// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "sparql/sparql.hpp"

namespace relata::serve {

/// What a worker says first: how the answer goes, and as how many bytes of text that is told.
struct Verdict {
  std::uint32_t status;  ///< of HTTP; 200: the text is the answer's media type, and the answer follows
  std::uint32_t size;    ///< else the text says what was wrong, and nothing follows
};

/// A process that answers one query. It ends by itself, with 0 when the answer is whole.
struct Worker {
  pid_t process = -1;
  int pipe = -1;  ///< a socket to read a Verdict, its text and the answer from
};

struct Task {
  const sparql::TripleIndex& index;
  std::string query;
  std::string base;
  std::string accept;
  std::size_t memory;  ///< most bytes of its own
};

/// Starts a worker. A query is computed in a process of its own so that it can be ended at any moment and
/// takes nobody with it. To be called while this process has one thread. Throws Error where no process can be
/// made.
Worker start_worker(const Task& task);

/// Runs `work` in a process of its own, which ends with 0 unless it throws.
pid_t start_process(const std::function<void()>& work);

}  // namespace relata::serve

// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace relata {

/// Computes `worker(i)` for i in [0, count) on `jobs` threads and hands each result to `take(i, result)` in
/// order of i, on the calling thread. `make_worker` is called once on each thread and gives it its own worker
/// (its scratch buffers). No thread runs more than `4 * jobs` items ahead of the one taken last, so memory
/// does not grow with `count`. The first exception, of a worker or of `take`, is rethrown here after all
/// threads have stopped.
template <class MakeWorker, class Take>
void ordered_map(std::size_t count, unsigned jobs, const MakeWorker& make_worker, Take take) {
  using Result = decltype(make_worker()(std::size_t{}));
  if (jobs <= 1 || count <= 1) {
    auto worker = make_worker();
    for (std::size_t i = 0; i < count; ++i) take(i, worker(i));
    return;
  }

  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Result> ready;
  std::size_t next = 0, taken = 0;
  std::exception_ptr failure;
  const std::size_t ahead = std::size_t{4} * jobs;

  const auto run = [&] {
    try {
      auto worker = make_worker();
      for (;;) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return failure || next >= count || next < taken + ahead; });
        if (failure || next >= count) return;
        const std::size_t i = next++;
        lock.unlock();
        Result result = worker(i);
        lock.lock();
        ready.emplace(i, std::move(result));
        changed.notify_all();
      }
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
      changed.notify_all();
    }
  };

  std::vector<std::jthread> threads;
  for (unsigned j = 0; j < jobs; ++j) threads.emplace_back(run);
  try {
    for (std::size_t i = 0; i < count; ++i) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return failure || ready.contains(i); });
      if (failure) break;
      auto node = ready.extract(i);
      lock.unlock();
      take(i, std::move(node.mapped()));
      lock.lock();
      taken = i + 1;
      changed.notify_all();
    }
  } catch (...) {
    const std::lock_guard lock(mutex);
    failure = std::current_exception();
    changed.notify_all();
  }
  threads.clear();  // joins
  if (failure) std::rethrow_exception(failure);
}

}  // namespace relata

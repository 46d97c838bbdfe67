// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace relata {

/// Calls `work(begin, end)` for stretches of [0, count), on as many threads as there are processors. What an
/// item becomes must not depend on the stretch. What `work` throws comes out of here.
template <class Work>
void share_out(std::size_t count, const Work& work) {
  constexpr std::size_t worth_a_thread = 4096;
  const std::size_t most = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t threads = std::clamp<std::size_t>(count / worth_a_thread, 1, most);
  std::vector<std::future<void>> others;
  for (std::size_t t = 1; t < threads; ++t)
    others.push_back(
        std::async(std::launch::async, std::cref(work), count * t / threads, count * (t + 1) / threads));
  work(std::size_t{0}, count / threads);
  for (std::future<void>& other : others) other.get();
}

}  // namespace relata

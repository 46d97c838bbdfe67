// SPDX-License-Identifier: MIT
#include "cli/deadline.hpp"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <iostream>

#include "cli/command.hpp"

namespace relata::cli {
namespace {

using namespace std::chrono_literals;

/// How long a query may take to notice that it is to end.
constexpr auto grace = 2s;

std::atomic<const sparql::Canceller*> to_cancel = nullptr;
std::atomic<bool> ctrl_c = false;

extern "C" void on_alarm(int) {
  ::_exit(exit_interrupted);
}

extern "C" void on_interrupt(int) {
  ctrl_c = true;
  if (const sparql::Canceller* const canceller = to_cancel) canceller->cancel();
  std::signal(SIGINT, SIG_DFL);  // pressed again it ends the program at once
  std::signal(SIGALRM, on_alarm);
  ::alarm(static_cast<unsigned>(grace.count()));
}

}  // namespace

Deadline::Deadline(const sparql::Canceller& canceller, std::chrono::duration<double> limit)
    : canceller_(canceller), limit_(limit) {
  to_cancel = &canceller;
  std::signal(SIGINT, on_interrupt);
  if (limit_.count() > 0) watcher_ = std::thread([this] { watch(); });
}

Deadline::~Deadline() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  if (watcher_.joinable()) watcher_.join();
  std::signal(SIGINT, SIG_DFL);
  ::alarm(0);
  to_cancel = nullptr;
}

bool Deadline::interrupted() {
  return ctrl_c;
}

void Deadline::watch() {
  std::unique_lock lock(mutex_);
  const auto done = [this] { return over_; };
  if (changed_.wait_for(lock, limit_, done)) return;
  canceller_.cancel();
  if (changed_.wait_for(lock, grace, done)) return;
  std::cerr << "relata: the query was ended: its time is over (--timeout)\n" << std::flush;
  ::_exit(exit_some_failed);
}

}  // namespace relata::cli

// SPDX-License-Identifier: MIT
#include "serve/worker.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <iostream>

#include "relata/error.hpp"
#include "serve/http_fault.hpp"
#include "serve/media_types.hpp"

namespace relata::serve {
namespace {

/// Where a worker's socket is; everything else that the parent had open is closed.
constexpr int pipe_number = 3;

/// Writes the answer to the parent, in pieces that are worth a system call.
class PipedAnswer : public sparql::Answer {
 public:
  explicit PipedAnswer(std::string accept) : accept_(std::move(accept)) {}

  sparql::Format choose(sparql::Shape shape) override {
    const MediaType& type = negotiate(accept_, shape);
    begin(200, type.content_type);
    return type.format;
  }
  // Cells are for tables, which no media type asks for.
  void head(std::span<const std::string_view>) override {}
  void row(std::span<const sparql::Cell>) override {}
  void write(std::string_view bytes) override {
    buffer_ += bytes;
    if (buffer_.size() >= most_kept) flush();
  }
  void flush() {
    std::string_view left = buffer_;
    while (!left.empty()) {
      const ssize_t sent = ::send(pipe_number, left.data(), left.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) continue;
      if (sent <= 0) ::_exit(1);  // nobody wants it any more
      left.remove_prefix(static_cast<std::size_t>(sent));
    }
    buffer_.clear();
  }
  /// Ends with a fault, unless the answer has begun: then its end is missing, which the parent sees.
  void fail(unsigned status, std::string_view message) {
    if (begun_) ::_exit(1);
    begin(status, message);
    flush();
  }

 private:
  static constexpr std::size_t most_kept = std::size_t{1} << 16;

  void begin(unsigned status, std::string_view text) {
    begun_ = true;
    const Verdict verdict{status, static_cast<std::uint32_t>(text.size())};
    buffer_.append(reinterpret_cast<const char*>(&verdict), sizeof verdict).append(text);
  }

  std::string accept_, buffer_;
  bool begun_ = false;
};

void answer(const Task& task) {
  PipedAnswer answer(task.accept);
  try {
    const sparql::Canceller canceller;
    sparql::ask(task.index, task.query, task.base, canceller, answer);
    answer.flush();
  } catch (const HttpFault& fault) {
    answer.fail(fault.status, fault.what());
  } catch (const sparql::QueryError& fault) {
    answer.fail(400, std::string("query: ") + fault.what());
  } catch (const std::exception& fault) {
    answer.fail(500, fault.what());
  }
}

/// The state in which a program begins, as far as a server changes it.
void be_a_child() {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // nobody is left to read the answer
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGCHLD}) ::signal(signal, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

void limit(__rlimit_resource_t what, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(what, &both);
}

pid_t forked() {
  const pid_t process = ::fork();
  if (process < 0) throw Error(std::string("no process can be started: ") + std::strerror(errno));
  return process;
}

}  // namespace

Worker start_worker(const Task& task) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw Error(std::string("no pipe can be made: ") + std::strerror(errno));
  const pid_t process = [&] {
    try {
      return forked();
    } catch (const Error&) {
      for (const int end : ends) ::close(end);
      throw;
    }
  }();
  if (process > 0) {
    ::close(ends[1]);
    return {process, ends[0]};
  }
  be_a_child();
  ::dup2(ends[1], pipe_number);
  ::close_range(pipe_number + 1, ~0U, 0);
  limit(RLIMIT_CORE, 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // their own memory has no bound
  limit(RLIMIT_DATA, task.memory);
#endif
  answer(task);
  ::_exit(0);
}

pid_t start_process(const std::function<void()>& work) {
  const pid_t process = forked();
  if (process > 0) return process;
  be_a_child();
  ::close_range(pipe_number, ~0U, 0);
  try {
    work();
  } catch (const std::exception& fault) {
    std::cerr << "relata: " << fault.what() << '\n';
    ::_exit(1);
  }
  ::_exit(0);
}

}  // namespace relata::serve

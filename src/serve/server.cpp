// SPDX-License-Identifier: MIT
#include "serve/server.hpp"

#include <fmt/core.h>
#include <sys/wait.h>

#include <boost/asio/signal_set.hpp>
#include <cerrno>
#include <csignal>
#include <deque>
#include <map>

#include "serve/session.hpp"

namespace relata::serve {
namespace {

namespace net = boost::asio;
using net::ip::tcp;
using Error_code = boost::system::error_code;

class Server : public House {
 public:
  Server(sparql::TripleIndex index, const TripleSource& source, const ServerOptions& options,
         const std::function<void(const std::string&)>& note)
      : index_(std::move(index)),
        source_(source),
        options_(options),
        note_(note),
        acceptor_(context_),
        signals_(context_, SIGINT, SIGTERM),
        ended_(context_, SIGCHLD),
        stamp_(source.stamp()) {}

  void run(const std::function<void(const std::string&)>& ready) {
    const std::string url = listen();
    signals_.async_wait([this](Error_code error, int) {
      if (!error) stop();
    });
    wait_for_processes();
    accept();
    ready(url);
    context_.run();
    for (const auto& [process, session] : processes_) ::kill(process, SIGKILL);
  }

  const ServerOptions& options() const override { return options_; }
  std::size_t triples() const override { return index_.size(); }
  void note(const std::string& what) override { note_(what); }

  void queue(const std::shared_ptr<Session>& session) override {
    refresh();
    waiting_.push_back(session);
    start_next();
  }

  Worker start(const std::shared_ptr<Session>& session, const std::string& query,
               const std::string& accept) override {
    const Worker worker = start_worker({index_, query, options_.base, accept, options_.memory});
    processes_.emplace(worker.process, session);
    ++running_;
    return worker;
  }

  void closed() override {
    --connections_;
    if (!accepting_ && acceptor_.is_open()) accept();
  }

 private:
  std::string listen() {
    Error_code error;
    const net::ip::address address =
        net::ip::make_address(options_.host == "localhost" ? "127.0.0.1" : options_.host, error);
    if (error) throw Error("--host " + options_.host + ": is no IP address");
    const tcp::endpoint wanted(address, options_.port);
    acceptor_.open(wanted.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    acceptor_.bind(wanted, error);
    if (!error) acceptor_.listen(net::socket_base::max_listen_connections, error);
    if (error) throw Error(fmt::format("{} port {}: {}", options_.host, options_.port, error.message()));
    const std::string host = address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
    return fmt::format("http://{}:{}/sparql", host, acceptor_.local_endpoint().port());
  }

  void accept() {
    accepting_ = true;
    acceptor_.async_accept([this](Error_code error, tcp::socket socket) {
      accepting_ = false;
      if (!acceptor_.is_open()) return;
      if (error) {
        // No descriptor is left: connections wait until one closes.
        note_("a connection could not be taken: " + error.message());
        if (connections_ > 0) return;
      } else {
        ++connections_;
        const auto session = std::make_shared<Session>(*this, std::move(socket));
        std::erase_if(sessions_, [](const auto& each) { return each.expired(); });
        sessions_.push_back(session);
        if (connections_ > options_.connections) {
          session->refuse();
        } else {
          session->read();
        }
      }
      accept();
    });
  }

  void start_next() {
    while (running_ < options_.processes && !waiting_.empty()) {
      const std::shared_ptr<Session> session = waiting_.front().lock();
      waiting_.pop_front();
      if (session) session->start();
    }
  }

  void wait_for_processes() {
    ended_.async_wait([this](Error_code error, int) {
      if (error || !acceptor_.is_open()) return;  // a signal may have come just before the end
      reap();
      wait_for_processes();
    });
  }

  void reap() {
    int status = 0;
    for (auto each = processes_.begin(); each != processes_.end();) {
      if (::waitpid(each->first, &status, WNOHANG) != each->first) {
        ++each;
        continue;
      }
      const std::shared_ptr<Session> session = each->second.lock();
      const pid_t process = each->first;
      each = processes_.erase(each);
      --running_;
      if (session) session->worker_ended(process, WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    if (preparing_ > 0 && ::waitpid(preparing_, &status, WNOHANG) == preparing_) {
      preparing_ = -1;
      take_prepared(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    start_next();
  }

  /// Has the triples worked out again when the store has changed; until they are there, the old ones answer.
  void refresh() {
    if (preparing_ > 0) return;
    std::string stamp = source_.stamp();
    if (stamp == stamp_) return;
    stamp_ = std::move(stamp);
    try {
      preparing_ = start_process(source_.prepare);
    } catch (const Error& fault) {
      note_(std::string("the store has changed, but ") + fault.what());
    }
  }

  void take_prepared(bool well) {
    std::optional<sparql::TripleIndex> index;
    try {
      if (well) index = source_.open();
    } catch (const Error& fault) {
      note_(fault.what());
    }
    if (!index) return note_("the store has changed, but its triples could not be had: the old ones answer");
    index_ = std::move(*index);
    note_(fmt::format("the store has changed: {} triples", index_.size()));
  }

  void stop() {
    Error_code ignored;
    acceptor_.close(ignored);
    ended_.cancel(ignored);
    if (preparing_ > 0) ::kill(preparing_, SIGKILL);
    for (const auto& each : sessions_)
      if (const std::shared_ptr<Session> session = each.lock()) session->stop();
  }

  net::io_context context_{1};
  sparql::TripleIndex index_;
  const TripleSource& source_;
  const ServerOptions& options_;
  const std::function<void(const std::string&)>& note_;
  tcp::acceptor acceptor_;
  net::signal_set signals_, ended_;
  std::string stamp_;
  pid_t preparing_ = -1;
  std::map<pid_t, std::weak_ptr<Session>> processes_;
  std::deque<std::weak_ptr<Session>> waiting_;
  std::vector<std::weak_ptr<Session>> sessions_;
  std::size_t connections_ = 0, running_ = 0;
  bool accepting_ = false;
};

}  // namespace

bool done_apart(const std::function<void()>& work) {
  const pid_t process = start_process(work);
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void serve(sparql::TripleIndex index, const TripleSource& source, const ServerOptions& options,
           const std::function<void(const std::string&)>& ready,
           const std::function<void(const std::string&)>& note) {
  Server(std::move(index), source, options, note).run(ready);
}

}  // namespace relata::serve

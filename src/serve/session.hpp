// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "serve/protocol.hpp"
#include "serve/server.hpp"
#include "serve/worker.hpp"

namespace relata::serve {

class Session;

/// What sessions share. All of it runs in one thread.
class House {
 public:
  virtual ~House() = default;
  virtual const ServerOptions& options() const = 0;
  virtual std::size_t triples() const = 0;
  /// A session has a question: its start() is called when its turn comes.
  virtual void queue(const std::shared_ptr<Session>& session) = 0;
  /// Starts a worker; the session's worker_ended() is called when its process has ended.
  virtual Worker start(const std::shared_ptr<Session>& session, const std::string& query,
                       const std::string& accept) = 0;
  virtual void note(const std::string& what) = 0;
  virtual void closed() = 0;
};

/// A connection: reads a request, answers it, and again.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(House& house, boost::asio::ip::tcp::socket socket);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void read();
  /// Answers that there are too many connections, and closes.
  void refuse();
  /// The turn of the question; nothing where its client has gone.
  void start();
  /// A process that worked for this session has ended; whether with 0.
  void worker_ended(pid_t process, bool well);
  /// Ends what runs: the server is to end.
  void stop();

 private:
  void on_read(boost::beast::error_code error);
  void respond();
  void ask(Question question);
  bool is_meant() const;

  void set_common(boost::beast::http::fields& response) const;
  void send(unsigned status, const std::string& content_type, const std::string& body,
            const std::vector<std::pair<std::string, std::string>>& further = {});
  void fault(unsigned status, const std::string& message);

  void watch_client();
  void read_verdict();
  void on_verdict();
  void begin_answer(const std::string& content_type);
  void pump();
  void on_piece(std::size_t size);
  void answer_over();
  void fail_answer();
  void next_request();
  void close();
  void linger();
  void discard(int pieces);
  void kill_worker();
  void forget_worker();
  bool is_http_1_0() const { return parser_->get().version() < 11; }

  House& house_;
  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  std::shared_ptr<void> sending_;  ///< what an operation under way reads from

  // Of the question under way.
  Question question_;
  std::string accept_;
  boost::asio::steady_timer deadline_;
  boost::asio::local::stream_protocol::socket pipe_;
  pid_t process_ = -1;
  Verdict verdict_{};
  std::string text_;  ///< of the verdict
  std::vector<char> piece_;
  std::size_t answered_ = 0;  ///< bytes
  bool waiting_ = false;      ///< for a turn
  bool begun_ = false, pipe_ended_ = false, process_ended_ = false, well_ = false, timed_out_ = false;
  bool keep_alive_ = false, closed_ = false;
};

}  // namespace relata::serve

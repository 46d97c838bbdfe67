// SPDX-License-Identifier: MIT
#include "serve/session.hpp"

#include <fmt/core.h>
#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <csignal>

#include "serve/http_fault.hpp"
#include "serve/media_types.hpp"
#include "serve/pages.hpp"

namespace relata::serve {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Error_code = beast::error_code;

constexpr std::size_t most_header = std::size_t{16} << 10;
constexpr std::size_t most_verdict = std::size_t{1} << 20;
constexpr std::size_t piece_size = std::size_t{1} << 16;
constexpr const char* methods = "GET, HEAD, POST, OPTIONS";

std::string_view view_of(beast::string_view text) {
  return {text.data(), text.size()};
}

/// The host of a Host header, without its port.
std::string_view host_of(std::string_view field) {
  if (field.starts_with('[')) return field.substr(0, field.find(']') + 1);
  return field.substr(0, field.find(':'));
}

/// `127.0.0.1.rebound.example` is a name, and no loopback's.
bool is_loopback(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  Error_code error;
  const net::ip::address address = net::ip::make_address(std::string(host), error);
  return host == "localhost" || (!error && address.is_loopback());
}

}  // namespace

Session::Session(House& house, net::ip::tcp::socket socket)
    : house_(house),
      stream_(std::move(socket)),
      deadline_(stream_.get_executor()),
      pipe_(stream_.get_executor()) {}

Session::~Session() {
  house_.closed();
}

void Session::read() {
  parser_.emplace();
  // A target may carry the whole query.
  parser_->header_limit(static_cast<std::uint32_t>(most_header + 3 * house_.options().query_size));
  parser_->body_limit(most_header + 3 * house_.options().query_size);
  stream_.expires_after(house_.options().patience);
  http::async_read(stream_, buffer_, *parser_,
                   [self = shared_from_this()](Error_code error, std::size_t) { self->on_read(error); });
}

void Session::refuse() {
  parser_.emplace();
  parser_->get().version(11);
  fault(503, "too many connections: come again later");
}

void Session::on_read(Error_code error) {
  keep_alive_ = !error && parser_->get().keep_alive();
  if (error == http::error::end_of_stream || error == beast::error::timeout) return close();
  if (error == http::error::body_limit) return fault(413, "the request is too long");
  if (error == http::error::header_limit) return fault(431, "the request's header is too long");
  if (error) {
    if (error.category() != make_error_code(http::error::bad_method).category()) return close();
    return fault(400, "not a request of HTTP/1.1: " + error.message());
  }
  try {
    respond();
  } catch (const HttpFault& thrown) {
    fault(thrown.status, thrown.what());
  } catch (const std::exception& thrown) {
    fault(500, thrown.what());
  }
}

/// Whether the client means this server: a page of another site may have its name resolve to this machine
/// ("DNS rebinding"), and read what only this machine's users may.
bool Session::is_meant() const {
  const std::string& own = house_.options().host;
  if (!is_loopback(own)) return true;
  const std::string_view host = host_of(view_of(parser_->get()[http::field::host]));
  return host.empty() || host == own || is_loopback(host);
}

void Session::respond() {
  const auto& request = parser_->get();
  if (!is_meant()) throw HttpFault(421, "this server answers to localhost only; say --host to serve others");
  const std::string_view path = path_of(view_of(request.target()));
  const http::verb method = request.method();
  if (path != "/" && path != "/sparql") throw HttpFault(404, "the endpoint is /sparql");
  if (method == http::verb::options) return send(204, "", "", {{"Allow", methods}});
  if (method != http::verb::get && method != http::verb::head && method != http::verb::post)
    return send(405, "text/plain; charset=utf-8", std::string("use one of ") + methods + '\n',
                {{"Allow", methods}});
  if (path == "/") {
    if (method == http::verb::post) throw HttpFault(404, "the endpoint is /sparql");
    return send(200, "text/html; charset=utf-8", start_page(house_.triples()),
                {{"Content-Security-Policy", start_page_policy}, {"Referrer-Policy", "no-referrer"}});
  }
  const std::string_view name = method == http::verb::post ? "POST" : "GET";
  std::optional<Question> question = question_of(
      {name, view_of(request.target()), view_of(request[http::field::content_type]), request.body()});
  if (!question) return send(200, "text/turtle; charset=utf-8", service_description(house_.triples()));
  ask(std::move(*question));
}

void Session::ask(Question question) {
  if (question.query.size() > house_.options().query_size) throw HttpFault(413, "the query is too long");
  std::string accept;
  for (const auto& field : parser_->get())
    if (field.name() == http::field::accept)
      accept.append(accept.empty() ? "" : ",").append(view_of(field.value()));
  accept_ = question.format.empty() ? std::move(accept) : accept_of_format(question.format);
  question_ = std::move(question);
  answered_ = 0;
  begun_ = pipe_ended_ = process_ended_ = well_ = timed_out_ = false;
  waiting_ = true;
  deadline_.expires_after(house_.options().timeout);
  deadline_.async_wait([self = shared_from_this()](Error_code error) {
    if (error) return;
    self->timed_out_ = true;
    if (self->waiting_) {
      self->waiting_ = false;
      self->fault(503, "no query could be started in time: too many run already");
    } else {
      self->kill_worker();
    }
  });
  stream_.expires_never();
  watch_client();
  house_.queue(shared_from_this());
}

/// Ends the work for a client that has gone.
void Session::watch_client() {
  stream_.socket().async_wait(net::ip::tcp::socket::wait_read, [self = shared_from_this()](Error_code error) {
    if (error || (!self->waiting_ && self->process_ < 0)) return;
    char next = 0;
    if (::recv(self->stream_.socket().native_handle(), &next, 1, MSG_PEEK | MSG_DONTWAIT) == 0) {
      self->waiting_ = false;
      self->close();
    }
  });
}

void Session::start() {
  if (!waiting_) return;
  waiting_ = false;
  try {
    const Worker worker = house_.start(shared_from_this(), question_.query, accept_);
    process_ = worker.process;
    pipe_.assign(net::local::stream_protocol(), worker.pipe);
  } catch (const std::exception& thrown) {
    return fault(503, thrown.what());
  }
  read_verdict();
}

void Session::read_verdict() {
  net::async_read(pipe_, net::buffer(&verdict_, sizeof verdict_),
                  [self = shared_from_this()](Error_code error, std::size_t) {
                    if (error || self->verdict_.size > most_verdict) return self->on_piece(0);
                    self->text_.resize(self->verdict_.size);
                    net::async_read(self->pipe_, net::buffer(self->text_),
                                    [self](Error_code failed, std::size_t) {
                                      if (failed) return self->on_piece(0);
                                      self->on_verdict();
                                    });
                  });
}

void Session::on_verdict() {
  if (closed_) return;
  if (verdict_.status != 200) {
    deadline_.cancel();
    forget_worker();
    return fault(verdict_.status, text_);
  }
  begin_answer(text_);
}

/// What every response says.
void Session::set_common(http::fields& response) const {
  response.set(http::field::server, "relata");
  response.set("X-Content-Type-Options", "nosniff");
  if (!house_.options().allow_origin.empty())
    response.set(http::field::access_control_allow_origin, house_.options().allow_origin);
}

void Session::begin_answer(const std::string& content_type) {
  begun_ = true;
  const auto& request = parser_->get();
  auto response = std::make_shared<http::response<http::empty_body>>(http::status::ok, request.version());
  set_common(*response);
  response->set(http::field::content_type, content_type);
  response->set(http::field::vary, "Accept");
  if (is_http_1_0()) {
    keep_alive_ = false;  // the answer ends with the connection
  } else {
    response->chunked(true);
  }
  response->keep_alive(keep_alive_);
  auto serializer = std::make_shared<http::response_serializer<http::empty_body>>(*response);
  sending_ = response;
  stream_.expires_after(house_.options().patience);
  http::async_write_header(stream_, *serializer,
                           [self = shared_from_this(), serializer](Error_code error, std::size_t) {
                             if (error) return self->close();
                             if (self->parser_->get().method() == http::verb::head) {
                               self->kill_worker();
                               self->forget_worker();
                               self->deadline_.cancel();
                               return self->next_request();
                             }
                             self->pump();
                           });
}

void Session::pump() {
  if (closed_) return;
  piece_.resize(piece_size);
  pipe_.async_read_some(net::buffer(piece_), [self = shared_from_this()](Error_code error, std::size_t size) {
    self->on_piece(error ? 0 : size);
  });
}

/// A piece of the answer; none: the worker says no more.
void Session::on_piece(std::size_t size) {
  if (closed_) return;
  if (size == 0) {
    pipe_ended_ = true;
    return answer_over();
  }
  answered_ += size;
  if (answered_ > house_.options().answer_size) {
    house_.note(fmt::format("an answer was broken off after {} bytes", house_.options().answer_size));
    return close();
  }
  stream_.expires_after(house_.options().patience);
  const auto sent = [self = shared_from_this()](Error_code error, std::size_t) {
    if (error) return self->close();
    self->pump();
  };
  if (is_http_1_0()) {
    net::async_write(stream_, net::buffer(piece_.data(), size), sent);
  } else {
    net::async_write(stream_, http::make_chunk(net::const_buffer(piece_.data(), size)), sent);
  }
}

void Session::worker_ended(pid_t process, bool well) {
  if (process != process_) return;
  process_ended_ = true;
  process_ = -1;
  well_ = well;
  answer_over();
}

/// When the pipe is read out and the process has ended, it is known whether the answer is whole.
void Session::answer_over() {
  if (closed_ || !pipe_ended_ || !process_ended_) return;
  Error_code ignored;
  pipe_.close(ignored);
  deadline_.cancel();
  if (!well_) return fail_answer();
  if (is_http_1_0()) return close();
  stream_.expires_after(house_.options().patience);
  net::async_write(stream_, http::make_chunk_last(),
                   [self = shared_from_this()](Error_code error, std::size_t) {
                     if (error) return self->close();
                     self->next_request();
                   });
}

/// An answer without an end: nobody may take it for a whole one.
void Session::fail_answer() {
  deadline_.cancel();
  if (begun_) return close();
  if (timed_out_)
    return fault(503, fmt::format("the query was ended: it took more than {} s",
                                  static_cast<double>(house_.options().timeout.count()) / 1000));
  fault(500, "the query was ended: it needed more memory than it may have, or failed");
}

void Session::send(unsigned status, const std::string& content_type, const std::string& body,
                   const std::vector<std::pair<std::string, std::string>>& further) {
  const auto& request = parser_->get();
  auto response =
      std::make_shared<http::response<http::string_body>>(http::int_to_status(status), request.version());
  set_common(*response);
  if (!content_type.empty()) response->set(http::field::content_type, content_type);
  if (!house_.options().allow_origin.empty() && request.method() == http::verb::options) {
    response->set(http::field::access_control_allow_methods, methods);
    response->set(http::field::access_control_allow_headers, "Accept, Content-Type");
  }
  for (const auto& [name, value] : further) response->set(name, value);
  response->keep_alive(keep_alive_);
  if (request.method() == http::verb::head) {
    response->content_length(body.size());
  } else {
    response->body() = body;
    response->prepare_payload();
  }
  sending_ = response;
  stream_.expires_after(house_.options().patience);
  auto serializer = std::make_shared<http::response_serializer<http::string_body>>(*response);
  const auto sent = [self = shared_from_this(), serializer](Error_code error, std::size_t) {
    if (error) return self->close();
    self->next_request();
  };
  if (request.method() == http::verb::head) {
    http::async_write_header(stream_, *serializer, sent);
  } else {
    http::async_write(stream_, *serializer, sent);
  }
}

void Session::fault(unsigned status, const std::string& message) {
  if (status == 503) return send(status, "text/plain; charset=utf-8", message + '\n', {{"Retry-After", "5"}});
  send(status, "text/plain; charset=utf-8", message + '\n');
}

void Session::next_request() {
  sending_.reset();
  if (!keep_alive_) return linger();
  read();
}

/// Reads on for a while before it closes: what is left unread would make the system take the answer back.
void Session::linger() {
  Error_code ignored;
  stream_.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
  stream_.expires_after(std::chrono::seconds(2));
  piece_.resize(piece_size);
  discard(16);
}

void Session::discard(int pieces) {
  stream_.async_read_some(net::buffer(piece_),
                          [self = shared_from_this(), pieces](Error_code error, std::size_t) {
                            if (error || pieces == 0) return self->close();
                            self->discard(pieces - 1);
                          });
}

void Session::close() {
  if (closed_) return;
  closed_ = true;
  kill_worker();
  forget_worker();
  deadline_.cancel();
  Error_code ignored;
  stream_.socket().shutdown(net::ip::tcp::socket::shutdown_both, ignored);
  stream_.close();
}

void Session::kill_worker() {
  if (process_ > 0) ::kill(process_, SIGKILL);
}

void Session::forget_worker() {
  process_ = -1;
  Error_code ignored;
  pipe_.close(ignored);
}

void Session::stop() {
  waiting_ = false;
  close();
}

}  // namespace relata::serve

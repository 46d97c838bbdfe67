// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "sparql/triple_index.hpp"

namespace relata::serve {

/// Where the triples come from, and come from again when the store changes.
struct TripleSource {
  std::function<std::string()> stamp;  ///< another text whenever the store may have changed
  std::function<void()> prepare;  ///< has the triples of the store as it is kept, in a process of its own
  std::function<std::optional<sparql::TripleIndex>()> open;  ///< those kept; nothing where they are not there
};

struct ServerOptions {
  std::string host = "127.0.0.1";
  unsigned short port = 3030;  ///< 0: a free one
  std::string base;            ///< of minted IRIs, known to queries
  std::string allow_origin;    ///< value of Access-Control-Allow-Origin; empty: not sent
  std::chrono::milliseconds timeout = std::chrono::seconds(60);  ///< of a query, waiting included
  std::chrono::milliseconds patience =
      std::chrono::seconds(20);  ///< with a client that sends or takes nothing
  std::size_t processes = 2;     ///< queries at a time
  std::size_t connections = 64;
  std::size_t query_size = std::size_t{1} << 20;
  std::size_t answer_size = std::size_t{1} << 30;
  std::size_t memory = std::size_t{4} << 30;  ///< of each query
};

/// Runs `work` in a process of its own and waits for it; false where it fails. What it takes of memory is
/// gone then, so that later processes are quickly made.
bool done_apart(const std::function<void()>& work);

/// Serves the SPARQL 1.1 Protocol over HTTP/1.1, read-only, until SIGINT or SIGTERM. `ready` gets the address
/// when connections are taken; `note` gets what happens later. Starts a process a query; the caller's has to
/// have one thread. Throws Error where the address cannot be had.
void serve(sparql::TripleIndex index, const TripleSource& source, const ServerOptions& options,
           const std::function<void(const std::string& url)>& ready,
           const std::function<void(const std::string& note)>& note);

}  // namespace relata::serve

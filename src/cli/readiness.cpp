// SPDX-License-Identifier: MIT
#include "cli/readiness.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "cli/keep_triples.hpp"
#include "cli/stores.hpp"
#include "relata/serialize.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

bool has_room_for(const fs::path& file) {
  // What assembling took of a million statements: eight times their store's size.
  constexpr std::uintmax_t memory_a_byte = 8;
  const auto memory = static_cast<std::uintmax_t>(std::max(0L, ::sysconf(_SC_PHYS_PAGES))) *
                      static_cast<std::uintmax_t>(std::max(0L, ::sysconf(_SC_PAGESIZE)));
  return fs::file_size(file) <= memory / 2 / memory_a_byte;
}

}  // namespace

void declare_later(CLI::App& app, bool& later) {
  app.add_flag("--later", later, "Leave the graph of a big store to the next question");
}

void make_ready(const fs::path& file, const std::string& base) {
  try {
    if (!is_worth_a_look(file) || !has_room_for(file)) return;
    const auto evidence = [&file] {
      return Store(file, Store::Mode::read).fingerprint(Store::Verdicts::ignored);
    };
    const std::string before = evidence();
    const KnowledgeGraph graph = load_graph(
        file.string(), [](const Diagnostic&) {}, Store::Verdicts::ignored);
    // Others may have added to the store meanwhile.
    if (!base.empty() && is_graph_kept(file) && evidence() == before) keep_triples(file, before, graph, base);
  } catch (const std::exception&) {  // the evidence is stored; the next question works out the rest
  }
}

void leave_ready(const fs::path& file, std::size_t put) {
  try {
    if (!is_worth_a_look(file) || 2 * put < Store(file, Store::Mode::read).articles() || is_graph_kept(file))
      return;
  } catch (const Error&) {
    return;
  }
  make_ready(file, SerializeOptions().base);
}

Readiness::Readiness(fs::path file, bool later) : file_(std::move(file)) {
  if (later) return;
  std::error_code ignored;
  graph_ = is_worth_a_look(file_) && is_graph_kept(file_);
  triples_ = fs::exists(triples_beside(file_), ignored);
}

void Readiness::restore() const {
  if (graph_) make_ready(file_, triples_ ? SerializeOptions().base : std::string());
}

}  // namespace relata::cli

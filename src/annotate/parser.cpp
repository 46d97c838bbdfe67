// SPDX-License-Identifier: MIT
#include "annotate/parser.hpp"

#include <algorithm>

#include "relata/error.hpp"

namespace relata::annotate {
namespace {

enum Type { shift, reduce, left_arc, right_arc, break_sentence, type_count };

/// Sets the edges of all subtrees and the sentence starts: a root's left edge starts one.
void set_edges(Parse& parse) {
  const auto n = static_cast<std::int32_t>(parse.head.size());
  parse.left.resize(parse.head.size());
  parse.right.resize(parse.head.size());
  for (std::int32_t i = 0; i < n; ++i) parse.left[i] = parse.right[i] = i;
  const auto widen = [&parse](std::int32_t i) {
    const std::int32_t h = parse.head[i];
    parse.left[h] = std::min(parse.left[h], parse.left[i]);
    parse.right[h] = std::max(parse.right[h], parse.right[i]);
  };
  const auto heads_inside = [&parse, n] {
    std::int32_t start = 0;
    for (std::int32_t i = 0; i < n; ++i) {
      if (parse.starts[i] == 0 && i != n - 1) continue;
      // As the reference does, a slice is checked against the boundary that closes it.
      for (std::int32_t k = start; k < i; ++k)
        if (parse.head[k] < start || parse.head[k] > i) return false;
      start = i;
    }
    return true;
  };
  constexpr int max_sweeps = 12;
  for (int sweep = 0; sweep < max_sweeps; ++sweep) {
    for (std::int32_t i = 0; i < n; ++i) widen(i);
    for (std::int32_t i = n - 1; i >= 0; --i) widen(i);
    parse.starts.assign(parse.head.size(), 0);
    for (std::int32_t i = 0; i < n; ++i)
      if (parse.head[i] == i) parse.starts[parse.left[i]] = 1;
    if (heads_inside()) break;
  }
}

/// The token under `from`, nearest in breadth-first order, that bears the label; -1: none.
std::int32_t find_below(const Parse& parse, std::span<const std::uint8_t> is_space, std::int32_t from,
                        std::int32_t without, Label label) {
  std::vector<std::int32_t> queue = {from};
  std::vector<std::uint8_t> seen(parse.head.size());
  seen[from] = 1;
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const std::int32_t t = queue[at];
    for (std::int32_t j = parse.left[t]; j <= parse.right[t]; ++j) {
      if (j == t || parse.head[j] != t || is_space[j] != 0 || j == without) continue;
      if (parse.dep[j] == label) return j;
      if (seen[j] == 0) queue.push_back(j);
      seen[j] = 1;
    }
  }
  return -1;
}

}  // namespace

/// The state of one parse.
struct Parser::Run {
  Scratch& s;
  std::int32_t size;
  std::int32_t next = 0;
  Sentences sentences;

  std::int32_t buffer(std::int32_t i) const {
    const auto behind = static_cast<std::int32_t>(s.rebuffer.size());
    if (i < behind) return s.rebuffer[behind - 1 - i];
    const std::int32_t b = next + i - behind;
    return b < size ? b : -1;
  }
  std::int32_t stack(std::size_t i) const {
    return i < s.stack.size() ? s.stack[s.stack.size() - 1 - i] : -1;
  }
  std::int32_t buffer_length() const { return size - next + static_cast<std::int32_t>(s.rebuffer.size()); }
  bool final() const { return s.stack.empty() && buffer_length() == 0; }
  bool starts(std::int32_t token) const { return token >= 0 && s.starts[token] != 0; }

  static std::int32_t last_child(const std::vector<std::vector<Scratch::Arc>>& arcs, std::int32_t head) {
    if (head < 0) return -1;
    return arcs[head].empty() ? -1 : arcs[head].back().child;
  }
  std::int32_t left_edge(std::int32_t token) const {
    for (std::int32_t steps = 0; token >= 0 && steps < size && !s.left[token].empty(); ++steps) {
      std::int32_t least = token;
      for (const Scratch::Arc& arc : s.left[token]) least = std::min(least, arc.child);
      if (least == token) break;
      token = least;
    }
    return token;
  }

  unsigned open_types() const {
    const std::int32_t length = buffer_length(), b0 = buffer(0);
    const std::size_t depth = s.stack.size();
    unsigned open = 0;
    if (depth == 0 || (length >= 2 && !starts(b0) && s.unshiftable[b0] == 0)) open |= 1U << shift;
    if (depth > 0 && !(sentences == Sentences::one && depth == 1 && length > 0 && left_edge(b0) != 0))
      open |= 1U << reduce;
    if (depth > 0 && length > 0 && !starts(b0)) open |= 1U << left_arc | 1U << right_arc;
    if (sentences == Sentences::found && length >= 2 && buffer(1) == b0 + 1 && !starts(b0 + 1))
      open |= 1U << break_sentence;
    return open;
  }

  void push() {
    s.stack.push_back(buffer(0));
    if (s.rebuffer.empty()) {
      ++next;
    } else {
      s.rebuffer.pop_back();
    }
  }

  void add_arc(std::int32_t head, std::int32_t child, std::uint32_t action) {
    if (const std::int32_t old = s.head[child]; old >= 0) {
      auto& arcs = old > child ? s.left[old] : s.right[old];
      // The reference only takes back the arc that was added last.
      if (!arcs.empty() && arcs.back().child == child) arcs.pop_back();
    }
    (head > child ? s.left[head] : s.right[head]).push_back({head, child, action});
    s.head[child] = head;
  }

  void apply(int type, std::uint32_t action) {
    switch (type) {
      case shift:
        push();
        break;
      case reduce:
        if (s.head[s.stack.back()] < 0 && s.stack.size() > 1) {
          s.unshiftable[s.stack.back()] = 1;
          s.rebuffer.push_back(s.stack.back());
        }
        s.stack.pop_back();
        break;
      case left_arc:
        add_arc(buffer(0), s.stack.back(), action);
        s.unshiftable[buffer(0)] = 0;
        s.stack.pop_back();
        break;
      case right_arc:
        add_arc(s.stack.back(), buffer(0), action);
        push();
        break;
      default:
        s.starts[buffer(1)] = 1;
    }
  }
};

Parser::Parser(const ThincModel& model, const std::filesystem::path& moves, std::size_t width,
               const Kernels& kernels)
    : model_(model, width, 8, read_moves(moves).size(), kernels) {
  for (const Action& action : read_moves(moves)) {
    if (action.type >= type_count)
      throw Error(moves.string() + ": unknown action " + std::to_string(action.type));
    type_.push_back(action.type);
    const std::size_t bar = action.label.find("||");
    label_.push_back(Label::intern(action.label.substr(0, bar)));
    lifted_.push_back(bar == std::string::npos ? Label() : Label::intern(action.label.substr(bar + 2)));
  }
  for (unsigned open = 0; open < 1U << type_count; ++open) {
    Floats& mask = masks_.emplace_back(model_.padded(), closed);
    for (std::size_t a = 0; a < type_.size(); ++a)
      if ((open >> type_[a] & 1) != 0) mask[a] = 0;
  }
}

void Parser::parse(std::span<const float* const> vectors, std::span<const std::uint8_t> is_space,
                   Sentences sentences, Scratch& s, Parse& out) const {
  const std::size_t n = vectors.size();
  model_.begin(vectors, s.scores);
  s.stack.clear();
  s.rebuffer.clear();
  s.head.assign(n, -1);
  s.unshiftable.assign(n, 0);
  s.starts.assign(n, 0);
  if (s.left.size() < n) {
    s.left.resize(n);
    s.right.resize(n);
  }
  for (std::size_t i = 0; i < n; ++i) {
    s.left[i].clear();
    s.right[i].clear();
  }
  Run run{s, static_cast<std::int32_t>(n), 0, sentences};
  // About two steps a token; the bound is for weights that would not come to an end.
  for (std::size_t steps = 0; !run.final() && steps < 32 * n + 64; ++steps) {
    const std::int32_t b0 = run.buffer(0), s0 = run.stack(0);
    const int ids[8] = {b0,
                        run.buffer(1),
                        s0,
                        run.stack(1),
                        run.stack(2),
                        Run::last_child(s.left, b0),
                        Run::last_child(s.left, s0),
                        Run::last_child(s.right, s0)};
    const int action = model_.best(ids, masks_[run.open_types()].data(), s.scores);
    if (action < 0) break;
    run.apply(type_[static_cast<std::size_t>(action)], static_cast<std::uint32_t>(action));
  }

  out.head.resize(n);
  out.dep.assign(n, Label());
  out.starts.assign(n, 0);
  std::vector<Label> lifted(n);
  for (std::size_t i = 0; i < n; ++i) out.head[i] = static_cast<std::int32_t>(i);
  for (const auto* arcs : {&s.left, &s.right})
    for (std::size_t h = 0; h < n; ++h)
      for (const Scratch::Arc& arc : (*arcs)[h]) {
        out.head[arc.child] = arc.head;
        out.dep[arc.child] = label_[arc.action];
        lifted[arc.child] = lifted_[arc.action];
      }
  for (std::size_t i = 0; i < n; ++i)
    if (out.head[i] == static_cast<std::int32_t>(i)) out.dep[i] = dep::ROOT;
  set_edges(out);
  bool moved = false;
  for (std::size_t i = 0; i < n; ++i) {
    if (lifted[i].empty()) continue;
    const auto child = static_cast<std::int32_t>(i);
    const std::int32_t head = find_below(out, is_space, out.head[i], child, lifted[i]);
    if (head >= 0) out.head[i] = head;
    moved = true;
  }
  if (moved) set_edges(out);
  if (sentences == Sentences::one) out.starts.assign(n, 0);
  if (n > 0) out.starts[0] = 1;
}

}  // namespace relata::annotate

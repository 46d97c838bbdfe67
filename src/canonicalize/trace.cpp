// SPDX-License-Identifier: MIT
#include "canonicalize/trace.hpp"

#include <algorithm>

namespace relata::detail {
namespace {

class Tracer {
 public:
  explicit Tracer(const ArticleState& state) : state_(state), doc_(state.doc()) {}

  Quote quote(TokenSpan span) const {
    return {std::string(doc_.span_text(span)),
            {doc_.tokens[span.first].char_begin, doc_.tokens[span.last - 1].char_end}};
  }
  Quote quote(TokenId t) const { return quote(TokenSpan{t, t + 1}); }

  /// From the words headed by `at` to the entity; without `at`, from its mention nearest to `near`.
  std::vector<TraceStep> steps(EntityId e, TokenId at, TokenId near) const {
    std::vector<TraceStep> out;
    if (e == no_entity) return out;
    std::size_t m = at == no_token ? nearest(e, doc_.sentences()[doc_.sentence_of(near)], near) : over(at, e);
    if (m == ArticleState::none && at != no_token) {
      // An apposition, or what a transparent noun is of: `officials of X`.
      m = nearest(e, doc_.subtree(at), at);
      if (m != ArticleState::none)
        out.push_back({quote(at), "stands for", std::string(doc_.span_text(state_.mentions()[m].span))});
    }
    if (m == ArticleState::none) {
      out.push_back(made(e, at == no_token ? near : at));
    } else {
      follow(m, out);
    }
    return out;
  }

 private:
  std::size_t over(TokenId at, EntityId e) const {
    for (const std::size_t m : {state_.mention_headed(at), state_.mention_over(at)})
      if (m != ArticleState::none && state_.mentions()[m].entity == e) return m;
    return ArticleState::none;
  }

  std::size_t nearest(EntityId e, TokenSpan within, TokenId to) const {
    std::size_t best = ArticleState::none;
    TokenId best_distance = no_token;
    for (std::size_t m = 0; m < state_.mentions().size(); ++m) {
      const Mention& mention = state_.mentions()[m];
      if (mention.entity != e || mention.head < within.first || mention.head >= within.last) continue;
      const TokenId distance = std::max(mention.head, to) - std::min(mention.head, to);
      if (distance < best_distance) best_distance = distance, best = m;
    }
    return best;
  }

  /// A common noun, office or value that was made an entity: its words nearest to `head`.
  TraceStep made(EntityId e, TokenId head) const {
    const Entity& entity = state_.entity(e);
    TokenSpan best{head, head + 1};
    TokenId best_distance = no_token;
    for (const TokenSpan span : state_.added_mentions()[e]) {
      const TokenId distance = std::max(span.first, head) - std::min(span.first, head);
      if (distance < best_distance) best_distance = distance, best = span;
    }
    if (!entity.datatype.empty()) return {quote(value(entity, head)), "value", entity.label};
    return {quote(best), entity.cls == cls::Position ? "office" : "common noun", entity.label};
  }

  /// Where the sentence has the words of a date or amount, which are its aliases.
  TokenSpan value(const Entity& entity, TokenId head) const {
    const TokenSpan sentence = doc_.sentences()[doc_.sentence_of(head)];
    for (TokenId first = sentence.first; first < sentence.last; ++first)
      for (const std::string& words : entity.aliases) {
        TokenId last = first + 1;
        while (last < sentence.last && doc_.span_text({first, last}).size() < words.size()) ++last;
        if (doc_.span_text({first, last}) == words) return {first, last};
      }
    return {head, head + 1};
  }

  static std::string rule(const Mention& mention) {
    if (!mention.rule.empty()) return std::string(mention.rule);
    constexpr const char* kinds[] = {"name", "nominal", "pronoun", "nationality"};
    return kinds[static_cast<std::size_t>(mention.kind)];
  }

  void follow(std::size_t m, std::vector<TraceStep>& out) const {
    while (true) {
      const Mention& mention = state_.mentions()[m];
      TraceStep& step = out.emplace_back(
          TraceStep{quote(mention.span), rule(mention), state_.entity(mention.entity).label});
      if (mention.antecedent == no_token) return;
      m = over(mention.antecedent, mention.entity);
      // Each stands before the last, so the chain ends.
      if (m == ArticleState::none || state_.mentions()[m].head >= mention.head) return;
      step.to = doc_.span_text(state_.mentions()[m].span);
    }
  }

  const ArticleState& state_;
  const Document& doc_;
};

}  // namespace

StatementTrace trace(const ArticleState& state, const Candidate& c, const Assertion& assertion) {
  const Tracer tracer(state);
  StatementTrace t;
  t.frame = c.frame;
  if (c.declared != nullptr) {
    t.schema_file = c.declared->file;
    t.schema_line = c.declared->line;
  }
  t.trigger = tracer.quote(c.token);
  t.subject = tracer.steps(c.subject, c.subject_at, c.token);
  t.object = tracer.steps(c.object, c.object_at, c.token);
  t.source = tracer.steps(assertion.source, assertion.source_at, c.token);
  if (!c.status.empty()) {
    t.status_by = StatementTrace::StatusBy::frame;
    t.status_cue = t.trigger;
  } else if (assertion.cue != no_token) {
    t.status_by = StatementTrace::StatusBy::words;
    t.status_cue = tracer.quote(assertion.cue);
  }
  return t;
}

}  // namespace relata::detail

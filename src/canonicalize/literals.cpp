// SPDX-License-Identifier: MIT
// Dates and amounts as values of statements.

#include <algorithm>

#include "canonicalize/amounts.hpp"
#include "canonicalize/article_state.hpp"
#include "canonicalize/times.hpp"

namespace relata::detail {

/// The span that the model named around the word.
TokenSpan ArticleState::named_span(TokenId word) const {
  TokenSpan span{word, word + 1};
  while (span.first > 0 && doc_.tokens[span.first].ent_iob == EntIob::inside) --span.first;
  while (span.last < doc_.size() && doc_.tokens[span.last].ent_iob == EntIob::inside) ++span.last;
  return span;
}

EntityId ArticleState::date(TokenId word, bool future) {
  return date_called(doc_.span_text(named_span(word)), future);
}

EntityId ArticleState::date_called(std::string_view text, bool future) {
  const StatementTime time = parse_time(text, article_.published, future);
  if (time.start.empty()) return no_entity;
  std::string value = time.start;
  if (time.end != time.start) value += "/" + time.end;
  const std::string type(date_type(value));
  return literal(cls::Date, std::move(value), type, text);
}

EntityId ArticleState::amount(TokenId head) {
  const auto counts = [&](TokenId t) {
    const Label type = doc_.tokens[t].ent_type;
    return type == ent::MONEY || type == ent::PERCENT || type == ent::QUANTITY || type == ent::CARDINAL;
  };
  TokenId at = head;
  if (!counts(at))
    for (const TokenId child : doc_.children(head))
      if (doc_.tokens[child].dep == dep::nummod && counts(child)) at = child;
  if (!counts(at)) return no_entity;
  auto [first, last] = named_span(at);
  // The sign of a currency may stand outside of the name: `$ 5 million`.
  if (first > 0 && doc_.tokens[first - 1].tag == tag::dollar) --first;
  if (last < doc_.size() && is_unit(doc_.word(last))) ++last;
  const std::string_view text = doc_.span_text({first, last});
  const std::optional<Amount> found = parse_amount(text);
  if (!found) return no_entity;
  return literal(cls::Amount, found->value, std::string(found->datatype), text);
}

EntityId ArticleState::literal(Label cls, std::string value, std::string datatype, std::string_view words) {
  for (EntityId e = 0; e < entities_.size(); ++e)
    if (entities_[e].cls == cls && entities_[e].value == value && entities_[e].datatype == datatype) {
      const std::string alias(words);
      if (std::ranges::find(entities_[e].aliases, alias) == entities_[e].aliases.end())
        entities_[e].aliases.push_back(alias);
      return e;
    }
  Entity entity;
  entity.id = std::string(cls.str()) + ":" + value;
  entity.label = value;
  entity.cls = cls;
  entity.value = std::move(value);
  entity.datatype = std::move(datatype);
  entity.aliases = {std::string(words)};
  return add(std::move(entity));
}

}  // namespace relata::detail

// SPDX-License-Identifier: MIT
// Deeds that a gerund names as issues: `accused of hiding documents`.

#include "canonicalize/article_state.hpp"

namespace relata::detail {
namespace {

constexpr TokenId longest_deed = 9;  // words of a name that a reader still takes for one

}  // namespace

EntityId ArticleState::deed(TokenId verb) {
  if (!(schema_.things() & schema_.class_bit(cls::Issue))) return no_entity;
  // The verb with its object, and the whole phrase as far as it is short.
  TokenId last = verb + 1;
  for (const TokenId child : doc_.children(verb)) {
    const Label d = doc_.tokens[child].dep;
    if (child > verb && (d == dep::dobj || d == dep::prt || d == dep::acomp || d == dep::attr) &&
        child < verb + longest_deed)
      last = child + 1;
    if (d == dep::xcomp && child > verb) {  // `trying to bribe the judge`
      const TokenId object = doc_.child(child, dep::dobj);
      const TokenId end = object == no_token ? child : object;
      if (end < verb + longest_deed) last = end + 1;
    }
  }
  if (last == verb + 1)
    for (const TokenId child : doc_.children(verb))
      if (child > verb && doc_.tokens[child].dep == dep::prep)
        if (const TokenId object = doc_.child(child, dep::pobj);
            object != no_token && object < verb + longest_deed) {
          last = object + 1;
          break;
        }
  TokenSpan whole = doc_.subtree(verb);
  whole.first = verb;
  while (whole.last > verb + 1 &&
         (doc_.tokens[whole.last - 1].pos == pos::PUNCT || doc_.tokens[whole.last - 1].pos == pos::SPACE))
    --whole.last;
  TokenId first = verb;
  if (verb > 0 && doc_.tokens[verb - 1].head == verb && doc_.tokens[verb - 1].dep == dep::neg) --first;
  const std::string label(doc_.span_text({first, last}));
  const std::string key = "Issue:" + lower(label) + "@" + article_.id;
  for (EntityId e = 0; e < entities_.size(); ++e)
    if (entities_[e].id == key) return e;
  Entity entity;
  entity.id = key;
  entity.label = label;
  entity.cls = cls::Issue;
  if (whole.last > last && whole.last - first <= 2 * longest_deed)
    entity.aliases.emplace_back(doc_.span_text({first, whole.last}));
  const EntityId e = add(std::move(entity));
  added_[e].push_back({first, last});
  return e;
}

}  // namespace relata::detail

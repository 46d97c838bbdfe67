// SPDX-License-Identifier: MIT
#include "canonicalize/patterns.hpp"

namespace relata::detail {

void add_pattern(const ArticleState& state, std::vector<Candidate>& out, std::string_view pattern, EntityId s,
                 EntityId o, TokenId t, double sure, bool unconditional) {
  if (s == no_entity || o == no_entity) return;  // a common noun that names nothing of its own
  for (const FrameRow& row : state.schema().frames(Frame::Kind::pattern, pattern)) {
    if (s == o || !(state.class_of(s) & row.subject_classes) || !(state.class_of(o) & row.object_classes))
      continue;
    Candidate c;
    c.subject = s;
    c.object = o;
    c.relation = row.relation;
    c.token = t;
    c.confidence = sure;
    c.unconditional = unconditional;
    c.also = true;
    c.declared = row.frame;
    c.frame = "pattern " + std::string(pattern);
    out.push_back(std::move(c));
  }
}

}  // namespace relata::detail

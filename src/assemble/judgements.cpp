// SPDX-License-Identifier: MIT
#include "assemble/judgements.hpp"

#include <algorithm>

namespace relata {

Judgements::Judgements(const Decisions& decisions,
                       const std::function<std::optional<std::size_t>(std::string_view)>& node_of) {
  for (const auto& [id, verdict] : decisions.verdicts()) {
    const auto subject = node_of(verdict.subject), object = node_of(verdict.object);
    if (!subject || !object) continue;
    Word& word = words_[{*subject, *object, verdict.relation, verdict.status}];
    word = std::max(word, Word(verdict.revision, verdict.judgement));
  }
}

bool Judgements::touch(std::size_t subject, std::size_t object) const {
  const auto at = words_.lower_bound({subject, object, {}, {}});
  return at != words_.end() && std::get<0>(at->first) == subject && std::get<1>(at->first) == object;
}

Judgement Judgements::on(std::size_t subject, std::size_t object, const std::string& relation,
                         Status status) const {
  if (words_.empty()) return Judgement::withdrawn;
  const auto at = words_.find({subject, object, relation, std::string(to_string(status))});
  return at == words_.end() ? Judgement::withdrawn : at->second.second;
}

}  // namespace relata

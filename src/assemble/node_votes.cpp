// SPDX-License-Identifier: MIT
#include "assemble/node_votes.hpp"

#include <utility>

#include "rdf/literal.hpp"

namespace relata {
namespace {

/// The winner of a vote, "" where nobody voted.
std::string winner(const std::map<std::string, std::uint64_t, std::less<>>& votes) {
  std::uint64_t most = 0;
  std::string best;
  for (const auto& [name, count] : votes)
    if (count > most) {
      most = count;
      best = name;
    }
  return best;
}

/// Whether two entities say the same of their thing.
bool same_words(const Entity& a, const Entity& b) {
  return a.label == b.label && a.cls == b.cls && a.wikidata == b.wikidata && a.aliases == b.aliases &&
         a.datatype == b.datatype && a.value == b.value;
}

}  // namespace

void NodeVotes::add(const LocalEntity& local) {
  if (last_ == nullptr || !same_words(*last_, local.entity)) {
    count();
    last_ = &local.entity;
  }
  last_votes_ += 1 + local.mentions.size();
  mentions_ += local.mentions.size();
}

void NodeVotes::close() {
  count();
  last_ = nullptr;
}

void NodeVotes::count() {
  if (last_ == nullptr) return;
  const Entity& e = *last_;
  const std::uint64_t weight = std::exchange(last_votes_, 0);
  if (!e.datatype.empty()) {
    // Equal ids say equal values, and datatypes that check alike.
    datatype_ = rdf::checked_datatype(e.datatype, e.value);
    value_ = e.value;
  }
  if (!e.label.empty()) {
    labels_[e.label] += weight;
    aliases_.insert(e.label);
  }
  if (!e.cls.empty()) classes_[std::string(e.cls.str())] += weight;
  if (!e.wikidata.empty()) wikidata_[e.wikidata] += weight;
  for (const std::string& alias : e.aliases)
    if (!alias.empty()) aliases_.insert(alias);
}

NodeProperties NodeVotes::decide(const std::string& id) const {
  NodeProperties node;
  node.id = id;
  node.datatype = datatype_;
  node.value = value_;
  node.label =
      is_literal() ? value_ : winner(labels_);  // a literal is named by its value, however texts put it
  if (node.label.empty()) node.label = id;
  node.cls = Label::intern(winner(classes_));
  node.wikidata = winner(wikidata_);
  for (const std::string& alias : aliases_)
    if (alias != node.label) node.aliases.push_back(alias);
  node.mentions = mentions_;
  return node;
}

}  // namespace relata

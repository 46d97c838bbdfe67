// SPDX-License-Identifier: MIT
#include "assemble/node_votes.hpp"

#include "rdf/literal.hpp"
#include "text/utf8.hpp"

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

/// Ids come from files too: what XML cannot hold becomes U+FFFD here, once, so that no two nodes collide
/// later.
std::string writable(std::string id) {
  bool clean = true;
  for (const char c : id)
    clean = clean && static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F;
  if (clean) return id;
  std::string out;
  for (std::size_t i = 0; i < id.size();) {
    const char32_t c = utf8::next(id, i);
    utf8::append(out, c < 0x20 || c == 0x7F || c == 0xFFFE || c == 0xFFFF ? utf8::replacement : c);
  }
  return out;
}

}  // namespace

void NodeVotes::add(const LocalEntity& local) {
  const Entity& e = local.entity;
  const std::uint64_t weight = 1 + local.mentions.size();
  mentions_ += local.mentions.size();
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

std::string node_id(const Entity& entity) {
  std::string id = entity.id;
  if (!entity.datatype.empty()) {
    id = "literal:";
    id += rdf::checked_datatype(entity.datatype, entity.value);
    id += ':';
    id += entity.value;
  } else if (id.empty()) {
    id = entity.cls.str();
    id += ':';
    id += entity.label;
  }
  return writable(std::move(id));
}

}  // namespace relata

// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "knowledge/kb_table.hpp"
#include "relata/knowledge_base.hpp"
#include "relata/schema.hpp"

namespace relata {
namespace {

using detail::KbRow;

std::vector<std::string> split_list(std::string_view s) {
  std::vector<std::string> parts;
  while (!s.empty()) {
    const std::size_t bar = std::min(s.find('|'), s.size());
    std::string_view part = s.substr(0, bar);
    s.remove_prefix(std::min(bar + 1, s.size()));
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
  }
  return parts;
}

bool is_q_number(std::string_view s) {
  return s.size() > 1 && s[0] == 'Q' && s[1] != '0' &&
         std::all_of(s.begin() + 1, s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr std::array thing_classes = {cls::Person,         cls::Country,  cls::Location, cls::Organization,
                                      cls::GovernmentBody, cls::Treaty,   cls::Event,    cls::MediaOutlet,
                                      cls::Work,           cls::Position, cls::Group,    cls::Product,
                                      cls::Issue};

/// The class called so; what is wrong with it goes to `fault`.
Label class_of_name(const std::string& name, std::string& fault) {
  const bool plain = std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (!plain || name.size() > 64) {
    fault = "'" + name + "' is no class name";
  } else if (name == cls::Date.str() || name == cls::Amount.str()) {
    fault = "class " + name + " holds values, not entities";
  } else {
    const auto known =
        std::find_if(thing_classes.begin(), thing_classes.end(), [&](Label l) { return l.str() == name; });
    return known != thing_classes.end() ? *known : Label::intern(name);
  }
  return {};
}

/// What is wrong with the row, or empty and `out` is filled.
std::string to_entity(KbRow& row, KnownEntity& out) {
  const bool holder = !row["office"].empty();
  if (row["class"].empty() && !holder) return "'" + row["name"] + "' has no class";
  std::string fault;
  out.cls = row["class"].empty() ? cls::Person : class_of_name(row["class"], fault);
  if (!fault.empty()) return fault;
  if (holder && out.cls != cls::Person) return "an office is held by a Person, not by a " + row["class"];
  if (!row["wikidata"].empty() && !is_q_number(row["wikidata"]))
    return "'" + row["wikidata"] + "' is no Wikidata id (Q and a number)";
  out.id = std::move(row["id"]);
  out.name = row["name"];
  out.wikidata = std::move(row["wikidata"]);
  if (!holder) out.country = std::move(row["country"]);  // else it is the body of the office
  out.capital = std::move(row["capital"]);
  out.family = std::move(row["family"]);
  out.aliases = split_list(row["aliases"]);
  out.demonyms = split_list(row["demonyms"]);
  out.weak = split_list(row["weak"]);
  out.local = split_list(row["local"]);
  out.members = split_list(row["members"]);
  if (!out.local.empty() && out.country.empty()) return "names in 'local' need a 'country'";
  return {};
}

/// What is wrong with the row's office, or empty and `out` is filled.
std::string to_term(const KbRow& row, Term& out) {
  out.body = row["country"];
  out.offices = split_list(row["office"]);
  out.begin = row["begin"];
  out.end = row["end"];
  if (out.body.empty()) return "the office has no 'country' (a country or organisation)";
  for (const std::string& date : {out.begin, out.end})
    if (!date.empty() && !is_iso_date(date)) return "'" + date + "' is no date (YYYY, YYYY-MM or YYYY-MM-DD)";
  if (!out.begin.empty() && !out.end.empty() && out.end < out.begin.substr(0, out.end.size()))
    return "the office ends (" + out.end + ") before it begins (" + out.begin + ")";
  return {};
}

void unite(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more)
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// What `more` says, on top of what `base` says.
KnownEntity laid_over(KnownEntity base, const KnownEntity& more) {
  unite(base.aliases, more.aliases);
  unite(base.demonyms, more.demonyms);
  unite(base.weak, more.weak);
  unite(base.local, more.local);
  unite(base.members, more.members);
  if (!more.country.empty()) base.country = more.country;
  if (!more.capital.empty()) base.capital = more.capital;
  if (!more.family.empty()) base.family = more.family;
  return base;
}

bool same_names(const KnownEntity& a, const KnownEntity& b) {
  return a.aliases == b.aliases && a.weak == b.weak && a.family == b.family;
}

}  // namespace

/// The known entity of this name and class, or nullptr.
const KnownEntity* KnowledgeBase::namesake(const KnownEntity& entity) const {
  const std::string name = normalized_name(entity.name);
  const auto same = [&](Index i) {
    return entities_[i].cls == entity.cls && normalized_name(entities_[i].name) == name;
  };
  std::span<const Index> list = by_name(entity.name);
  if (entity.cls == cls::Person)
    if (const auto at = people_.find(name); at != people_.end()) list = at->second;
  const auto at = std::find_if(list.begin(), list.end(), same);
  return at == list.end() ? nullptr : &entities_[*at];
}

std::string KnowledgeBase::take_rules(const std::string& name, const std::string& same,
                                      const std::string& different) {
  std::vector<std::string> united = split_list(same);
  if (!united.empty()) {
    united.insert(united.begin(), name);
    if (std::string fault = rules_.unite(united); !fault.empty()) return fault;
  }
  for (const std::string& other : split_list(different))
    if (std::string fault = rules_.keep_apart(name, other); !fault.empty()) return fault;
  return {};
}

std::string KnowledgeBase::take(KbRow& row, Origin origin, const Schema* schema) {
  const std::string name = row["name"];
  if (normalized_name(name).empty()) return "no name";
  const bool ruled = !row["same"].empty() || !row["different"].empty();
  if (ruled)
    if (std::string fault = take_rules(name, row["same"], row["different"]); !fault.empty()) return fault;
  const bool holder = !row["office"].empty();
  if (ruled && !holder && row["class"].empty()) return {};

  KnownEntity entity;
  if (std::string fault = to_entity(row, entity); !fault.empty()) return fault;
  if (schema != nullptr && schema->find_class(entity.cls) == nullptr)
    return "the schema has no class '" + std::string(entity.cls.str()) + "'";
  Term term;
  if (holder)
    if (std::string fault = to_term(row, term); !fault.empty()) return fault;
  const bool unnumbered = entity.id.empty() && entity.wikidata.empty();
  const KnownEntity* const known =
      holder || (origin == Origin::user && unnumbered) ? namesake(entity) : nullptr;
  if (known != nullptr && !entity.wikidata.empty() && entity.wikidata != known->wikidata)
    return "'" + name + "' is given the Wikidata id " + entity.wikidata + " here, '" + known->wikidata +
           "' before";
  if (known != nullptr) {
    entity = laid_over(*known, entity);
  } else {
    fill_id(entity);
    if (holder) holders_.insert(entity.id);
  }
  const std::string id = entity.id;
  // Another term of a person says nothing new of the person.
  if (known == nullptr || origin == Origin::user || !same_names(*known, entity))
    add(std::move(entity), origin);
  if (holder) {
    term.person = ids_.at(id);
    offices_.add(std::move(term));
  }
  return {};
}

void KnowledgeBase::load(const std::filesystem::path& file, const DiagnosticSink& sink, Origin origin,
                         const Schema* schema) {
  detail::read_kb_table(
      file, [&](KbRow& row) { return take(row, origin, schema); }, sink);
}

}  // namespace relata

// SPDX-License-Identifier: MIT
#include "annotate/ruler.hpp"

#include <algorithm>

#include "text/mapped_file.hpp"
#include "annotate/msgpack.hpp"

namespace relata::annotate {

using Kind = PackValue::Kind;

namespace {

const MatchSpace& match_space() {
  thread_local const MatchSpace space;
  return space;
}

/// Features and their values in order, as spaCy keeps them; "_" stands for none.
std::string normalised_morph(std::string_view morph) {
  if (morph == "_") return {};
  const auto pieces = [](std::string_view s, char by) {
    std::vector<std::string> out;
    while (!s.empty()) {
      const std::size_t end = std::min(s.find(by), s.size());
      if (end > 0) out.emplace_back(s.substr(0, end));
      s.remove_prefix(std::min(end + 1, s.size()));
    }
    return out;
  };
  const auto join = [](std::vector<std::string> parts, char by) {
    std::sort(parts.begin(), parts.end());
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : std::string(1, by)) + part;
    return out;
  };
  std::vector<std::string> features = pieces(morph, '|');
  for (std::string& one : features)
    if (const std::size_t equals = one.find('='); equals != std::string::npos)
      one = one.substr(0, equals + 1) + join(pieces(std::string_view(one).substr(equals + 1), ','), ',');
  return join(features, '|');
}

}  // namespace

bool Ruler::Condition::holds(std::string_view value) const {
  if (kind == Kind::any) return true;
  if (kind == Kind::regex) return static_cast<bool>(pattern.search(value, match_space()));
  return (std::find(values.begin(), values.end(), value) != values.end()) == (kind == Kind::in);
}

bool Ruler::LabelCondition::holds(Label value) const {
  if (kind == Condition::Kind::any) return true;
  return (std::find(values.begin(), values.end(), value) != values.end()) == (kind == Condition::Kind::in);
}

bool Ruler::TokenPattern::holds(const Seen& token) const {
  return tag.holds(token.tag) && dep.holds(token.dep) && (!is_space || *is_space == token.is_space) &&
         lower.holds(token.lower);
}

/// Reads the parts of a `patterns` file.
struct RulerReader {
  const PackReader& file;

  Ruler::Condition condition(const PackValue& value) const {
    using C = Ruler::Condition::Kind;
    Ruler::Condition out;
    if (value.is_text()) {
      out.kind = C::in;
      out.values.emplace_back(value.str());
      return out;
    }
    if (value.kind != Kind::map || value.size != 1 || !value.items[0].is_text())
      file.fail("a condition of unknown form");
    const std::string_view how = value.items[0].str();
    const PackValue& what = value.items[1];
    if (how == "REGEX" && what.is_text()) {
      out.kind = C::regex;
      out.pattern = Pattern(what.str(), file.name());
    } else if ((how == "IN" || how == "NOT_IN") && what.kind == Kind::array) {
      out.kind = how == "IN" ? C::in : C::not_in;
      for (std::uint32_t i = 0; i < what.size; ++i) {
        if (!what.items[i].is_text()) file.fail("a condition's list holds something that is not text");
        out.values.emplace_back(what.items[i].str());
      }
    } else {
      file.fail("condition '" + std::string(how) + "' is not supported");
    }
    return out;
  }

  Ruler::LabelCondition label_condition(const PackValue& value) const {
    const Ruler::Condition text = condition(value);
    if (text.kind == Ruler::Condition::Kind::regex) file.fail("REGEX on a label is not supported");
    Ruler::LabelCondition out{text.kind, {}};
    for (const std::string& name : text.values) out.values.push_back(Label::intern(name));
    return out;
  }

  Ruler::TokenPattern token(const PackValue& value) const {
    if (value.kind != Kind::map) file.fail("a pattern's token is not a map");
    Ruler::TokenPattern out;
    for (std::uint32_t i = 0; i < value.size; ++i) {
      const PackValue &key = value.items[2 * i], &what = value.items[2 * i + 1];
      const std::string name = key.is_text() ? std::string(key.str()) : std::string();
      if (name == "TAG") {
        out.tag = label_condition(what);
      } else if (name == "DEP") {
        out.dep = label_condition(what);
      } else if (name == "LOWER") {
        out.lower = condition(what);
      } else if (name == "IS_SPACE" && what.kind == Kind::boolean) {
        out.is_space = what.boolean;
      } else {
        file.fail("patterns with '" + name + "' are not supported");
      }
    }
    return out;
  }

  Ruler::Rule rule(const PackValue& value) const {
    const PackValue *const patterns = value.find("patterns"), *const attrs = value.find("attrs"),
                           *const index = value.find("index");
    if (patterns == nullptr || patterns->kind != Kind::array || attrs == nullptr || attrs->kind != Kind::map)
      file.fail("a rule without patterns or attrs");
    Ruler::Rule out;
    if (index != nullptr) {
      if (index->kind != Kind::unsigned_integer && index->kind != Kind::negative_integer)
        file.fail("a rule's index is no number");
      out.index = static_cast<std::int64_t>(index->number);
    }
    for (std::uint32_t i = 0; i < patterns->size; ++i) {
      const PackValue& tokens = patterns->items[i];
      if (tokens.kind != Kind::array || tokens.size == 0 || tokens.size > 16)
        file.fail("a pattern of no or too many tokens");
      std::vector<Ruler::TokenPattern>& pattern = out.alternatives.emplace_back();
      for (std::uint32_t k = 0; k < tokens.size; ++k) pattern.push_back(token(tokens.items[k]));
    }
    for (std::uint32_t i = 0; i < attrs->size; ++i) {
      const PackValue &key = attrs->items[2 * i], &what = attrs->items[2 * i + 1];
      if (!key.is_text() || !what.is_text()) file.fail("an attribute that is not text");
      if (key.str() == "TAG") {
        out.tag = Label::intern(what.str());
      } else if (key.str() == "DEP") {
        out.dep = Label::intern(what.str());
      } else if (key.str() == "POS") {
        out.pos = Label::intern(what.str());
      } else if (key.str() == "MORPH") {
        out.morph = Label::intern(normalised_morph(what.str()));
      } else if (key.str() == "LEMMA") {
        out.lemma = what.str();
      } else {
        file.fail("rules that set '" + std::string(key.str()) + "' are not supported");
      }
    }
    return out;
  }
};

void Ruler::load(const std::filesystem::path& patterns) {
  const MappedFile file(patterns);
  PackReader reader(file.bytes(), file.name());
  const PackValue& root = reader.document();
  if (root.kind != Kind::array || root.size > 10000) reader.fail("not a list of rules");
  for (std::uint32_t i = 0; i < root.size; ++i) {
    rules_.push_back(RulerReader{reader}.rule(root.items[i]));
    for (std::size_t k = 0; k < rules_.back().alternatives.size(); ++k) {
      const std::size_t length = rules_.back().alternatives[k].size();
      longest_ = std::max(longest_, length);
      if (length > 1) spanning_.emplace_back(i, k);
    }
  }
}

void Ruler::word_masks(std::string_view lower, std::uint64_t& first, std::uint64_t& second) const {
  first = second = 0;
  for (std::size_t i = 0; i < spanning_.size(); ++i) {
    const auto& pattern = rules_[spanning_[i].first].alternatives[spanning_[i].second];
    const std::uint64_t bit = std::uint64_t{1} << std::min<std::size_t>(i, 63);
    if (pattern[0].lower.holds(lower)) first |= bit;
    if (pattern[1].lower.holds(lower)) second |= bit;
  }
}

bool Ruler::may_span(const std::vector<Seen>& tokens, std::size_t begin, std::size_t end,
                     std::size_t at) const {
  const std::size_t reach = std::min(at - begin, longest_ - 1);
  for (std::size_t start = at - reach; start <= at && start + 1 < end; ++start)
    if ((tokens[start].first & tokens[start + 1].second) != 0) return true;
  return false;
}

Ruler::Set Ruler::apply(const std::vector<Seen>& tokens, std::size_t begin, std::size_t end,
                        std::size_t at) const {
  Set set{tokens[at].tag, tokens[at].dep, {}, {}, nullptr};
  for (const Rule& rule : rules_) {
    // A rule sets the same values wherever it matches: one match that has the token as its target is enough.
    const bool matches =
        std::any_of(rule.alternatives.begin(), rule.alternatives.end(), [&](const auto& pattern) {
          const auto length = static_cast<std::int64_t>(pattern.size());
          const std::int64_t offset = rule.index < 0 ? rule.index + length : rule.index;
          if (offset < 0 || offset >= length || static_cast<std::size_t>(offset) > at - begin) return false;
          const std::size_t start = at - static_cast<std::size_t>(offset);
          if (pattern.size() > end - start) return false;
          for (std::size_t k = 0; k < pattern.size(); ++k)
            if (!pattern[k].holds(tokens[start + k])) return false;
          return true;
        });
    if (!matches) continue;
    if (rule.tag) set.tag = *rule.tag;
    if (rule.dep) set.dep = *rule.dep;
    if (rule.pos) set.pos = *rule.pos;
    if (rule.morph) set.morph = *rule.morph;
    if (rule.lemma) set.lemma = &*rule.lemma;
  }
  return set;
}

}  // namespace relata::annotate

// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "relata/name_rules.hpp"

namespace relata {

/// What a user says of a statement. `withdrawn` takes an earlier word back.
enum class Judgement : std::uint8_t { withdrawn, confirmed, rejected };
/// What a user says of two names. `withdrawn` takes an earlier word back.
enum class Sameness : std::uint8_t { withdrawn, same, different };

std::string_view to_string(Judgement judgement);
std::string_view to_string(Sameness sameness);
/// False where there is no such word.
bool parse(std::string_view name, Judgement& judgement);
bool parse(std::string_view name, Sameness& sameness);

/// A user's word on a statement of the graph: an edge with all its evidence, now and later.
struct Verdict {
  std::string id;  ///< of the edge when the word was given
  Judgement judgement = Judgement::rejected;
  std::uint64_t revision = 1;                     ///< how many times a word was given on it
  std::string subject, relation, object, status;  ///< what it states; ids of nodes
  std::string words;                              ///< for people: `Ann -- met --> Bo`
};

/// A user's word on two names.
struct NameRule {
  std::string a, b;  ///< as written
  Sameness sameness = Sameness::same;
  std::uint64_t revision = 1;
};

/// All that users decided: on statements by id, on names by pairs. A set with a union, as evidence is: of two
/// words on one thing the one of the greater revision counts, of equal revisions the more cautious (rejected,
/// different).
class Decisions {
 public:
  bool empty() const { return verdicts_.empty() && rules_.empty(); }

  /// Takes a word as another set has it.
  void add(Verdict verdict);
  void add(NameRule rule);
  void add(const Decisions& others);

  /// Takes a new word. False: it is known already. Throws Error after 4294967295 words on one thing.
  bool decide(Verdict verdict);
  bool decide(NameRule rule);

  /// The rules on names alone.
  Decisions without_verdicts() const;

  /// By id, and by normalised names.
  const std::map<std::string, Verdict>& verdicts() const { return verdicts_; }
  const std::map<std::pair<std::string, std::string>, NameRule>& rules() const { return rules_; }

  /// The rules that hold. What contradicts others is told to `fault` and left out, a `same` before a
  /// `different`.
  NameRules name_rules(const std::function<void(const std::string&)>& fault = {}) const;

 private:
  std::map<std::string, Verdict> verdicts_;
  std::map<std::pair<std::string, std::string>, NameRule> rules_;
};

}  // namespace relata

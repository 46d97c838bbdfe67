// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string_view>
#include <unordered_set>

namespace relata::detail {

/// A closed set of words, hashed once.
class WordSet {
 public:
  WordSet(std::initializer_list<std::string_view> words) : words_(words) {}
  bool contains(std::string_view word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string_view> words_;
};

/// Lemmas by what they do to the statement under them.
struct Words {
  WordSet transparent;     ///< stand for what they are of: `officials of X`, `the X government`
  WordSet counting;        ///< count what stands after `of`: `two counts of fraud`
  WordSet reporting;       ///< verbs whose complement somebody says
  WordSet claiming;        ///< verbs and nouns whose complement is a claim about somebody else
  WordSet planning;        ///< verbs whose infinitive is meant to happen
  WordSet planning_nouns;  ///< nouns whose infinitive or `of` is meant to happen
  WordSet suggesting;      ///< verbs whose complement may happen
  WordSet refusing;        ///< verbs and nouns whose complement does not happen
  WordSet light;           ///< verbs that lend a noun their subject
  WordSet person_nouns;    ///< common nouns of persons that are never an issue
  WordSet no_issue;        ///< nouns too empty to be an issue of their own
  WordSet role_modifiers;  ///< adjectives that belong to the name of an office
  WordSet place_nouns;     ///< `the town of X`, `the X district`
  WordSet facilities;      ///< organisations and bodies that are also a place: `university`
  WordSet holding;         ///< verbs whose object is an event that takes place
  WordSet happening;       ///< verbs whose subject is an event that takes place
  WordSet committing;      ///< verbs whose object is the deed: `committing fraud`
  WordSet past;            ///< `former`
  WordSet occupations;     ///< what somebody is by trade, whoever pays: `a French director`
  WordSet deputies;        ///< `vice`: the holder is not the head
  WordSet texts;           ///< what somebody has written or said: who has done so says it
  WordSet wielded;         ///< weapons and blows that act for whose they are: `Ruritanian missiles hit X`
};

const Words& words();

}  // namespace relata::detail

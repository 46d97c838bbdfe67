// SPDX-License-Identifier: MIT
#include "resolve/settle_names.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "resolve/lexicon.hpp"
#include "resolve/name_class.hpp"
#include "resolve/name_spans.hpp"

namespace relata::detail {
namespace {

class Settler {
 public:
  explicit Settler(CandidateList& list) : list_(list), doc_(list.doc), found_(list.found) {}

  void settle() {
    tell_georgias();
    vote();
    share_family_names();
    take_nouns();
  }

 private:
  /// Georgia is the state of the United States where the article names others of these and nothing of the
  /// Caucasus.
  void tell_georgias() {
    std::size_t states = 0, neighbours = 0;
    for (const NameCandidate& m : found_) {
      if (m.known == nullptr) continue;
      const std::string& name = m.known->name;
      states += m.known->cls == cls::Location && m.known->country == "United States";
      neighbours += (name == "Georgia" && normalized_name(m.name) != "georgia") || name == "Tbilisi" ||
                    name == "Abkhazia" || name == "South Ossetia" || name == "Armenia" ||
                    name == "Azerbaijan" || name == "Russia";
    }
    if (states == 0 || neighbours > 0) return;
    for (NameCandidate& m : found_)
      if (m.known != nullptr && m.known->name == "Georgia" && !m.demonym) {
        m.known = nullptr;
        m.cls = cls::Location;
        m.sure = true;
      }
  }

  /// One label per string: the most frequent, the first seen where equal. Words that tell outweigh the model.
  void vote() {
    std::map<std::string, std::map<Label, int>> votes;
    std::map<std::string, const KnownEntity*> known;
    for (const NameCandidate& m : found_)
      if (m.known == nullptr) {
        votes[m.key][m.cls] += m.sure ? 5 : 1;
        if (!m.sure && m.cls != cls::Location && m.cls != cls::Event && is_placed(doc_, m.span))
          votes[m.key][cls::Location] += 2;
      } else if (!m.demonym) {
        known.try_emplace(m.key, m.known);
      }
    std::map<std::string, Label> choice;
    for (NameCandidate& m : found_) {
      if (m.known != nullptr) continue;
      // What is known where one word of the article tells it is known elsewhere in it.
      if (const auto at = known.find(m.key); at != known.end() && !m.sure && m.cls != cls::Person) {
        m.known = at->second;
        m.cls = m.known->cls;
        continue;
      }
      // The most frequent; of equals the one first seen.
      const auto& counts = votes[m.key];
      const auto [chosen, fresh] = choice.try_emplace(m.key, m.cls);
      if (fresh)
        for (const auto& [label, count] : counts)
          if (count > counts.at(chosen->second)) chosen->second = label;
      m.cls = chosen->second;
    }
  }

  /// `Ann and Joe Novak` are two of one family name.
  void share_family_names() {
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
      NameCandidate& one = found_[i];
      const NameCandidate& other = found_[i + 1];
      const TokenId between = one.span.last;
      if (one.cls != cls::Person || other.cls != cls::Person || one.known != nullptr ||
          one.span.last - one.span.first != 1 || other.span.first != between + 1 ||
          other.span.last - other.span.first < 2 || doc_.tokens[between].tag != tag::CC)
        continue;
      const std::string_view given = doc_.word(one.span.first);
      if (!is_given_name(doc_, one.span.first) || !is_given_name(doc_, other.span.first) ||
          list_.family_names.contains(given))
        continue;
      one.name = std::string(given) + ' ' + std::string(doc_.word(other.span.last - 1));
      one.key = normalized_name(one.name);
      one.gender = gender_of_given_name(normalized_name(given));
      one.sure = true;
    }
  }

  /// `the Hera probe`, `the Kubex exchange` are Hera and Kubex; `Kober prison` is called so in full.
  void take_nouns() {
    static const std::unordered_set<std::string_view> kinds = {
        "airline", "newspaper",   "magazine",  "tabloid",   "daily",   "chain",     "exchange",   "movement",
        "capsule", "broadcaster", "brewery",   "charity",   "website", "probe",     "spacecraft", "rover",
        "lander",  "telescope",   "satellite", "rocket",    "frigate", "destroyer", "submarine",  "ship",
        "vessel",  "tanker",      "ferry",     "yacht",     "drug",    "vaccine",   "medicine",   "desert",
        "volcano", "river",       "lake",      "peninsula", "glacier", "valley"};
    static const std::unordered_set<std::string_view> arms = {
        "tanks", "missiles", "jets", "helicopters", "drones", "rockets", "cars", "trucks", "buses"};
    static const std::unordered_set<std::string_view> bodies = {"union", "party", "group", "alliance",
                                                                "coalition"};
    static const std::unordered_set<std::string_view> sites = {
        "prison", "airport", "hospital", "stadium", "cemetery", "mosque", "cathedral", "refinery"};
    for (NameCandidate& m : found_) {
      const TokenId noun = m.span.last;
      if (m.cls == cls::Person || m.demonym || noun >= doc_.size() || list_.taken(noun) ||
          doc_.tokens[m.head].dep != dep::compound || doc_.tokens[m.head].head != noun)
        continue;
      const std::string_view word = doc_.word(noun);
      const bool arm = arms.contains(word);
      if (arm ? m.known != nullptr : doc_.tokens[noun].tag != tag::NN) continue;
      const bool site = m.known == nullptr && sites.contains(word);
      const bool body = bodies.contains(word) && m.cls == cls::Organization && is_acronym(m.name);
      if (!site && !body) {
        const Label kind = arm ? cls::Product : kinds.contains(word) ? class_of_kind(word) : Label();
        // Before a ship or drug it may be the owner's name.
        const bool tells =
            arm || (m.known == nullptr && !m.sure && kind != cls::Product && kind != cls::Location);
        if (kind.empty() || (kind != m.cls && !tells)) continue;
        m.cls = kind;
      }
      ++m.span.last;
      m.head = noun;
      if (!site) continue;
      m.cls = cls::Location;
      m.name = doc_.span_text(m.span);
      m.key = normalized_name(m.name);
    }
  }

  CandidateList& list_;
  const Document& doc_;
  std::vector<NameCandidate>& found_;
};

}  // namespace

void settle_names(CandidateList& list) {
  Settler(list).settle();
}

}  // namespace relata::detail

// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "relata/name_rules.hpp"
#include "relata/unite.hpp"
#include "unite/name_forms.hpp"
#include "unite/namesakes.hpp"

namespace relata::uniting {

/// Referents joined to things, with the reasons, and what must not be joined.
class Clusters {
 public:
  Clusters(const Corpus& corpus, const NameRules& rules);

  const Corpus& corpus() const { return corpus_; }
  const std::vector<Referent>& referents() const { return referents_; }
  const Thing& thing_of(std::uint32_t referent) const { return corpus_.things[referents_[referent].thing]; }
  /// The id that the referent has by itself.
  std::string id_of(std::uint32_t referent) const;
  /// The names that articles use for it as labels.
  const std::vector<std::pair<std::string, std::uint64_t>>& labels(std::uint32_t referent) const {
    return thing_of(referent).labels;
  }

  /// person_name() of one of the corpus's labels.
  const PersonName& person(const std::string& label) const {
    const auto known = people_.find(label);
    if (known != people_.end()) return known->second;
    return people_.emplace(label, person_name(label)).first->second;
  }

  std::uint32_t root(std::uint32_t referent) const;
  bool joined(std::uint32_t a, std::uint32_t b) const { return root(a) == root(b); }
  const Context& context(std::uint32_t referent) const { return cluster_context_[root(referent)]; }
  const Company& company(std::uint32_t referent);
  const std::vector<std::uint32_t>& members(std::uint32_t referent) const { return members_[root(referent)]; }
  std::uint64_t mentions(std::uint32_t referent) const;

  /// What forbids that two clusters become one, whatever their names: different entries of the knowledge
  /// base, a user's rule, an article that tells them apart. Empty: nothing.
  std::string forbidden(std::uint32_t a, std::uint32_t b, bool one_article_may_hold_both = false) const;
  /// Whether an article speaks of both.
  bool meet(std::uint32_t a, std::uint32_t b) const;

  void join(std::uint32_t a, std::uint32_t b, const std::string& rule, const std::string& because);

  /// Gives one occurrence of a referent to another's thing.
  void give(std::uint32_t occurrence, std::uint32_t from, std::uint32_t to, const std::string& rule,
            const std::string& because);

  /// The decision: nodes by id.
  Unification result(std::size_t articles) const;

 private:
  bool kept_apart(std::uint32_t a, std::uint32_t b) const;

  const Corpus& corpus_;
  const NameRules& rules_;
  std::vector<Referent> referents_;
  std::vector<std::uint32_t> home_;  // of each occurrence: its referent, or the one it was given to
  mutable std::unordered_map<std::string_view, PersonName> people_;  // by label
  mutable std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<Context> cluster_context_;
  std::vector<std::string> known_;  // of each root: the id that the knowledge base gave
  std::vector<std::optional<Company>> company_;
  std::map<std::tuple<std::string, std::string, std::string>, std::pair<std::string, std::uint64_t>> unions_;
};

/// Things whose names say that they are one.
void unite_equal_names(Clusters& clusters);
/// Short names, acronyms and the like, article by article.
void absorb_short_names(Clusters& clusters);

}  // namespace relata::uniting

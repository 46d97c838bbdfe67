// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "relata/evaluate.hpp"

namespace relata::detail {

/// The relations of a schema under which predictions are read.
class RelationNames {
 public:
  struct Reading {
    const Relation* relation = nullptr;  ///< none: an open relation
    bool turned = false;                 ///< named by its inverse: subject and object change places
  };

  /// Keeps pointers to the schema's relations.
  explicit RelationNames(const Schema& schema);
  Reading read(const std::string& label) const;

 private:
  std::unordered_map<std::string, const Relation*> names_, inverses_;
};

/// Adds what one article's predictions are worth to the total.
void score_article(const GoldArticle& gold, const std::vector<const Prediction*>& predictions,
                   const RelationNames& relations, Evaluation& total);

}  // namespace relata::detail

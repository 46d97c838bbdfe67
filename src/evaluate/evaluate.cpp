// SPDX-License-Identifier: MIT
#include "relata/evaluate.hpp"

#include <unordered_map>

#include "evaluate/article_score.hpp"
#include "evaluate/names.hpp"

namespace relata {

double Tally::precision() const {
  return predicted == 0 ? 0 : static_cast<double>(right) / static_cast<double>(predicted);
}

double Tally::recall() const {
  return gold == 0 ? 0 : static_cast<double>(found) / static_cast<double>(gold);
}

double Tally::f1() const {
  const double p = precision(), r = recall();
  return p + r == 0 ? 0 : 2 * p * r / (p + r);
}

Evaluation evaluate(std::span<const GoldArticle> gold, std::span<const Prediction> predictions,
                    const Schema& schema) {
  std::unordered_map<std::string, std::size_t> number;
  for (std::size_t i = 0; i < gold.size(); ++i) number.emplace(gold[i].name, i);
  Evaluation total;
  std::vector<std::vector<const Prediction*>> of_article(gold.size());
  for (const Prediction& p : predictions) {
    const std::string name = detail::article_name(p.article);
    if (const auto found = number.find(name); found != number.end()) {
      of_article[found->second].push_back(&p);
    } else {
      ++total.without_gold[name];
    }
  }
  const detail::RelationNames relations(schema);
  for (std::size_t i = 0; i < gold.size(); ++i)
    detail::score_article(gold[i], of_article[i], relations, total);
  return total;
}

}  // namespace relata

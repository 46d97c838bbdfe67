// SPDX-License-Identifier: MIT
#include "extract/construction.hpp"

#include <array>

namespace relata::detail {
namespace {

struct Level {
  Construction construction;
  double confidence;
};

constexpr std::array levels = {
    Level{Construction::own_subject, 0.90},
    Level{Construction::copula, 0.88},
    Level{Construction::clause_complement, 0.86},
    Level{Construction::coordinated, 0.80},
    Level{Construction::relative, 0.78},
    Level{Construction::participle, 0.70},
    Level{Construction::adverbial_participle, 0.66},
    Level{Construction::infinitive, 0.50},
    Level{Construction::gerund, 0.48},
    Level{Construction::existential, 0.60},
    Level{Construction::apposition_name, 0.74},
    Level{Construction::apposition, 0.50},
    Level{Construction::title, 0.54},
    Level{Construction::place_name, 0.52},
    Level{Construction::name_in_place, 0.51},
    Level{Construction::possessive, 0.30},
    Level{Construction::noun_of, 0.25},
    Level{Construction::noun_in, 0.28},
};

}  // namespace

double confidence_of(Construction construction) {
  for (const Level& level : levels)
    if (level.construction == construction) return level.confidence;
  return 0;
}

}  // namespace relata::detail

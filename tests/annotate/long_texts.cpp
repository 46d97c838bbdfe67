// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <random>

#include "annotate/transition_model.hpp"
#include "installed_model.hpp"

namespace {

using namespace relata;
using namespace relata::annotate;

}  // namespace

TEST_CASE("a long text is analysed alike in all its parts", "[annotate]") {
  const std::string paragraph =
      "The harbour board of Port Aline met on Tuesday, three weeks after the storm. Its chairwoman, Lena "
      "Brandt, "
      "said that the eastern quay wouldn't open before June; the fishermen's union had asked for May. ";
  std::string text;
  for (int i = 0; i < 120; ++i) text += paragraph;
  Annotator annotator(samples::installed_model());
  const Document doc = annotator.annotate(text);
  REQUIRE(doc.size() % 120 == 0);
  const TokenId size = static_cast<TokenId>(doc.size() / 120);
  REQUIRE(doc.size() > 4096);
  // The first and the last paragraph have other neighbours.
  for (TokenId t = 2 * size; t + size < doc.size(); ++t) {
    const Token &here = doc.tokens[t], &before = doc.tokens[t - size];
    REQUIRE(here.tag == before.tag);
    REQUIRE(here.dep == before.dep);
    REQUIRE(here.head - t == before.head - (t - size));
    REQUIRE(here.sent_start == before.sent_start);
    REQUIRE(here.ent_iob == before.ent_iob);
    REQUIRE(here.ent_type == before.ent_type);
  }
}

TEST_CASE("a parser's state may hold tokens that were computed long ago", "[annotate]") {
  const ModelInfo& info = samples::installed_model().info();
  const Kernels& kernels = choose_kernels();
  const std::filesystem::path folder = info.folder / "parser";
  constexpr std::size_t width = 96, features = 8, tokens = 5000;
  const std::size_t actions = read_moves(folder / "moves").size();
  const TransitionModel model(ThincModel(folder / "model"), width, features, actions, kernels);
  std::mt19937 random(3);
  std::vector<float> numbers(tokens * width);
  for (float& x : numbers) x = static_cast<float>(random() >> 8) * 0x1p-23F - 1;
  std::vector<const float*> vectors;
  for (std::size_t i = 0; i < tokens; ++i) vectors.push_back(numbers.data() + i * width);
  const Floats mask(model.padded(), 0.0F);

  const int ids[features] = {4999, 4998, 3, 2051, 2, -1, 0, 4000};
  TransitionModel::Scratch long_text, short_text;
  model.begin(vectors, long_text);
  const int best = model.best(ids, mask.data(), long_text);
  std::vector<const float*> few;
  int few_ids[features];
  for (std::size_t f = 0; f < features; ++f) {
    few_ids[f] = ids[f] < 0 ? -1 : static_cast<int>(few.size());
    if (ids[f] >= 0) few.push_back(vectors[static_cast<std::size_t>(ids[f])]);
  }
  model.begin(few, short_text);
  CHECK(model.best(few_ids, mask.data(), short_text) == best);
  for (std::size_t a = 0; a < actions; ++a) CHECK(long_text.scores[a] == short_text.scores[a]);
}

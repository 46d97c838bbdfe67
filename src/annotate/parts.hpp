// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "annotate/kernels.hpp"
#include "annotate/lemmatizer.hpp"
#include "annotate/lexemes.hpp"
#include "annotate/ner.hpp"
#include "annotate/parser.hpp"
#include "annotate/ruler.hpp"
#include "annotate/tagger.hpp"
#include "annotate/tok2vec.hpp"
#include "annotate/tokenizer.hpp"
#include "relata/annotate.hpp"

namespace relata {

/// A component with the number of the network whose vectors it reads.
template <typename Component>
struct Reading {
  Component component;
  std::size_t network;
};

struct LanguageModel::Parts {
  ModelInfo info;
  const annotate::Kernels& kernels = annotate::choose_kernels();
  annotate::LexemeNorms norms;
  annotate::TokenizerRules tokenizer;
  annotate::StaticVectors vectors;
  std::vector<annotate::Tok2Vec> networks;
  std::optional<Reading<annotate::Tagger>> tagger;
  std::optional<Reading<annotate::Parser>> parser;
  std::optional<Reading<annotate::EntityRecognizer>> ner;
  std::optional<annotate::Ruler> ruler;
  std::optional<annotate::Lemmatizer> lemmatizer;
};

}  // namespace relata

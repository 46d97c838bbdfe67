// SPDX-License-Identifier: MIT
#include "relata/label.hpp"

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

#include "relata/error.hpp"

using namespace relata;

TEST_CASE("a well-known label is the constant, a new one keeps its spelling", "[text]") {
  CHECK(Label::intern("nsubj") == dep::nsubj);
  CHECK(Label::intern("PRP$") == tag::PRPS);
  CHECK(dep::dobj.str() == "dobj");
  CHECK(Label::intern("").empty());
  CHECK(Label::intern("label-test-own").str() == "label-test-own");
  CHECK(Label::intern("label-test-own") == Label::intern("label-test-own"));
}

TEST_CASE("threads that intern the same names get the same labels", "[text]") {
  std::vector<std::vector<Label>> seen(4);
  {
    std::vector<std::jthread> threads;
    for (auto& labels : seen)
      threads.emplace_back([&labels] {
        for (int i = 0; i < 200; ++i) labels.push_back(Label::intern("thread-test-" + std::to_string(i)));
      });
  }
  for (const auto& labels : seen) CHECK(labels == seen.front());
}

TEST_CASE("a diagnostic names file, line and column as far as known", "[text]") {
  CHECK(to_string(Diagnostic{.file = "a.xml", .line = 3, .column = 4, .message = "bad"}) == "a.xml:3:4: bad");
  CHECK(to_string(Diagnostic{.file = "a.xml", .message = "bad"}) == "a.xml: bad");
}

// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "annotate/tokenizer.hpp"
#include "forged_model.hpp"
#include "text/utf8.hpp"

namespace {

using namespace std::string_literals;
using relata::samples::ForgedModel;

/// A file of a pipeline and the least pipeline that reads it.
struct Part {
  const char* pipeline;
  const char* file;
};

const Part packed_parts[] = {{R"(["attribute_ruler"])", "tokenizer"},
                             {R"(["attribute_ruler"])", "vocab/lookups.bin"},
                             {R"(["attribute_ruler"])", "attribute_ruler/patterns"},
                             {R"(["lemmatizer"])", "lemmatizer/lookups/lookups.bin"},
                             {R"(["tok2vec"])", "tok2vec/model"},
                             {R"(["tok2vec","tagger"])", "tagger/model"},
                             {R"(["tok2vec","parser"])", "parser/model"},
                             {R"(["tok2vec","parser"])", "parser/moves"},
                             {R"(["ner"])", "ner/model"},
                             {R"(["ner"])", "ner/moves"}};
const Part text_parts[] = {{R"(["attribute_ruler"])", "config.cfg"},
                           {R"(["attribute_ruler"])", "meta.json"},
                           {R"(["tok2vec","tagger"])", "tagger/cfg"},
                           {R"(["ner"])", "ner/cfg"}};

void check_refused(const ForgedModel& model, const std::string& file, const std::string& cause) {
  INFO(file);
  const std::string fault = model.fault();
  CHECK_THAT(fault, Catch::StartsWith((model.folder() / file).string()) && Catch::Contains(cause));
}

/// Refuses a pipeline one of whose files has other bytes in place of `from`.
void check_altered(const char* pipeline, const std::string& file, std::string_view from, std::string_view to,
                   const std::string& cause) {
  const ForgedModel model(pipeline);
  model.replace(file, from, to);
  check_refused(model, file, cause);
}

/// Refuses a pipeline one of whose files is another.
void check_replaced(const char* pipeline, const std::string& file, std::string_view bytes,
                    const std::string& cause) {
  const ForgedModel model(pipeline);
  model.write(file, bytes);
  check_refused(model, file, cause);
}

std::string numpy_header(const std::string& shape) {
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
  header += shape;
  header += "), }\n";
  std::string bytes = "\x93NUMPY\x01\x00"s;
  bytes += static_cast<char>(header.size());
  bytes += '\0';
  bytes += header;
  return bytes;
}

std::string packed(std::string_view text) {
  std::string bytes(1, static_cast<char>(0xA0 | text.size()));
  bytes += text;
  return bytes;
}

/// A map of one text to other bytes.
std::string packed_map(std::string_view key, std::string_view value) {
  std::string bytes = "\x81";
  bytes += packed(key);
  bytes += value;
  return bytes;
}

}  // namespace

TEST_CASE("a truncated model file is refused by name", "[untrusted]") {
  for (const auto& [pipeline, file] : packed_parts) {
    const ForgedModel model(pipeline);
    const std::string bytes = model.read(file);
    for (const std::size_t size : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
      model.write(file, std::string_view(bytes).substr(0, size));
      check_refused(model, file, "ends early");
    }
  }
  for (const char* const file : {"meta.json", "tagger/cfg"}) {
    const ForgedModel model(R"(["tok2vec","tagger"])");
    model.write(file, model.read(file).substr(0, 100));
    check_refused(model, file, "parse error");
  }
}

TEST_CASE("a missing model file is named", "[untrusted]") {
  for (const auto& [pipeline, file] : packed_parts) {
    if (file == "vocab/lookups.bin"s) continue;  // a pipeline may do without
    const ForgedModel model(pipeline);
    model.remove(file);
    check_refused(model, file, "No such file");
  }
}

TEST_CASE("parameters of another shape, type or size are refused", "[untrusted]") {
  const char* const tagger = R"(["tok2vec","tagger"])";
  const std::string shape = "\xC4\x05shape\x92\x32\x60"s;
  check_altered(tagger, "tagger/model", shape, "\xC4\x05shape\x92\x60\x32", "has not the shape (50, 96)");
  check_altered(tagger, "tagger/model", shape, "\xC4\x05shape\x92\x32\xD0\x80", "has not the shape (50, 96)");
  check_altered(tagger, "tagger/model", shape, "\xC4\x05shape\x91\x32", "has not the shape (50, 96)");
  check_altered(tagger, "tagger/model", "<f4", "<f8", "'W' is not of 32-bit floats");
  check_altered(tagger, "tagger/model", "\xC5\x4B\x00"s, "\xC6\xFF\xFF\xFF\xFF", "ends early");
  check_altered(tagger, "tagger/model", "\xB0tok2vec-listener"s, "\xC0", "layer 1 has no name");
  check_altered(R"(["ner"])", "ner/model", packed("lower") += '\x02', packed("lower") += '\x7F',
                "no reference 'lower'");
  const ForgedModel fewer(R"(["ner"])");
  fewer.write("ner/moves", packed_map("moves", packed(R"({"5":{"":1}})")));
  check_refused(fewer, "ner/model", "has not the shape (1, *)");
}

TEST_CASE("counts beyond the bytes that are there are refused", "[untrusted]") {
  const char* const ruler = R"(["attribute_ruler"])";
  check_replaced(ruler, "tokenizer", "\xDF\xFF\xFF\xFF\xFF", "count too large");
  check_replaced(ruler, "attribute_ruler/patterns", "\xDD\x40\x00\x00\x00"s, "count too large");
  check_replaced(ruler, "attribute_ruler/patterns", std::string(1000, '\x91'), "nested too deeply");
  check_replaced(ruler, "vocab/vectors", numpy_header("2147483648, 2147483648"),
                 "has not the size of its shape");
  check_replaced(ruler, "vocab/vectors", numpy_header("4294967296, 1"), "not a matrix");
  const ForgedModel model(ruler);
  model.write("vocab/vectors", numpy_header("1, 4") + std::string(16, '\0'));
  model.write("vocab/key2row", "\x81\x05\x09");
  check_refused(model, "vocab/key2row", "row 9 of 1");
}

TEST_CASE("strings that no model holds are refused", "[untrusted]") {
  const char* const ruler = R"(["attribute_ruler"])";
  check_altered(ruler, "tokenizer", "^\xC2\xA7|", "^\xC2(|", "is not UTF-8");
  check_altered(ruler, "tokenizer", "^\xC2\xA7|", "^(((", "prefix_search: at offset");
  check_altered(ruler, "tokenizer", "^\xC2\xA7|", "^\\C|", "prefix_search: at offset");
  check_altered(R"(["ner"])", "ner/moves", R"("1":)", R"("7":)", "unknown action 7");
  check_altered(R"(["ner"])", "ner/moves", R"("0":{})", R"("0":[])", "moves are not");
  check_altered(R"(["ner"])", "ner/cfg", R"("beam_width":1)", R"("beam_width":4)", "beam search");
  check_replaced(R"(["ner"])", "ner/cfg", "[]", "not a JSON object");
  check_replaced(R"(["lemmatizer"])", "lemmatizer/lookups/lookups.bin", packed_map("lemma_rules", "\x90"),
                 "lemma_rules is not a map");
  check_altered(R"(["tok2vec","tagger"])", "tagger/cfg", R"("labels":[)", R"("labels":[7,)", "not text");
  check_altered(ruler, "meta.json", R"("lang":"en")", R"("lang":"de")", "language 'de'");
}

TEST_CASE("a pipeline that relata cannot run is refused, its component named", "[untrusted]") {
  const ForgedModel other(R"(["tok2vec","topics"])");
  const std::string config = other.read("config.cfg");
  check_refused(other, "config.cfg", "[components.topics] names no factory");
  other.write("config.cfg", config + "\n[components.topics]\nfactory = \"textcat\"\n");
  check_refused(other, "config.cfg", "the component 'topics' (textcat), which relata does not have");
  check_refused(ForgedModel(R"(["../ner"])"), "config.cfg", "'../ner' is no folder's name");
  check_refused(ForgedModel("[]"), "config.cfg", "names no component");
  check_refused(ForgedModel("7"), "config.cfg", "not a list");
  check_refused(ForgedModel(std::string(100'000, '[')), "config.cfg", "nested more than 64 deep");
  check_refused(ForgedModel(R"(["tagger"])"), "tagger/model", "listens to a tok2vec component");
  check_altered(R"(["lemmatizer"])", "config.cfg", R"(mode = "rule")", "mode = [1]", "mode [1]");
}

TEST_CASE("an affix pattern never takes a part of a character", "[untrusted]") {
  // An expression without an anchor matches anywhere; as many characters as it matched are taken off the end.
  const ForgedModel model(R"(["attribute_ruler"])");
  std::string bytes = "\x83";
  for (const char* const text : {"prefix_search", "x", "suffix_search", "y", "exceptions"})
    bytes += packed(text);
  model.write("tokenizer", bytes += '\x80');
  relata::annotate::TokenizerRules rules;
  rules.load(model.folder() / "tokenizer");
  relata::annotate::TokenizerRules::Pieces pieces;
  rules.split("éxyü", {}, true, pieces);
  std::string joined;
  for (const std::string_view piece : pieces) {
    CHECK(relata::utf8::find_invalid(piece) == std::string_view::npos);
    joined += piece;
  }
  CHECK(joined == "éxyü");
  CHECK(pieces.size() > 1);
}

TEST_CASE("any bytes in a model file end in a result or an error that names the model", "[untrusted]") {
  std::mt19937 random(7);
  const auto below = [&random](std::size_t limit) { return random() % limit; };
  std::vector<Part> parts(std::begin(packed_parts), std::end(packed_parts));
  parts.insert(parts.end(), std::begin(text_parts), std::end(text_parts));
  for (const auto& [pipeline, file] : parts) {
    const ForgedModel model(pipeline);
    const std::string original = model.read(file);
    // Most of a network's bytes are weights: what stands near its shapes is altered as often.
    std::vector<std::size_t> shapes;
    for (std::size_t at = 0; (at = original.find("shape", at)) != std::string::npos; ++at)
      shapes.push_back(at);
    for (int round = 0; round < 12; ++round) {
      std::string bytes = original;
      for (std::size_t flips = 1 + below(4); flips > 0; --flips) {
        std::size_t at = below(bytes.size());
        if (flips % 2 == 0) at %= 2000;
        if (flips % 2 == 1 && !shapes.empty()) at = shapes[below(shapes.size())] + below(32) - 16;
        bytes[std::min(at, bytes.size() - 1)] = static_cast<char>(random());
      }
      model.write(file, bytes);
      INFO(file << ", round " << round);
      const std::string fault = model.fault();
      CHECK((fault.empty() || fault.find(model.folder().string()) != std::string::npos));
    }
  }
}

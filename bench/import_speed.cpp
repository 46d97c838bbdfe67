// SPDX-License-Identifier: MIT
// How fast graphs are read back: files of `serialize_speed NODES EDGES FOLDER`, or any others; GraphML beside
// what Expat and pugixml take for the XML alone.
//   import_speed FILE...
#include <expat.h>
#include <fmt/core.h>

#include <pugixml.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "bench/cpu_seconds.hpp"
#include "import/graphml.hpp"
#include "import/graphml_records.hpp"
#include "import/keep_apart.hpp"
#include "import/rdf_quads.hpp"
#include "import/rdf_records.hpp"
#include "relata/import_graph.hpp"
#include "relata/resources.hpp"

using namespace relata;

namespace {

/// Counts what the reader alone gives.
class CountingSink : public importing::GraphmlSink {
 public:
  std::size_t elements = 0;
  void keys(const std::deque<importing::GraphmlKey>&) override {}
  void node(const importing::GraphmlElement&) override { ++elements; }
  void edge(const importing::GraphmlElement&) override { ++elements; }
  void hyperedge() override {}
};

/// Seconds that Expat takes to tell elements and texts to functions that do nothing.
double seconds_of_expat(const std::string& bytes) {
  const double begin = cpu_seconds();
  const XML_Parser expat = XML_ParserCreate("UTF-8");
  XML_SetElementHandler(
      expat, [](void*, const XML_Char*, const XML_Char**) {}, [](void*, const XML_Char*) {});
  XML_SetCharacterDataHandler(expat, [](void*, const XML_Char*, int) {});
  constexpr std::size_t portion = std::size_t{1} << 16;
  for (std::size_t at = 0; at < bytes.size(); at += portion) {
    const std::size_t size = std::min(portion, bytes.size() - at);
    XML_Parse(expat, bytes.data() + at, static_cast<int>(size), at + size == bytes.size());
  }
  XML_ParserFree(expat);
  return cpu_seconds() - begin;
}

/// Seconds that pugixml takes to make its tree, in place.
double seconds_of_pugixml(std::string bytes) {
  const double begin = cpu_seconds();
  pugi::xml_document tree;
  tree.load_buffer_inplace(bytes.data(), bytes.size());
  return cpu_seconds() - begin;
}

std::string bytes_of(const char* file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  std::string bytes(static_cast<std::size_t>(in.tellg()), '\0');
  in.seekg(0);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  const Schema schema = load_schema(find_resource("graph_schemas/news.xml"), [](const Diagnostic&) {});
  // read: the file alone; evidence: read and made to entities and statements; names: which would become one
  // node
  fmt::print("{:24} {:>6} {:>10} {:>8} {:>6} {:>11} {:>6} {:>8} {:>12} {:>13}\n", "file", "MB", "elements",
             "read s", "MB/s", "evidence s", "MB/s", "names s", "Expat MB/s", "pugixml MB/s");
  for (int i = 1; i < argc; ++i) {
    const auto syntax = graph_syntax_of(argv[i]);
    if (!syntax) continue;
    const std::string bytes = bytes_of(argv[i]);
    const double megabytes = static_cast<double>(bytes.size()) * 1e-6;
    const importing::InputText input{bytes, argv[i]};
    const double begin = cpu_seconds();
    std::size_t elements = 0;
    if (*syntax == GraphSyntax::graphml) {
      CountingSink sink;
      importing::read_graphml(input, sink);
      elements = sink.elements;
    } else {
      elements = importing::read_quads(input, *syntax).quads.size();
    }
    const double read = cpu_seconds() - begin;
    const double again = cpu_seconds();
    const auto silent = [](const Diagnostic&) {};
    ImportedGraph graph = *syntax == GraphSyntax::graphml
                              ? importing::graphml_records(input, schema, {}, silent)
                              : importing::rdf_records(input, *syntax, schema, {}, silent);
    const double whole = cpu_seconds() - again;
    const double before_names = cpu_seconds();
    importing::keep_apart(graph);
    fmt::print("{:24} {:6.0f} {:10} {:8.2f} {:6.0f} {:11.2f} {:6.0f} {:8.2f}", argv[i], megabytes, elements,
               read, megabytes / read, whole, megabytes / whole, cpu_seconds() - before_names);
    if (*syntax == GraphSyntax::graphml)
      fmt::print(" {:12.0f} {:13.0f}", megabytes / seconds_of_expat(bytes),
                 megabytes / seconds_of_pugixml(bytes));
    fmt::print("\n");
  }
}

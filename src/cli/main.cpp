// SPDX-License-Identifier: MIT
// Interim: reads doc records and prints statements.
#include <fstream>
#include <iostream>

#include "relata/pipeline.hpp"
#include "relata/records.hpp"

int main(int argc, char** argv) {
  using namespace relata;
  if (argc < 3) return 2;
  const std::string layer = argv[1];
  const auto sink = [](const Diagnostic& d) { std::cerr << to_string(d) << '\n'; };
  try {
    std::optional<Tables> tables;
    std::optional<Canonicalizer> canonicalizer;
    if (layer == "statements") {
      tables.emplace(load_tables({}, sink));
      canonicalizer.emplace(tables->schema, tables->kb);
    }
    std::ifstream in(argv[2]);
    std::string out;
    read_documents(in, argv[2], [&](Article&& article, Document&& doc) {
      out.clear();
      if (layer == "doc") write_document(out, article, doc);
      if (layer == "conllu") write_conllu(out, article, doc);
      if (layer == "statements") write_evidence(out, extract_evidence(article, doc, *canonicalizer, tables->kb));
      if (layer == "propositions")
        for (const Proposition& p : propositions(doc, clauses(doc))) {
          out += doc.text + '\t' + std::to_string(p.confidence) + '\t' + p.relation;
          for (const auto& a : p.arguments) out += '\t' + a.text;
          out += '\n';
        }
      std::cout << out;
    }, sink);
  } catch (const Error& e) {
    std::cerr << "relata: " << e.what() << '\n';
    return 2;
  }
}

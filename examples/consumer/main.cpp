// SPDX-License-Identifier: MIT
// Demonstrates: a graph out of one article, with the installed library. Prints each statement and writes
// GraphML. Simpler first: `relata build ARTICLE -o DIR` does the same from the shell.
#include <iostream>

#include "relata/assemble.hpp"
#include "relata/pipeline.hpp"
#include "relata/resources.hpp"
#include "relata/serialize.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return std::cerr << "usage: consumer ARTICLE > graph.graphml\n", 2;
  try {
    const auto report = [](const relata::Diagnostic& d) { std::cerr << relata::to_string(d) << '\n'; };
    const relata::Tables tables = relata::load_tables({}, report);
    const relata::Canonicalizer canonicalizer(tables.schema, tables.kb);
    const relata::LanguageModel model(relata::find_model(""));
    relata::Annotator annotator(model);

    std::vector<relata::ArticleEvidence> evidence;
    for (const relata::Article& article : relata::read_source({argv[1], argv[1]}, {})) {
      const relata::Document doc = annotator.annotate(article);
      evidence.push_back(relata::extract_evidence(article, doc, canonicalizer, tables.kb));
    }
    for (const relata::ArticleEvidence& article : evidence)
      for (const relata::Statement& s : article.statements)
        std::cerr << article.entities[s.subject].entity.label << ' ' << s.relation << ' '
                  << article.entities[s.object].entity.label << " (" << relata::to_string(s.status) << ")\n";
    relata::write_graphml(std::cout, relata::assemble(evidence));
  } catch (const relata::Error& error) {
    return std::cerr << error.what() << '\n', 1;
  }
}

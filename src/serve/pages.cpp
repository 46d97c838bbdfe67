// SPDX-License-Identifier: MIT
#include "serve/pages.hpp"

#include <fmt/core.h>

namespace relata::serve {

std::string service_description(std::size_t triples) {
  return fmt::format(R"(@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix formats: <http://www.w3.org/ns/formats/> .
[] a sd:Service ;
    sd:endpoint <> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML, formats:SPARQL_Results_CSV,
        formats:SPARQL_Results_TSV, formats:Turtle, formats:N-Triples ;
    sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ; void:triples {} ] ] .
)",
                     triples);
}

std::string start_page(std::size_t triples) {
  return fmt::format(R"(<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>relata: SPARQL</title></head>
<body>
<h1>SPARQL 1.1</h1>
<p>{} triples. The endpoint is <code>/sparql</code>; <a href="/sparql">its description</a>.</p>
<form action="/sparql" method="get">
<p><label for="query">Query</label></p>
<p><textarea id="query" name="query" rows="12" cols="100">SELECT ?who ?whom WHERE {{
  ?s rel:accused ?o .
  ?s rdfs:label ?who .
  ?o rdfs:label ?whom
}} LIMIT 100</textarea></p>
<p><label for="format">Answer</label>
<select id="format" name="format"><option value="json">JSON</option><option value="csv">CSV</option>
<option value="tsv">TSV</option><option value="xml">XML</option><option value="turtle">Turtle</option></select>
<button>Ask</button></p>
</form>
</body>
</html>
)",
                     triples);
}

}  // namespace relata::serve

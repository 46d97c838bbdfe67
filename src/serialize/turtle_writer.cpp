// SPDX-License-Identifier: MIT
#include <charconv>
#include <ostream>
#include <set>

#include "rdf/iri.hpp"
#include "rdf/literal.hpp"
#include "relata/serialize.hpp"
#include "serialize/edge_summary.hpp"
#include "text/stable_id.hpp"

namespace relata {
namespace {

/// Writes one graph. Vocabulary below the base: `entity/`, `class/`, `relation/`, one name space per status
/// (`planned/`, …), `statement/`, `sentence/`, `article/`, `open/`.
class TurtleWriter {
 public:
  TurtleWriter(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
               const SerializeOptions& options)
      : graph_(graph),
        g_(graph.graph),
        schema_(schema),
        base_(options.base),
        buffer_(out),
        text_(buffer_.text) {}

  void write(bool ontology) {
    write_prefixes();
    if (ontology) write_ontology();
    write_status_properties();
    for (const SourceArticle& article : graph_.articles) write_article(article);
    for (const auto v : boost::make_iterator_range(boost::vertices(g_)))
      if (!g_[v].is_literal()) write_entity(g_[v]);
    for (const auto e : boost::make_iterator_range(boost::edges(g_))) write_plain_triple(e);
    for (const auto e : boost::make_iterator_range(boost::edges(g_))) write_statement(e);
    buffer_.flush();
  }

 private:
  using Edge = KnowledgeGraph::Graph::edge_descriptor;

  void write_prefixes() {
    const auto prefix = [this](std::string_view name, std::string_view iri) {
      text_ += "@prefix ";
      text_ += name;
      text_ += ": <";
      rdf::append_iri(text_, iri);
      text_ += "> .\n";
    };
    prefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    prefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    prefix("owl", "http://www.w3.org/2002/07/owl#");
    prefix("xsd", "http://www.w3.org/2001/XMLSchema#");
    prefix("skos", "http://www.w3.org/2004/02/skos/core#");
    prefix("dcterms", "http://purl.org/dc/terms/");
    prefix("prov", "http://www.w3.org/ns/prov#");
    prefix("wd", "http://www.wikidata.org/entity/");
    prefix("class", base_ + "class/");
    prefix("rel", base_ + "relation/");
    prefix("open", base_ + "open/");
    for (const char* status : {"planned", "hypothetical", "reported", "denied"})
      prefix(status, base_ + status + "/");
    prefix("rv", base_ + "vocabulary/");
    text_ += '\n';
  }

  /// A name in a space below the base, prefixed where every reader takes that.
  void append_name(std::string_view prefix, std::string_view space, std::string_view name) {
    if (!prefix.empty() && rdf::is_local_name(name)) {
      text_ += prefix;
      text_ += ':';
      text_ += name;
      return;
    }
    text_ += '<';
    rdf::append_iri(text_, base_);
    text_ += space;
    text_ += '/';
    rdf::append_iri_name(text_, name);
    text_ += '>';
  }

  /// The property of a relation under a status: `rel:wrote_to`, `planned:withdrew_from`, `open:send_to`.
  void append_property(const EdgeProperties& edge) {
    std::string_view name = edge.relation;
    if (edge.open && name.starts_with("open:")) name.remove_prefix(5);
    if (edge.status != Status::factual) {
      const std::string status(to_string(edge.status));
      if (edge.open) {
        append_name({}, status, "open:" + std::string(name));
      } else {
        append_name(status, status, name);
      }
    } else if (edge.open) {
      append_name("open", "open", name);
    } else {
      append_name("rel", "relation", name);
    }
  }

  void append_node(const NodeProperties& node) {
    if (!node.is_literal()) {
      append_name({}, "entity", node.id);
    } else {
      append_typed(node.value, node.datatype);
    }
  }

  void append_typed(std::string_view value, std::string_view datatype) {
    rdf::append_quoted(text_, value);
    const std::string_view checked = rdf::checked_datatype(datatype, value);
    if (checked.empty() || checked == "xsd:string") return;
    text_ += "^^";
    text_ += checked;
  }

  /// ` ;\n    predicate "value"`, as a date where it is one.
  void append_text_value(std::string_view predicate, std::string_view value) {
    if (value.empty()) return;
    text_ += " ;\n    ";
    text_ += predicate;
    text_ += ' ';
    const std::string_view date = rdf::date_datatype(value);
    rdf::append_quoted(text_, value);
    if (predicate != "rdfs:label" && predicate != "rv:text" && !date.empty()) {
      text_ += "^^";
      text_ += date;
    }
  }

  void write_article(const SourceArticle& article) {
    append_name({}, "article", article.id);
    text_ += " a rv:Article";
    append_text_value("rv:uri", article.uri);
    append_text_value("dcterms:title", article.title);
    append_text_value("dcterms:issued", article.published);
    end_subject();
  }

  void write_entity(const NodeProperties& node) {
    append_name({}, "entity", node.id);
    text_ += " a ";
    append_name("class", "class", node.cls.empty() ? "Thing" : node.cls.str());
    append_text_value("rdfs:label", node.label);
    for (std::size_t i = 0; i < node.aliases.size(); ++i) {
      text_ += i == 0 ? " ;\n    skos:altLabel " : ", ";
      rdf::append_quoted(text_, node.aliases[i]);
    }
    if (rdf::is_local_name(node.wikidata)) {
      text_ += " ;\n    owl:sameAs wd:";
      text_ += node.wikidata;
    }
    end_subject();
  }

  /// A subject, property, object once, whatever the number of edges (--no-aggregate) that say it.
  void write_plain_triple(const Edge& e) {
    const NodeProperties& subject = g_[boost::source(e, g_)];
    if (subject.is_literal()) return;  // RDF has no literal subjects; the statement node tells
    const std::size_t start = text_.size();
    append_node(subject);
    text_ += ' ';
    append_property(g_[e]);
    text_ += ' ';
    append_node(g_[boost::target(e, g_)]);
    std::string triple = text_.substr(start);
    if (triple == last_triple_) {
      text_.resize(start);
      return;
    }
    last_triple_ = std::move(triple);
    text_ += " .\n";
    buffer_.step();
  }

  void write_statement(const Edge& e) {
    const EdgeProperties& edge = g_[e];
    text_ += '\n';
    append_name({}, "statement", edge.id);
    text_ += " a rdf:Statement ;\n    rdf:subject ";
    append_node(g_[boost::source(e, g_)]);
    text_ += " ;\n    rdf:predicate ";
    EdgeProperties plain;
    plain.relation = edge.relation;
    plain.open = edge.open;
    append_property(plain);
    text_ += " ;\n    rdf:object ";
    append_node(g_[boost::target(e, g_)]);
    text_ += " ;\n    rv:status rv:";
    text_ += to_string(edge.status);
    text_ += " ;\n    rv:confidence ";
    append_double(edge.confidence);
    std::set<std::string> sources, said_by, starts, ends, times, sentences;
    for (const Evidence& evidence : edge.evidence) {
      if (!evidence.source_id.empty()) {
        sources.insert(evidence.source_id);
      } else if (!evidence.source_label.empty()) {
        said_by.insert(evidence.source_label);
      }
      if (evidence.time) {
        if (!evidence.time->start.empty()) starts.insert(evidence.time->start);
        if (!evidence.time->end.empty()) ends.insert(evidence.time->end);
        if (!evidence.time->text.empty()) times.insert(evidence.time->text);
      }
      sentences.insert(sentence_id(evidence));
    }
    for (const std::string& id : sources) {
      text_ += " ;\n    rv:source ";
      append_name({}, "entity", id);
    }
    for (const std::string& name : said_by) append_text_value("rv:sourceName", name);
    for (const std::string& start : starts) append_text_value("rv:start", start);
    for (const std::string& end : ends) append_text_value("rv:end", end);
    for (const std::string& words : times) append_text_value("rv:text", words);
    for (const std::string& id : sentences) {
      text_ += " ;\n    prov:wasDerivedFrom ";
      append_name({}, "sentence", id);
    }
    end_subject();
    for (const Evidence& evidence : edge.evidence) write_sentence(evidence);
  }

  std::string sentence_id(const Evidence& evidence) const {
    return graph_.articles[evidence.article].id + '-' + std::to_string(evidence.span.begin) + '-' +
           std::to_string(evidence.span.end);
  }

  void write_sentence(const Evidence& evidence) {
    std::string id = sentence_id(evidence);
    if (!written_sentences_.insert(id).second) return;
    append_name({}, "sentence", id);
    text_ += " a rv:Sentence ;\n    rv:text ";
    rdf::append_quoted(text_, evidence.sentence);
    text_ += " ;\n    rv:begin " + std::to_string(evidence.span.begin) + " ;\n    rv:end " +
             std::to_string(evidence.span.end);
    text_ += " ;\n    dcterms:isPartOf ";
    append_name({}, "article", graph_.articles[evidence.article].id);
    end_subject();
  }

  /// Ties each status property in use to its relation, so that a query can ask for either.
  void write_status_properties() {
    std::set<std::pair<Status, std::string>> used;
    for (const auto e : boost::make_iterator_range(boost::edges(g_)))
      if (g_[e].status != Status::factual && !g_[e].open) used.emplace(g_[e].status, g_[e].relation);
    for (const auto& [status, relation] : used) {
      EdgeProperties edge;
      edge.relation = relation;
      edge.status = status;
      append_property(edge);
      text_ += " a rdf:Property ;\n    rv:status rv:";
      text_ += to_string(status);
      text_ += " ;\n    rv:relation ";
      append_name("rel", "relation", relation);
      end_subject();
    }
  }

  void write_ontology() {
    for (const EntityClass& c : schema_.classes) {
      append_name("class", "class", c.name.str());
      text_ += " a owl:Class";
      append_text_value("rdfs:label", c.name.str());
      append_text_value("rdfs:comment", c.definition);
      if (rdf::is_local_name(c.wikidata)) text_ += " ;\n    owl:equivalentClass wd:" + c.wikidata;
      end_subject();
    }
    for (const Relation& r : schema_.relations) {
      append_name("rel", "relation", r.name);
      text_ += r.symmetric ? " a owl:ObjectProperty, owl:SymmetricProperty" : " a rdf:Property";
      append_text_value("rdfs:label", r.label.empty() ? r.name : r.label);
      append_text_value("rdfs:comment", r.definition);
      append_classes("rv:domainIncludes", r.domain);
      append_classes("rv:rangeIncludes", r.range);
      append_text_value("rv:wikidata", r.wikidata);
      append_text_value("rv:schemaOrg", r.schema_org);
      append_text_value("rv:plover", r.plover);
      if (!r.inverse.empty()) {
        text_ += " ;\n    owl:inverseOf ";
        append_name("rel", "relation", r.inverse);
      }
      end_subject();
    }
  }

  /// Several domains are alternatives here, which rdfs:domain could not say: there all would hold at once.
  void append_classes(std::string_view predicate, const std::vector<Label>& classes) {
    bool first = true;
    for (const Label c : classes) {
      text_ += first ? " ;\n    " + std::string(predicate) + ' ' : ", ";
      first = false;
      append_name("class", "class", c.str());
    }
  }

  void append_double(double value) {
    char digits[32];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value, std::chars_format::fixed).ptr;
    text_ += '"';
    text_.append(digits, end);
    text_ += "\"^^xsd:double";
  }

  void end_subject() {
    text_ += " .\n";
    buffer_.step();
  }

  const KnowledgeGraph& graph_;
  const KnowledgeGraph::Graph& g_;
  const Schema& schema_;
  std::string base_;
  StreamBuffer buffer_;
  std::string& text_;
  std::string last_triple_;
  std::set<std::string> written_sentences_;
};

}  // namespace

void write_turtle(std::ostream& out, const KnowledgeGraph& graph, const Schema& schema,
                  const SerializeOptions& options) {
  TurtleWriter(out, graph, schema, options).write(options.ontology);
}

}  // namespace relata

// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>

#include "relata/resources.hpp"
#include "relata/schema.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;

// The default schema has 60 KiB; a file past this bound is no schema.
constexpr std::size_t max_file_size = std::size_t{16} << 20;

constexpr std::array patterns = {"party",    "constituency", "based",      "event_in",   "event_on",
                                 "body_of",  "party_of",     "product_of", "place_from", "home_town",
                                 "comma",    "national",     "place_in",   "unit_of",    "owned",
                                 "domestic", "birth_date",   "death_date", "born"};
constexpr std::array statuses = {"factual", "planned", "hypothetical", "reported", "denied"};

std::vector<std::string> split(std::string_view s, std::string_view separators) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t start = s.find_first_not_of(separators);
    if (start == std::string_view::npos) return parts;
    const std::size_t end = std::min(s.find_first_of(separators, start), s.size());
    parts.emplace_back(s.substr(start, end - start));
    s.remove_prefix(end);
  }
}

std::string trimmed(std::string_view s) {
  std::string out;
  for (const std::string& word : split(s, " \t\r\n")) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

/// Names of relations and slots: a lower-case letter, then letters, digits, `_` and `-`.
bool is_identifier(std::string_view s) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !s.empty() && letter(s[0]) && std::ranges::all_of(s, [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

bool is_class_name(std::string_view s) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !s.empty() && letter(s[0]) && std::ranges::all_of(s, [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

class SchemaLoader {
 public:
  SchemaLoader(const fs::path& file, const DiagnosticSink& sink) : file_(file), sink_(sink) {}

  Schema load() {
    read_file();
    pugi::xml_document xml;
    const pugi::xml_parse_result parsed =
        xml.load_buffer(text_.data(), text_.size(), pugi::parse_default | pugi::parse_doctype);
    if (!parsed) {
      fault(parsed.offset, std::string("not well-formed XML: ") + parsed.description());
      throw Error(file_.string() + ":" + std::to_string(line(parsed.offset)) +
                  ": not well-formed XML: " + parsed.description());
    }
    for (const pugi::xml_node node : xml.children())
      if (node.type() == pugi::node_doctype) {
        fault(node, "a document type declaration is not allowed");
        throw Error(file_.string() + ": a document type declaration is not allowed");
      }
    const pugi::xml_node root = xml.document_element();
    if (std::string_view(root.name()) != "schema") {
      throw Error(file_.string() + ":" + std::to_string(line(root.offset_debug())) +
                  ": the root element is '" + root.name() + "', not 'schema'");
    }
    check_attributes(root, {"name", "version", "extends"});
    if (const pugi::xml_attribute base = root.attribute("extends")) lay_over(root, base.value());
    schema_.name = root.attribute("name").value();
    schema_.version = root.attribute("version").value();
    if (schema_.name.empty()) fault(root, "the schema has no name");
    // Classes first: relations may use a class that is declared further down.
    for (const pugi::xml_node node : root.children()) {
      if (node.type() != pugi::node_element) continue;
      const std::string_view name = node.name();
      if (name == "class") {
        add_class(node);
      } else if (name != "classes" && name != "relation") {
        fault(node, "unknown element '" + std::string(name) + "'");
      }
    }
    for (const pugi::xml_node node : root.children("classes")) add_class_set(node);
    for (const pugi::xml_node node : root.children("relation")) add_relation(node);
    check_inverses();
    return std::move(schema_);
  }

 private:
  struct ClassSet {
    std::string name;
    std::vector<Label> members;
  };

  void read_file() {
    std::error_code failure;
    if (fs::is_directory(file_, failure)) throw Error(file_.string() + ": is a folder, not a schema file");
    std::ifstream in(file_, std::ios::binary);
    if (!in) throw Error(file_.string() + ": cannot be opened");
    std::array<char, 65536> block;
    while (in.read(block.data(), block.size()) || in.gcount() > 0) {
      text_.append(block.data(), static_cast<std::size_t>(in.gcount()));
      if (text_.size() > max_file_size)
        throw Error(file_.string() + ": larger than " + std::to_string(max_file_size >> 20) +
                    " MiB, not a schema");
    }
    if (in.bad()) throw Error(file_.string() + ": reading failed");
    for (std::size_t i = 0; i < text_.size(); ++i)
      if (text_[i] == '\n') line_ends_.push_back(i);
  }

  std::size_t line(std::ptrdiff_t offset) const {
    if (offset < 0) return 0;
    const auto it = std::ranges::lower_bound(line_ends_, static_cast<std::size_t>(offset));
    return static_cast<std::size_t>(it - line_ends_.begin()) + 1;
  }

  void fault(std::ptrdiff_t offset, std::string message) {
    if (sink_) sink_({Diagnostic::Severity::error, file_.string(), line(offset), 0, std::move(message)});
  }
  void fault(pugi::xml_node node, std::string message) { fault(node.offset_debug(), std::move(message)); }

  bool check_attributes(pugi::xml_node node, std::initializer_list<std::string_view> known) {
    bool good = true;
    for (const pugi::xml_attribute a : node.attributes())
      if (std::ranges::find(known, std::string_view(a.name())) == known.end()) {
        fault(node, "unknown attribute '" + std::string(a.name()) + "' of '" + node.name() + "'");
        good = false;
      }
    return good;
  }

  /// `true` or `false`; anything else is a fault and reads as the default.
  bool flag(pugi::xml_node node, const char* name, bool otherwise) {
    const pugi::xml_attribute a = node.attribute(name);
    if (!a) return otherwise;
    const std::string_view value = a.value();
    if (value == "true") return true;
    if (value != "false")
      fault(node, "'" + std::string(name) + "' is '" + std::string(value) + "', not 'true' or 'false'");
    return value == "true";
  }

  void lay_over(pugi::xml_node root, std::string_view base) {
    if (base != "news") {
      fault(root, "unknown schema '" + std::string(base) + "' to extend; 'news' is the only one");
      return;
    }
    const fs::path path = find_resource("graph_schemas/news.xml");
    std::error_code failure;
    if (fs::equivalent(path, file_, failure)) {
      fault(root, "the schema extends itself");
      return;
    }
    SchemaLoader loader(path, sink_);
    schema_ = loader.load();
    sets_ = std::move(loader.sets_);
    base_classes_ = schema_.classes.size();
    base_relations_ = schema_.relations.size();
  }

  void add_class(pugi::xml_node node) {
    if (!check_attributes(node, {"name", "wikidata", "schema-org", "literal", "replace"})) return;
    const std::string name = node.attribute("name").value();
    if (!is_class_name(name)) {
      fault(node, name.empty() ? "a class has no name" : "'" + name + "' is no name of a class");
      return;
    }
    EntityClass fresh;
    fresh.name = Label::intern(name);
    const auto old = std::ranges::find(schema_.classes, fresh.name, &EntityClass::name);
    if (old != schema_.classes.end()) {
      if (static_cast<std::size_t>(old - schema_.classes.begin()) >= base_classes_ ||
          touched(classes_laid_over_, name)) {
        fault(node, "class '" + name + "' is declared twice");
        return;
      }
      classes_laid_over_.push_back(name);
      if (!flag(node, "replace", false)) fresh = *old;
    }
    if (const auto a = node.attribute("wikidata")) fresh.wikidata = a.value();
    if (const auto a = node.attribute("schema-org")) fresh.schema_org = a.value();
    fresh.literal = flag(node, "literal", fresh.literal);
    for (const pugi::xml_node child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      const std::string_view element = child.name();
      if (element == "definition") {
        fresh.definition = trimmed(child.child_value());
      } else if (element == "nouns") {
        for (std::string& noun : split(child.child_value(), " \t\r\n"))
          fresh.nouns.push_back(std::move(noun));
      } else {
        fault(child, "unknown element '" + std::string(element) + "' in class '" + name + "'");
      }
    }
    if (old != schema_.classes.end()) {
      *old = std::move(fresh);
    } else {
      schema_.classes.push_back(std::move(fresh));
    }
  }

  static bool touched(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
  }

  void add_class_set(pugi::xml_node node) {
    if (!check_attributes(node, {"name", "members"})) return;
    ClassSet set{node.attribute("name").value(), {}};
    if (!is_class_name(set.name)) {
      fault(node, "a set of classes has no name");
      return;
    }
    if (schema_.find_class(Label::intern(set.name)) ||
        std::ranges::find(sets_, set.name, &ClassSet::name) != sets_.end()) {
      fault(node, "'" + set.name + "' is declared twice");
      return;
    }
    if (!class_list(node, "members", set.members)) return;
    sets_.push_back(std::move(set));
  }

  /// Reads a blank-separated list of classes and sets; `Any` is the empty list.
  bool class_list(pugi::xml_node node, const char* attribute, std::vector<Label>& out) {
    out.clear();
    bool good = true;
    for (const std::string& name : split(node.attribute(attribute).value(), " \t\r\n|")) {
      if (name == "Any") {
        out.clear();
        return good;
      }
      if (const auto set = std::ranges::find(sets_, name, &ClassSet::name); set != sets_.end()) {
        out.insert(out.end(), set->members.begin(), set->members.end());
      } else if (is_class_name(name) && schema_.find_class(Label::intern(name))) {
        out.push_back(Label::intern(name));
      } else {
        fault(node, "unknown class '" + name + "' in '" + attribute + "'");
        good = false;
      }
    }
    return good;
  }

  void add_relation(pugi::xml_node node) {
    const std::string name = node.attribute("name").value();
    bool good =
        check_attributes(node, {"name", "label", "group", "core", "domain", "range", "symmetric", "wrong",
                                "inverse", "wikidata", "schema-org", "plover", "framenet", "replace"});
    if (!is_identifier(name)) {
      fault(node, name.empty()
                      ? "a relation has no name"
                      : "'" + name + "' is no name of a relation: lower-case letters, digits and '_'");
      return;
    }
    Relation fresh;
    const auto old = std::ranges::find(schema_.relations, name, &Relation::name);
    if (old != schema_.relations.end()) {
      if (static_cast<std::size_t>(old - schema_.relations.begin()) >= base_relations_ ||
          touched(relations_laid_over_, name)) {
        fault(node, "relation '" + name + "' is declared twice");
        return;
      }
      relations_laid_over_.push_back(name);
      if (!flag(node, "replace", false)) fresh = *old;
    }
    fresh.name = name;
    const auto take = [&](const char* attribute, std::string& field) {
      if (const auto a = node.attribute(attribute)) field = a.value();
    };
    take("label", fresh.label);
    take("group", fresh.group);
    take("inverse", fresh.inverse);
    take("wikidata", fresh.wikidata);
    take("schema-org", fresh.schema_org);
    take("plover", fresh.plover);
    take("framenet", fresh.framenet);
    if (fresh.label.empty()) {
      fresh.label = name;
      std::ranges::replace(fresh.label, '_', ' ');
    }
    fresh.core = flag(node, "core", fresh.core);
    fresh.symmetric = flag(node, "symmetric", fresh.symmetric);
    fresh.wrong = flag(node, "wrong", fresh.wrong);
    if (node.attribute("domain")) good &= class_list(node, "domain", fresh.domain);
    if (node.attribute("range")) good &= class_list(node, "range", fresh.range);
    if (!good) return;
    for (const pugi::xml_node child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      const std::string_view element = child.name();
      if (element == "definition") {
        fresh.definition = trimmed(child.child_value());
      } else if (element == "frame") {
        add_frames(child, fresh);
      } else {
        fault(child, "unknown element '" + std::string(element) + "' in relation '" + name + "'");
      }
    }
    // Only relations declared here are checked for their inverse; the line is needed for the message.
    relation_lines_.emplace_back(name, node.offset_debug());
    if (old != schema_.relations.end()) {
      *old = std::move(fresh);
    } else {
      schema_.relations.push_back(std::move(fresh));
    }
  }

  /// One element stands for every combination of its `|`-separated triggers and slots.
  void add_frames(pugi::xml_node node, Relation& relation) {
    if (!check_attributes(
            node, {"verb", "noun", "adjective", "title", "pattern", "subject", "object", "subject-class",
                   "object-class", "particle", "with", "without", "status", "also", "confidence"}))
      return;
    Frame frame;
    constexpr std::array<std::pair<const char*, Frame::Kind>, 5> kinds = {
        {{"verb", Frame::Kind::verb},
         {"noun", Frame::Kind::noun},
         {"adjective", Frame::Kind::adjective},
         {"title", Frame::Kind::title},
         {"pattern", Frame::Kind::pattern}}};
    std::vector<std::string> triggers;
    int given = 0;
    for (const auto& [attribute, kind] : kinds)
      if (const auto a = node.attribute(attribute)) {
        frame.kind = kind;
        triggers = split(a.value(), "| \t\r\n");
        ++given;
      }
    if (given != 1 || triggers.empty()) {
      fault(node, "a frame needs one trigger: verb, noun, adjective, title or pattern");
      return;
    }
    const bool slotted = frame.kind != Frame::Kind::pattern && frame.kind != Frame::Kind::title;
    const std::vector<std::string> subjects = split(node.attribute("subject").value(), "| ");
    const std::vector<std::string> objects = split(node.attribute("object").value(), "| ");
    if (slotted != (!subjects.empty() && !objects.empty())) {
      fault(node, slotted ? "a frame needs 'subject' and 'object'" : "this kind of frame has no slots");
      return;
    }
    for (const auto* slots : {&subjects, &objects})
      for (const std::string& slot : *slots)
        if (!is_identifier(slot)) {
          fault(node, "'" + slot + "' is no name of a slot");
          return;
        }
    if (frame.kind == Frame::Kind::pattern)
      for (const std::string& trigger : triggers)
        if (std::ranges::find(patterns, trigger) == patterns.end()) {
          fault(node, "unknown pattern '" + trigger + "'");
          return;
        }
    if (!class_list(node, "subject-class", frame.subject_classes)) return;
    if (!class_list(node, "object-class", frame.object_classes)) return;
    frame.particle = node.attribute("particle").value();
    frame.with = split(node.attribute("with").value(), "| ");
    frame.without = split(node.attribute("without").value(), "| ");
    frame.status = node.attribute("status").value();
    if (!frame.status.empty() && std::ranges::find(statuses, frame.status) == statuses.end()) {
      fault(node, "unknown status '" + frame.status + "'");
      return;
    }
    frame.also = flag(node, "also", false);
    if (const auto a = node.attribute("confidence")) {
      frame.confidence = a.as_double(-1);
      if (!(frame.confidence > 0 && frame.confidence <= 1)) {
        fault(node, "confidence '" + std::string(a.value()) + "' is not between 0 and 1");
        return;
      }
    }
    frame.file = file_.filename().string();
    frame.line = static_cast<std::uint32_t>(line(node.offset_debug()));
    for (const std::string& trigger : triggers) {
      frame.trigger = trigger;
      if (!slotted) {
        relation.frames.push_back(frame);
        continue;
      }
      for (const std::string& subject : subjects)
        for (const std::string& object : objects) {
          frame.subject_slot = subject;
          frame.object_slot = object;
          relation.frames.push_back(frame);
        }
    }
  }

  void check_inverses() {
    for (const auto& [name, offset] : relation_lines_) {
      const auto it = std::ranges::find(schema_.relations, name, &Relation::name);
      Relation& relation = *it;
      if (relation.inverse.empty()) continue;
      std::string reason;
      if (relation.symmetric) {
        reason = "is symmetric and can have no inverse";
      } else if (!is_identifier(relation.inverse)) {
        reason = "has the inverse '" + relation.inverse + "', which is no name of a relation";
      } else if (schema_.find_relation(relation.inverse)) {
        reason = "has the inverse '" + relation.inverse + "', which is a relation of its own";
      } else {
        for (const Relation& other : schema_.relations)
          if (&other != &relation && other.inverse == relation.inverse)
            reason = "has the inverse '" + relation.inverse + "', which '" + other.name + "' has too";
      }
      if (reason.empty()) continue;
      fault(offset, "relation '" + name + "' " + reason);
      relation.inverse.clear();
    }
  }

  fs::path file_;
  const DiagnosticSink& sink_;
  std::string text_;
  std::vector<std::size_t> line_ends_;
  Schema schema_;
  std::vector<ClassSet> sets_;
  std::size_t base_classes_ = 0;
  std::size_t base_relations_ = 0;
  std::vector<std::string> classes_laid_over_, relations_laid_over_;
  std::vector<std::pair<std::string, std::ptrdiff_t>> relation_lines_;
};

}  // namespace

Schema load_schema(const fs::path& file, const DiagnosticSink& sink) {
  return SchemaLoader(file, sink).load();
}

}  // namespace relata

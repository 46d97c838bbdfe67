// SPDX-License-Identifier: MIT
#include "unite/name_pairs.hpp"

#include <fstream>
#include <stdexcept>

#include "evidence_samples.hpp"
#include "relata/knowledge_base.hpp"

namespace relata::samples {
namespace {

std::vector<std::string> split(const std::string& text, const std::string& at) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t i = 0; (i = text.find(at, from)) != std::string::npos; from = i + at.size())
    parts.push_back(text.substr(from, i - from));
  parts.push_back(text.substr(from));
  return parts;
}

Label class_of(char letter) {
  switch (letter) {
    case 'P':
      return cls::Person;
    case 'O':
      return cls::Organization;
    case 'G':
      return cls::GovernmentBody;
    case 'M':
      return cls::MediaOutlet;
    case 'L':
      return cls::Location;
    case 'C':
      return cls::Country;
    case 'T':
      return cls::Treaty;
    case 'W':
      return cls::Work;
    case 'E':
      return cls::Event;
    case 'R':
      return cls::Product;
    default:
      throw std::runtime_error("no such class");
  }
}

/// As the resolve stage names what its knowledge base does not know.
LocalEntity entity(Label cls, const std::string& name) {
  return thing(std::string(cls.str()) + ':' + normalized_name(name), name, cls);
}

/// What every article that says so says of its first entity.
class Article {
 public:
  Article(const std::string& spec, const std::set<std::string>& countries) : countries_(countries) {
    const std::vector<std::string> parts = split(spec, "; ");
    const Label cls = class_of(spec[0]);
    add(entity(cls, parts[0].substr(2)));
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const std::size_t blank = parts[i].find(' ');
      say(parts[i].substr(0, blank), parts[i].substr(blank + 1));
    }
  }

  ArticleEvidence made;

 private:
  EntityId add(LocalEntity local) {
    for (EntityId i = 0; i < made.entities.size(); ++i)
      if (made.entities[i].entity.id == local.entity.id) return i;
    made.entities.push_back(std::move(local));
    return static_cast<EntityId>(made.entities.size() - 1);
  }

  void state(const std::string& relation, EntityId object) {
    made.statements.push_back(states(0, relation, object, Status::factual, 0.9, relation + " said.", {0, 4}));
  }

  EntityId place(const std::string& name) {
    return add(entity(countries_.contains(name) ? cls::Country : cls::Organization, name));
  }

  /// What says where a thing is that is no person.
  static std::string seat(Label cls) {
    const bool has_offices =
        cls == cls::Organization || cls == cls::GovernmentBody || cls == cls::MediaOutlet;
    return has_offices ? "headquartered_in" : "located_in";
  }

  void say(const std::string& what, const std::string& name) {
    const Label cls = made.entities[0].entity.cls;
    if (what == "aka") {
      made.entities[0].entity.aliases.push_back(name);
    } else if (what == "with") {
      for (const std::string& other : split(name, ", ")) add(entity(cls::Person, other));
    } else if (what == "at") {
      state("works_for", add(entity(cls::Organization, name)));
    } else if (what == "of" && cls == cls::Treaty) {
      made.statements.push_back(states(place(name), "signed", 0, Status::factual, 0.9, "Signed.", {0, 4}));
    } else if (what == "of") {
      state(cls == cls::Person ? "citizen_of" : seat(cls), place(name));
    } else if (what == "in") {
      state(cls == cls::Person ? "born_in" : seat(cls), add(entity(cls::Location, name)));
    } else if (what == "role") {
      state("holds_position", add(entity(cls::Position, name)));
      const std::size_t of = name.rfind(" of ");
      if (of == std::string::npos) return;
      std::string body = name.substr(of + 4);
      if (body.starts_with("the ")) body.erase(0, 4);
      state("leader_of", place(body));
    } else {
      throw std::runtime_error("no such word: " + what);
    }
  }

  const std::set<std::string>& countries_;
};

}  // namespace

std::vector<NamePair> read_name_pairs(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file + ": cannot be opened");
  std::vector<std::string> lines;
  std::set<std::string> countries = {"United States", "United Kingdom", "Peru", "Angola", "Jordan"};
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    lines.push_back(line);
    for (const std::string& spec : split(line, "\t"))
      for (const std::string& part : split(spec, "; "))
        if (part.starts_with("of ")) countries.insert(part.substr(3));
  }
  std::vector<NamePair> pairs;
  for (const std::string& line : lines) {
    const std::vector<std::string> cells = split(line, "\t");
    NamePair pair{cells.at(0), cells.at(1), line, {}};
    for (std::size_t i = 2; i < cells.size(); ++i) {
      Article article(cells[i], countries);
      article.made.article_id = article.made.uri = "article" + std::to_string(i);
      article.made.published = "2019-01-01";
      pair.articles.push_back(std::move(article.made));
    }
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

}  // namespace relata::samples

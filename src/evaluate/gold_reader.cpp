// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "evaluate/json_file.hpp"
#include "evaluate/names.hpp"
#include "relata/evaluate.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::array parts = {"s", "r", "o", "status"};

/// One gold file; faults name the place in it (`triples[3].s`).
class GoldReader {
 public:
  explicit GoldReader(const fs::path& file) : file_(file) {}

  /// False for a JSON file that holds no triples.
  bool read(GoldArticle& article) {
    const Json doc = detail::parse_json_file(file_);
    if (!doc.is_object() || !doc.contains("triples")) return false;
    article.name = detail::article_name(text(doc, "article", ""));
    const Json& entities = list(doc, "entities", "");
    for (std::size_t i = 0; i < entities.size(); ++i)
      article.entities.push_back(entity(entities[i], at("entities", i)));
    const Json& triples = list(doc, "triples", "");
    for (std::size_t i = 0; i < triples.size(); ++i)
      article.triples.push_back(triple(triples[i], at("triples", i)));
    if (doc.contains("boilerplate_strings")) article.boilerplate = texts(doc, "boilerplate_strings", "");
    return true;
  }

 private:
  [[noreturn]] void fault(const std::string& place, const std::string& what) const {
    throw Error(file_.string() + ": " + (place.empty() ? "" : place + ": ") + what);
  }

  static std::string at(const char* list, std::size_t i) {
    return std::string(list) + '[' + std::to_string(i) + ']';
  }
  static std::string under(const std::string& place, const char* key) {
    return place.empty() ? key : place + '.' + key;
  }

  const Json& member(const Json& object, const char* key, const std::string& place) const {
    if (!object.is_object()) fault(place, "expected an object");
    const auto found = object.find(key);
    if (found == object.end()) fault(under(place, key), "is missing");
    return *found;
  }

  std::string text(const Json& object, const char* key, const std::string& place) const {
    const Json& value = member(object, key, place);
    if (!value.is_string()) fault(under(place, key), "expected text");
    return value.get<std::string>();
  }

  const Json& list(const Json& object, const char* key, const std::string& place) const {
    const Json& value = member(object, key, place);
    if (!value.is_array()) fault(under(place, key), "expected a list");
    return value;
  }

  std::vector<std::string> texts(const Json& object, const char* key, const std::string& place) const {
    std::vector<std::string> out;
    for (const Json& one : list(object, key, place)) {
      if (!one.is_string()) fault(under(place, key), "expected a list of texts");
      out.push_back(one.get<std::string>());
    }
    return out;
  }

  GoldArticle::Entity entity(const Json& json, const std::string& place) {
    GoldArticle::Entity e{text(json, "id", place), text(json, "name", place), text(json, "class", place), {}};
    if (json.contains("aliases")) e.aliases = texts(json, "aliases", place);
    if (!index_.emplace(e.id, static_cast<std::uint32_t>(index_.size())).second)
      fault(under(place, "id"), "'" + e.id + "' names two entities");
    return e;
  }

  std::uint32_t entity_of(const std::string& id, const std::string& place) const {
    const auto found = index_.find(id);
    if (found == index_.end()) fault(place, "there is no entity '" + id + "'");
    return found->second;
  }

  GoldArticle::Triple triple(const Json& json, const std::string& place) const {
    GoldArticle::Triple t;
    t.subject = entity_of(text(json, "s", place), under(place, "s"));
    t.relation = text(json, "r", place);
    t.object = entity_of(text(json, "o", place), under(place, "o"));
    t.status = text(json, "status", place);
    if (const auto optional = json.find("optional"); optional != json.end()) {
      if (!optional->is_boolean()) fault(under(place, "optional"), "expected true or false");
      t.required = !optional->get<bool>();
    }
    if (json.contains("also"))
      for (const std::string& one : texts(json, "also", place))
        t.also.push_back(alternative(one, under(place, "also")));
    return t;
  }

  /// `r:told`, or `r:released+status:denied` for parts that hold only together.
  GoldArticle::Alternative alternative(const std::string& words, const std::string& place) const {
    GoldArticle::Alternative out;
    for (std::size_t begin = 0; begin <= words.size();) {
      const std::size_t end = std::min(words.find('+', begin), words.size());
      const std::string one = words.substr(begin, end - begin);
      const std::string part = one.substr(0, one.find(':'));
      if (std::ranges::find(parts, part) == parts.end() || part.size() == one.size())
        fault(place, "'" + one + "' is not s:…, r:…, o:… or status:…");
      const std::string value = one.substr(part.size() + 1);
      if (part == "s" || part == "o") entity_of(value, place);
      out[part] = value;
      begin = end + 1;
    }
    return out;
  }

  const fs::path& file_;
  std::unordered_map<std::string, std::uint32_t> index_;
};

std::vector<fs::path> gold_files(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    if (!fs::exists(path, error)) throw Error(path.string() + ": there is no such file or folder");
    return {path};
  }
  std::vector<fs::path> files;
  for (auto it = fs::recursive_directory_iterator(path, error);
       !error && it != fs::recursive_directory_iterator(); it.increment(error))
    if (it->path().extension() == ".json" && it->is_regular_file()) files.push_back(it->path());
  if (error) throw Error(path.string() + ": " + error.message());
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::vector<GoldArticle> read_gold(const fs::path& path) {
  std::vector<GoldArticle> articles;
  std::unordered_map<std::string, fs::path> file_of;
  for (const fs::path& file : gold_files(path)) {
    GoldArticle article;
    if (!GoldReader(file).read(article)) continue;
    if (const auto [known, fresh] = file_of.emplace(article.name, file); !fresh)
      throw Error(file.string() + ": article '" + article.name + "' is the subject of " +
                  known->second.string() + " already");
    articles.push_back(std::move(article));
  }
  if (articles.empty())
    throw Error(path.string() + ": no gold: nothing there is a JSON file with \"triples\"");
  return articles;
}

}  // namespace relata

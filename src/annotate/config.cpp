// SPDX-License-Identifier: MIT
#include "annotate/config.hpp"

#include <algorithm>
#include <map>
#include <system_error>

#include "text/mapped_file.hpp"
#include "relata/error.hpp"

namespace relata::annotate {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

std::string_view trimmed(std::string_view s) {
  const std::size_t first = s.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(" \t\r") - first + 1);
}

/// Refuses what would overflow the stack where a value is copied or printed.
Json::parser_callback_t bounded_nesting(const std::string& place) {
  return [place](int depth, Json::parse_event_t, const Json&) {
    constexpr int most = 64;
    if (depth > most) throw Error(place + ": values nested more than " + std::to_string(most) + " deep");
    return true;
  };
}

std::map<std::string, Json> sections_of(const MappedFile& file) {
  std::map<std::string, Json> sections;
  Json* section = nullptr;
  std::string_view rest = file.bytes();
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = rest.find('\n');
    const std::string_view text = trimmed(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (text.empty() || text[0] == '#' || text[0] == ';') continue;
    const std::string place = file.name() + ":" + std::to_string(line);
    const auto fail = [&](const char* what) { throw Error(place + ": " + what); };
    if (text[0] == '[') {
      if (text.back() != ']') fail("section without ']'");
      section = &sections.emplace(text.substr(1, text.size() - 2), Json::object()).first->second;
      continue;
    }
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || section == nullptr) fail("neither a [section] nor 'key = value'");
    const std::string_view value = trimmed(text.substr(equals + 1));
    Json parsed = Json::parse(value, bounded_nesting(place), false);
    if (parsed.is_discarded()) parsed = std::string(value);
    (*section)[std::string(trimmed(text.substr(0, equals)))] = std::move(parsed);
  }
  return sections;
}

std::vector<std::string> strings_of(const Json& section, const char* key, const std::string& file) {
  std::vector<std::string> out;
  const auto found = section.find(key);
  if (found == section.end() || found->is_null()) return out;
  if (!found->is_array()) throw Error(file + ": nlp." + key + " is not a list");
  for (const Json& name : *found) {
    if (!name.is_string()) throw Error(file + ": nlp." + key + " holds something that is not a name");
    out.push_back(name.get<std::string>());
  }
  return out;
}

bool is_pipeline(const fs::path& folder) {
  std::error_code failed;
  return fs::is_regular_file(folder / "config.cfg", failed) &&
         fs::is_regular_file(folder / "meta.json", failed);
}

}  // namespace

const PipelineConfig::Component* PipelineConfig::find(const std::string& factory) const {
  for (const Component& component : components)
    if (component.factory == factory) return &component;
  return nullptr;
}

PipelineConfig read_config(const fs::path& path) {
  const MappedFile file(path);
  std::map<std::string, Json> sections = sections_of(file);
  const auto section = [&sections](const std::string& name) {
    const auto found = sections.find(name);
    return found == sections.end() ? Json::object() : found->second;
  };
  PipelineConfig config;
  config.file = file.name();
  const Json nlp = section("nlp");
  const std::vector<std::string> disabled = strings_of(nlp, "disabled", config.file);
  for (const std::string& name : strings_of(nlp, "pipeline", config.file)) {
    if (std::find(disabled.begin(), disabled.end(), name) != disabled.end()) continue;
    if (name.empty() || name.find_first_of("/\\") != std::string::npos || name[0] == '.')
      throw Error(config.file + ": component name '" + name + "' is no folder's name");
    const std::string prefix = "components." + name;
    PipelineConfig::Component component{
        name, {}, section(prefix), section(prefix + ".model"), section(prefix + ".model.tok2vec")};
    const auto factory = component.settings.find("factory");
    if (factory == component.settings.end() || !factory->is_string())
      throw Error(config.file + ": [" + prefix + "] names no factory");
    component.factory = factory->get<std::string>();
    config.components.push_back(std::move(component));
  }
  if (config.components.empty()) throw Error(config.file + ": nlp.pipeline names no component");
  return config;
}

Json read_json(const fs::path& path) {
  const MappedFile file(path);
  try {
    return Json::parse(file.bytes(), bounded_nesting(file.name()));
  } catch (const Json::exception& e) {
    throw Error(file.name() + ": " + e.what());
  }
}

fs::path find_pipeline(const fs::path& folder) {
  if (is_pipeline(folder)) return folder;
  constexpr int max_depth = 4;
  constexpr int max_entries = 10000;
  std::vector<fs::path> found;
  std::error_code failed;
  int entries = 0;
  for (fs::recursive_directory_iterator i(folder, failed), end;
       !failed && i != end && ++entries < max_entries; i.increment(failed)) {
    if (i.depth() >= max_depth) i.disable_recursion_pending();
    if (i->is_directory(failed) && is_pipeline(i->path())) found.push_back(i->path());
  }
  if (found.empty())
    throw Error(folder.string() + ": no spaCy pipeline (config.cfg and meta.json) here or below");
  return *std::min_element(found.begin(), found.end());
}

}  // namespace relata::annotate

// SPDX-License-Identifier: MIT
#include "relata/resources.hpp"

#include <cstdlib>
#include <system_error>

#include "relata/error.hpp"

namespace relata {
namespace fs = std::filesystem;

std::vector<fs::path> data_folders() {
  std::vector<fs::path> folders;
  if (const char* const named = std::getenv("RELATA_DATA"); named != nullptr && *named != '\0')
    folders.emplace_back(named);
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (!program.empty()) folders.push_back(program.parent_path().parent_path() / "share" / "relata");
  // Run out of the build tree, which has the schema and tables there but no model, and whose tests have
  // nothing: the sources' own folders.
  if (const fs::path source = RELATA_SOURCE_DIR; !failed && fs::exists(source / "graph_schemas", failed)) {
    folders.push_back(source / "data");
    folders.push_back(source);
  }
  return folders;
}

fs::path find_resource(const fs::path& relative) {
  std::string searched;
  for (const fs::path& folder : data_folders()) {
    std::error_code failed;
    if (fs::exists(folder / relative, failed)) return folder / relative;
    searched += "\n  " + folder.string();
  }
  throw Error(relative.string() + ": not found. Searched:" + searched);
}

std::filesystem::path schema_file(const std::string& chosen) {
  return chosen.empty() ? find_resource("graph_schemas/news.xml") : std::filesystem::path(chosen);
}

std::vector<fs::path> knowledge_tables() {
  // Countries first, since the names of their bodies are made with theirs.
  static constexpr const char* topics[] = {
      "countries", "places",   "organizations", "parliaments",  "courts",    "ministries",
      "agencies",  "seats",    "parties",       "armed_groups", "companies", "clubs",
      "media",     "treaties", "products",      "honours",      "leaders"};
  std::vector<fs::path> tables;
  for (const char* const topic : topics)
    tables.push_back(find_resource(fs::path("graph_schemas/kb") / (std::string(topic) + ".csv")));
  return tables;
}

fs::path find_model(const std::string& name) {
  std::error_code failed;
  if (!name.empty() && fs::exists(name, failed)) return name;
  const std::string wanted = name.empty() ? "sm" : name;
  if (wanted != "sm" && wanted != "md") throw Error(name + ": no such model folder (and not one of sm, md)");
  std::string searched;
  for (const fs::path& folder : data_folders()) {
    if (fs::exists(folder / "models" / wanted, failed)) return folder / "models" / wanted;
    searched += "\n  " + (folder / "models" / wanted).string();
  }
  throw Error("language model '" + wanted + "': not found. Get it with `script/bootstrap " + wanted +
              "`, or name a spaCy 3 pipeline folder with --model. Searched:" + searched);
}

}  // namespace relata

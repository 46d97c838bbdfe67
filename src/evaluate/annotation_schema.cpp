// SPDX-License-Identifier: MIT
#include "evaluate/json_file.hpp"
#include "relata/evaluate.hpp"

namespace relata {

Schema read_annotation_schema(const std::filesystem::path& file) {
  const nlohmann::json doc = detail::parse_json_file(file);
  const auto relations = doc.is_object() ? doc.find("relations") : doc.end();
  if (relations == doc.end() || !relations->is_array())
    throw Error(file.string() + ": there is no list \"relations\"");
  Schema schema;
  for (std::size_t i = 0; i < relations->size(); ++i) {
    const nlohmann::json& one = (*relations)[i];
    try {
      Relation relation;
      relation.name = one.at("name").get<std::string>();
      if (const auto inverse = one.find("inverse"); inverse != one.end() && !inverse->is_null())
        relation.inverse = inverse->get<std::string>();
      relation.symmetric = one.value("symmetric", false);
      schema.relations.push_back(std::move(relation));
    } catch (const nlohmann::json::exception& fault) {
      throw Error(file.string() + ": relations[" + std::to_string(i) + "]: " + fault.what());
    }
  }
  return schema;
}

}  // namespace relata

// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "relata/records.hpp"

namespace relata {

void write_decisions(std::string& out, const Decisions& decisions) {
  using Json = nlohmann::ordered_json;
  const auto write = [&](const Json& record) {
    out += record.dump(-1, ' ', false, Json::error_handler_t::replace);
    out += '\n';
  };
  for (const auto& [id, v] : decisions.verdicts())
    write({{"type", "verdict"},
           {"id", v.id},
           {"verdict", to_string(v.judgement)},
           {"revision", v.revision},
           {"subject", v.subject},
           {"relation", v.relation},
           {"object", v.object},
           {"status", v.status},
           {"statement", v.words}});
  for (const auto& [names, r] : decisions.rules())
    write(
        {{"type", "rule"}, {"rule", to_string(r.sameness)}, {"names", {r.a, r.b}}, {"revision", r.revision}});
}

}  // namespace relata

// SPDX-License-Identifier: MIT
#include <fmt/core.h>
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "relata/resources.hpp"
#include "text/blanks.hpp"

namespace relata::cli {
Run setup_model(CLI::App& app) {
  struct Options {
    EngineOptions engine;
    bool json = false;
  };
  auto options = std::make_shared<Options>();
  options->engine.declare_model(app);
  app.add_flag("--json", options->json, "Print a JSON object");
  return [options] {
    const LanguageModel model(find_model(options->engine.model));
    const ModelInfo& info = model.info();
    if (options->json) {
      const nlohmann::ordered_json record = {{"type", "model"},
                                             {"lang", info.lang},
                                             {"name", info.name},
                                             {"version", info.version},
                                             {"folder", info.folder.string()},
                                             {"description", info.description},
                                             {"author", info.author},
                                             {"license", info.license},
                                             {"sources", info.sources},
                                             {"components", info.components},
                                             {"kernel", info.kernel}};
      write_stdout(record.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
    } else {
      std::string out = fmt::format("model       {}_{} {}\nfolder      {}\n", info.lang, info.name,
                                    info.version, info.folder.string());
      std::string about;
      append_collapsed(about, info.description);
      out +=
          fmt::format("about       {}\nauthor      {}\nlicence     {}\n", about, info.author, info.license);
      for (const std::string& source : info.sources) out += fmt::format("source      {}\n", source);
      out += fmt::format("components  {}\nkernels     {}\n", fmt::join(info.components, ", "), info.kernel);
      write_stdout(out);
    }
    flush_stdout();
    return static_cast<int>(exit_done);
  };
}

}  // namespace relata::cli

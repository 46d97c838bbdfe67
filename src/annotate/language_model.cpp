// SPDX-License-Identifier: MIT
#include <map>

#include "annotate/config.hpp"
#include "annotate/parts.hpp"
#include "relata/annotate.hpp"
#include "relata/error.hpp"

namespace relata {
namespace {

using namespace annotate;
using Json = nlohmann::json;
namespace fs = std::filesystem;

ModelInfo read_info(const fs::path& folder) {
  const Json meta = read_json(folder / "meta.json");
  const auto text = [](const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  if (!meta.is_object()) throw Error((folder / "meta.json").string() + ": not a JSON object");
  ModelInfo info{.lang = text(meta, "lang"),
                 .name = text(meta, "name"),
                 .version = text(meta, "version"),
                 .description = text(meta, "description"),
                 .author = text(meta, "author"),
                 .license = text(meta, "license"),
                 .sources = {},
                 .components = {},
                 .folder = folder,
                 .kernel = {}};
  if (const auto sources = meta.find("sources"); sources != meta.end() && sources->is_array())
    for (const Json& source : *sources)
      if (source.is_object())
        info.sources.push_back(text(source, "name") + " (" + text(source, "license") + ")");
  return info;
}

void check_parser_settings(const fs::path& file) {
  const Json settings = read_json(file);
  if (!settings.is_object()) throw Error(file.string() + ": not a JSON object");
  if (settings.value("beam_width", Json(1)) != 1)
    throw Error(file.string() + ": beam search is not supported");
  if (settings.value("learn_tokens", Json(false)) != false)
    throw Error(file.string() + ": learned tokens are not supported");
}

/// Loads components in pipeline order.
class Loader {
 public:
  Loader(LanguageModel::Parts& parts, const PipelineConfig& config, fs::path folder)
      : parts_(parts), config_(config), folder_(std::move(folder)) {
    parts_.networks.reserve(max_networks);
  }

  void load(const PipelineConfig::Component& component) {
    const fs::path folder = folder_ / component.name;
    const std::string& factory = component.factory;
    if (factory == "tok2vec") {
      shared_ = add_network(ThincModel(folder / "model"));
    } else if (factory == "tagger") {
      once(parts_.tagger.has_value(), component);
      const ThincModel model(folder / "model");
      const std::size_t network = network_of(model);
      parts_.tagger.emplace(Reading<Tagger>{
          Tagger(model, folder / "cfg", parts_.networks[network].width(), parts_.kernels), network});
    } else if (factory == "parser") {
      once(parts_.parser.has_value(), component);
      check_parser_settings(folder / "cfg");
      const ThincModel model(folder / "model");
      const std::size_t network = network_of(model);
      parts_.parser.emplace(Reading<Parser>{
          Parser(model, folder / "moves", parts_.networks[network].width(), parts_.kernels), network});
    } else if (factory == "ner") {
      once(parts_.ner.has_value(), component);
      check_parser_settings(folder / "cfg");
      const ThincModel model(folder / "model");
      const std::size_t network = network_of(model);
      parts_.ner.emplace(Reading<EntityRecognizer>{
          EntityRecognizer(model, folder / "moves", parts_.networks[network].width(), parts_.kernels),
          network});
    } else if (factory == "attribute_ruler") {
      once(parts_.ruler.has_value(), component);
      parts_.ruler.emplace().load(folder / "patterns");
    } else if (factory == "lemmatizer") {
      once(parts_.lemmatizer.has_value(), component);
      if (const Json mode = component.settings.value("mode", Json()); mode != "rule")
        throw Error(config_.file + ": lemmatizer of mode " + mode.dump() + " is not supported");
      parts_.lemmatizer.emplace().load(folder / "lookups" / "lookups.bin");
    } else {
      throw Error(config_.file + ": the pipeline needs the component '" + component.name + "' (" + factory +
                  "), which relata does not have");
    }
    parts_.info.components.push_back(component.name);
  }

 private:
  static constexpr std::size_t max_networks = 4;

  void once(bool loaded, const PipelineConfig::Component& component) const {
    if (loaded)
      throw Error(config_.file + ": a second component of kind " + component.factory + " ('" +
                  component.name + "')");
  }

  std::size_t add_network(const ThincModel& model) {
    if (parts_.networks.size() == max_networks)
      throw Error(model.file() + ": more token encoders than " + std::to_string(max_networks));
    parts_.networks.emplace_back(model, parts_.vectors, parts_.kernels);
    return parts_.networks.size() - 1;
  }

  /// A component's own network, or the shared one it listens to.
  std::size_t network_of(const ThincModel& model) {
    if (model.node_starting("extract_features")) return add_network(model);
    if (!shared_) throw Error(model.file() + ": listens to a tok2vec component, and none comes before it");
    return *shared_;
  }

  LanguageModel::Parts& parts_;
  const PipelineConfig& config_;
  fs::path folder_;
  std::optional<std::size_t> shared_;
};

}  // namespace

LanguageModel::LanguageModel(const fs::path& given) : parts_(std::make_unique<Parts>()) {
  const fs::path folder = find_pipeline(given);
  try {
    const PipelineConfig config = read_config(folder / "config.cfg");
    parts_->info = read_info(folder);
    parts_->info.kernel = parts_->kernels.name;
    if (parts_->info.lang != "en")
      throw Error((folder / "meta.json").string() + ": language '" + parts_->info.lang +
                  "' is not supported, only 'en'");
    parts_->tokenizer.load(folder / "tokenizer");
    if (fs::exists(folder / "vocab" / "lookups.bin")) parts_->norms.load(folder / "vocab" / "lookups.bin");
    parts_->vectors.load(folder / "vocab");
    Loader loader(*parts_, config, folder);
    for (const PipelineConfig::Component& component : config.components) loader.load(component);
  } catch (const Json::exception& e) {
    throw Error(folder.string() + ": " + e.what());
  } catch (const fs::filesystem_error& e) {
    throw Error(folder.string() + ": " + e.what());
  }
}

LanguageModel::~LanguageModel() = default;
const ModelInfo& LanguageModel::info() const {
  return parts_->info;
}

}  // namespace relata

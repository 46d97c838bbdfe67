// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace relata::annotate {

/// What config.cfg says of the pipeline.
struct PipelineConfig {
  struct Component {
    std::string name, factory;
    nlohmann::json settings;  ///< an object: the section's own keys
    nlohmann::json model;     ///< the keys of its `.model` section
    nlohmann::json tok2vec;   ///< the keys of its `.model.tok2vec` section
  };
  std::string file;                   ///< for messages
  std::vector<Component> components;  ///< those that run, in order

  const Component* find(const std::string& factory) const;
};

/// Reads config.cfg: sections of `key = JSON` lines. Values that are not JSON (references) stay strings.
/// Throws Error with file and line.
PipelineConfig read_config(const std::filesystem::path& path);

/// Reads a JSON file; throws Error naming it.
nlohmann::json read_json(const std::filesystem::path& path);

/// The folder that holds config.cfg and meta.json: `folder` or one below it. Throws Error.
std::filesystem::path find_pipeline(const std::filesystem::path& folder);

}  // namespace relata::annotate

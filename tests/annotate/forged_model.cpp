// SPDX-License-Identifier: MIT
#include "forged_model.hpp"

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "installed_model.hpp"

namespace relata::samples {

namespace fs = std::filesystem;

ForgedModel::ForgedModel(std::string_view pipeline) {
  std::string name = (fs::temp_directory_path() / "relata-forged-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  folder_ = name;
  const fs::path& original = installed_model().info().folder;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(original)) {
    const fs::path here = folder_ / entry.path().lexically_relative(original);
    if (entry.is_directory()) {
      fs::create_directory(here);
    } else {
      fs::create_symlink(fs::absolute(entry.path()), here);
    }
  }
  std::string config = read("config.cfg");
  const std::size_t begin = config.find("\npipeline = ") + 1, end = config.find('\n', begin);
  config.replace(begin, end - begin, "pipeline = " + std::string(pipeline));
  write("config.cfg", config);
}

ForgedModel::~ForgedModel() {
  std::error_code failed;
  fs::remove_all(folder_, failed);
}

std::string ForgedModel::read(const std::string& file) const {
  std::ifstream in(folder_ / file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void ForgedModel::write(const std::string& file, std::string_view bytes) const {
  remove(file);
  std::ofstream(folder_ / file, std::ios::binary) << bytes;
}

void ForgedModel::remove(const std::string& file) const {
  fs::remove(folder_ / file);
}

void ForgedModel::replace(const std::string& file, std::string_view from, std::string_view to) const {
  std::string bytes = read(file);
  const std::size_t at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  write(file, bytes.replace(at, from.size(), to));
}

std::string ForgedModel::fault() const {
  try {
    const LanguageModel model(folder_);
    Annotator(model).annotate(
        "Ms. Ada Byrne didn't leave Cork on 3 May; her brothers' firm (est. 1999) did.");
  } catch (const Error& e) {
    return e.what();
  }
  return {};
}

}  // namespace relata::samples

// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <memory>

#include "cli/command.hpp"
#include "cli/papers.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

void write_file(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) throw Error(file.string() + ": cannot be written");
}

int print_page(const CLI::App& root, const std::vector<std::string>& words) {
  std::string wanted = root.get_name();
  for (const std::string& word : words) wanted += ' ' + word;
  for (const NamedCommand& command : all_commands(root)) {
    if (command.words != wanted) continue;
    write_stdout(man_page(command, root));
    flush_stdout();
    return exit_done;
  }
  throw Error("no command '" + wanted + "': see relata --help");
}

int write_pages(const CLI::App& root, const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) throw Error(folder.string() + ": cannot be created: " + failed.message());
  for (const NamedCommand& command : all_commands(root)) {
    std::string name = command.words;
    for (char& c : name)
      if (c == ' ') c = '-';
    write_file(folder / (name + ".1"), man_page(command, root));
  }
  return exit_done;
}

}  // namespace

Run setup_man(CLI::App& app) {
  auto words = std::make_shared<std::vector<std::string>>();
  auto folder = std::make_shared<std::string>();
  app.add_option("command", *words, "Command, by default the program itself")->type_name("COMMAND");
  app.add_option("-o,--output", *folder, "Write the pages of all commands into this folder")
      ->type_name("DIR");
  app.footer("Example:\n  relata man build | man -l -");
  return [&app, words, folder] {
    const CLI::App& root = *app.get_parent();
    return folder->empty() ? print_page(root, *words) : write_pages(root, *folder);
  };
}

Run setup_completion(CLI::App& app) {
  auto shell = std::make_shared<std::string>();
  app.add_option("shell", *shell, "Shell")
      ->required()
      ->type_name("SHELL")
      ->check(CLI::IsMember({"bash", "zsh"}));
  app.footer("Example:\n  source <(relata completion bash)");
  return [&app, shell] {
    const CLI::App& root = *app.get_parent();
    write_stdout(*shell == "bash" ? bash_completion(root) : zsh_completion(root));
    flush_stdout();
    return int{exit_done};
  };
}

}  // namespace relata::cli

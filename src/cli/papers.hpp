// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace relata::cli {

/// A command with the words that call it: `relata schema check`.
struct NamedCommand {
  const CLI::App* app;
  std::string words;
};

/// The program and all commands that do something, the program first.
std::vector<NamedCommand> all_commands(const CLI::App& root);

/// The manual page of a command, in roff (man(7)), made of the options that --help shows.
std::string man_page(const NamedCommand& command, const CLI::App& root);

/// Scripts that complete command lines, for bash (with or without bash-completion) and for zsh.
std::string bash_completion(const CLI::App& root);
std::string zsh_completion(const CLI::App& root);

}  // namespace relata::cli

// SPDX-License-Identifier: MIT
#include "cli/papers.hpp"

#include <algorithm>
#include <string_view>

namespace relata::cli {
namespace {

/// Text as roff takes it: no line is a request, no backslash an escape, a hyphen is the sign on the keyboard.
std::string roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    line_start = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string joined(std::string words, char between) {
  std::replace(words.begin(), words.end(), ' ', between);
  return words;
}

/// `FILE` of `FILE:…`; what may be chosen stands apart (choices_of).
std::string type_of(const CLI::Option& option) {
  std::string type = option.get_type_name();
  if (const std::size_t end = type.find_first_of(":{["); end != std::string::npos) type.resize(end);
  return type;
}

/// The values of `TEXT:{a,b}`, or none.
std::vector<std::string> choices_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{'), close = type.find('}');
  std::vector<std::string> choices;
  if (open == std::string::npos || close == std::string::npos || close < open) return choices;
  std::size_t start = open + 1;
  while (start < close) {
    const std::size_t end = std::min(type.find(',', start), close);
    std::string choice = type.substr(start, end - start);
    if (const std::size_t arrow = choice.find("->"); arrow != std::string::npos) choice.resize(arrow);
    choices.push_back(std::move(choice));
    start = end + 1;
  }
  return choices;
}

bool takes_value(const CLI::Option& option) {
  return option.get_items_expected_max() > 0;
}

/// `--output`, `-o`.
std::vector<std::string> flags_of(const CLI::Option& option) {
  std::vector<std::string> flags;
  for (const std::string& name : option.get_snames()) flags.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) flags.push_back("--" + name);
  return flags;
}

std::vector<const CLI::Option*> shown_options(const CLI::App& app, bool positional) {
  std::vector<const CLI::Option*> shown;
  for (const CLI::Option* const option : app.get_options())
    if (option->get_positional() == positional && !option->get_group().empty()) shown.push_back(option);
  return shown;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

void append_synopsis(std::string& out, const NamedCommand& command) {
  out += ".SH SYNOPSIS\n.B " + roff(command.words) + "\n";
  for (const CLI::Option* const option : shown_options(*command.app, true)) {
    const std::string type = type_of(*option).empty() ? upper(option->get_name(true)) : type_of(*option);
    const std::string dots = option->get_items_expected_max() > 1 ? "\\&..." : "";
    out += option->get_required() ? ".I " + roff(type) + dots + "\n"
                                  : "[\\fI" + roff(type) + "\\fR" + dots + "]\n";
  }
  for (const CLI::Option* const option : shown_options(*command.app, false))
    if (option->get_required())
      out += "\\fB" + roff(flags_of(*option).front()) + "\\fR \\fI" + roff(type_of(*option)) + "\\fR\n";
  out += command.app->get_subcommands({}).empty() ? "[\\fIoptions\\fR]\n"
                                                  : "\\fIcommand\\fR [\\fIoptions\\fR]\n";
}

void append_options(std::string& out, const CLI::App& app) {
  for (const bool positional : {true, false}) {
    const std::vector<const CLI::Option*> options = shown_options(app, positional);
    if (options.empty()) continue;
    out += positional ? ".SH ARGUMENTS\n" : ".SH OPTIONS\n";
    for (const CLI::Option* const option : options) {
      out += ".TP\n";
      if (positional) {
        out += "\\fI" + roff(type_of(*option).empty() ? upper(option->get_name(true)) : type_of(*option)) +
               "\\fR";
      } else {
        bool first = true;
        for (const std::string& flag : flags_of(*option)) {
          out += (first ? "\\fB" : ", \\fB") + roff(flag) + "\\fR";
          first = false;
        }
        if (takes_value(*option)) out += " \\fI" + roff(type_of(*option)) + "\\fR";
      }
      const std::string& about = option->get_description();
      out += '\n' + roff(about) + (about.ends_with('.') ? "" : ".");
      if (const std::vector<std::string> choices = choices_of(*option); !choices.empty()) {
        out += "\nOne of:";
        for (const std::string& choice : choices)
          out += ' ' + roff(choice) + (&choice == &choices.back() ? "." : ",");
      }
      if (!option->get_default_str().empty()) out += "\nBy default: " + roff(option->get_default_str()) + '.';
      out += '\n';
    }
  }
}

void add_commands(std::vector<NamedCommand>& commands, const CLI::App& app, const std::string& words) {
  for (const CLI::App* const command : app.get_subcommands({})) {
    const std::string called = words + ' ' + command->get_name();
    if (command->get_subcommands({}).empty()) commands.push_back({command, called});
    add_commands(commands, *command, called);
  }
}

/// Text within single quotes of a shell.
std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c == '\n' ? ' ' : c;
    }
  }
  return out + "'";
}

std::string words_of(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

std::vector<NamedCommand> all_commands(const CLI::App& root) {
  std::vector<NamedCommand> commands = {{&root, root.get_name()}};
  add_commands(commands, root, root.get_name());
  return commands;
}

std::string man_page(const NamedCommand& command, const CLI::App& root) {
  const std::string name = joined(command.words, '-');
  std::string out = ".TH " + roff(upper(name)) +
                    " 1 \"\" \"relata " RELATA_VERSION "\" \"relata\"\n.SH NAME\n" + roff(name) + " \\- " +
                    roff(command.app->get_description()) + '\n';
  append_synopsis(out, command);
  append_options(out, *command.app);
  if (!command.app->get_subcommands({}).empty()) {
    out += ".SH COMMANDS\n";
    for (const NamedCommand& each : all_commands(root))
      if (each.app != &root)
        out += ".TP\n.B " + roff(each.words) + '\n' + roff(each.app->get_description()) + '\n';
  }
  if (const std::string notes = command.app->get_footer(); !notes.empty())
    out += ".SH NOTES\n.nf\n" + roff(notes) + "\n.fi\n";
  out +=
      ".SH EXIT STATUS\n0: done. 1: some inputs failed, each is named on standard error, the others are "
      "done. 2: wrong "
      "usage, or nothing usable.\n";
  out += ".SH SEE ALSO\n";
  bool first = true;
  for (const NamedCommand& each : all_commands(root)) {
    if (each.app == command.app) continue;
    out += (first ? ".BR " : ",\n.BR ") + roff(joined(each.words, '-')) + " (1)";
    first = false;
  }
  return out + '\n';
}

std::string bash_completion(const CLI::App& root) {
  std::string names, cases, values;
  for (const CLI::App* const each : root.get_subcommands({}))
    names += (names.empty() ? "" : " ") + each->get_name();
  for (const NamedCommand& each : all_commands(root)) {
    if (each.app == &root) continue;
    std::vector<std::string> flags;
    for (const CLI::Option* const option : shown_options(*each.app, false)) {
      for (const std::string& flag : flags_of(*option)) {
        flags.push_back(flag);
        const std::vector<std::string> choices = choices_of(*option);
        if (!choices.empty())
          values += "    " + shell_quoted(each.words.substr(root.get_name().size() + 1) + ' ' + flag) +
                    ") reply=" + shell_quoted(words_of(choices)) + " ;;\n";
      }
    }
    cases += "    " + shell_quoted(each.words.substr(root.get_name().size() + 1)) +
             ") flags=" + shell_quoted(words_of(flags)) + " ;;\n";
  }
  return "# Completes relata's command lines in bash: source this, or put it where bash-completion looks.\n"
         "_relata() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} "
         "flags= reply=\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    COMPREPLY=($(compgen -W '" +
         names +
         " help --help --version' -- \"$word\"))\n    return\n  fi\n"
         "  if [ \"$command\" = schema ]; then\n"
         "    [ \"$COMP_CWORD\" -eq 2 ] && { COMPREPLY=($(compgen -W check -- \"$word\")); return; }\n"
         "    command='schema check'\n  fi\n"
         "  case \"$command $before\" in\n" +
         values +
         "  esac\n"
         "  if [ -n \"$reply\" ]; then\n    COMPREPLY=($(compgen -W \"$reply\" -- \"$word\"))\n    return\n  "
         "fi\n"
         "  case $command in\n" +
         cases +
         "  esac\n"
         "  if [[ $word == -* ]]; then\n    COMPREPLY=($(compgen -W \"$flags\" -- \"$word\"))\n"
         "  else\n    COMPREPLY=($(compgen -f -- \"$word\"))\n  fi\n"
         "}\ncomplete -o filenames -F _relata relata\n";
}

std::string zsh_completion(const CLI::App& root) {
  std::string names, cases;
  for (const CLI::App* const each : root.get_subcommands({}))
    names += "    " + shell_quoted(each->get_name() + ':' + each->get_description()) + '\n';
  for (const NamedCommand& each : all_commands(root)) {
    if (each.app == &root) continue;
    cases += "    " + shell_quoted(each.words.substr(root.get_name().size() + 1)) + ")\n      _arguments";
    for (const CLI::Option* const option : shown_options(*each.app, false)) {
      for (const std::string& flag : flags_of(*option)) {
        std::string about = option->get_description();
        std::replace(about.begin(), about.end(), '[', '(');
        std::replace(about.begin(), about.end(), ']', ')');
        std::replace(about.begin(), about.end(), ':', ',');
        std::string spec = flag + '[' + about + ']';
        if (takes_value(*option)) {
          const std::vector<std::string> choices = choices_of(*option);
          spec += ":value:" + (choices.empty() ? std::string("_files") : '(' + words_of(choices) + ')');
        }
        cases += " \\\n        " + shell_quoted(spec);
      }
    }
    cases += " \\\n        '*:file:_files' ;;\n";
  }
  return "#compdef relata\n# Completes relata's command lines in zsh: put it as _relata into a folder of "
         "fpath.\n"
         "_relata() {\n  local -a commands\n  commands=(\n" +
         names +
         "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
         "  local command=$words[2]\n  [[ $command == schema ]] && command='schema check'\n"
         "  shift words\n  (( CURRENT-- ))\n  case $command in\n" +
         cases + "  esac\n}\n_relata \"$@\"\n";
}

}  // namespace relata::cli

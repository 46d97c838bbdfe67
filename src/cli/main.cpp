// SPDX-License-Identifier: MIT
#include <csignal>
#include <exception>
#include <iostream>
#include <new>

#include "cli/command.hpp"
#include "cli/suggest.hpp"

namespace {

using namespace relata::cli;

/// A subcommand with what it does.
struct Command {
  CLI::App* app;
  Run run;
};

std::vector<Command> declare_commands(CLI::App& app) {
  std::vector<Command> commands;
  const auto add = [&](CLI::App& parent, const char* name, const char* description, Run (*setup)(CLI::App&)) {
    CLI::App* const command = parent.add_subcommand(name, description);
    commands.push_back({command, setup(*command)});
  };
  add(app, "build", "Build a knowledge graph out of articles: the main job", setup_build);
  add(app, "read", "Print the cleaned articles as JSON Lines", setup_read);
  add(app, "extract", "Print what the articles state, layer by layer", setup_extract);
  add(app, "export", "Write a graph in other formats, or a part of it", setup_export);
  add(app, "view", "Write a page that shows the graph in any browser, offline", setup_view);
  add(app, "import", "Read graphs of GraphML and RDF into a store", setup_import);
  add(app, "load", "Add records of `relata extract` to a store", setup_load);
  add(app, "merge", "Unite stores", setup_merge);
  add(app, "remove", "Retract articles from a store, with all that they alone said", setup_remove);
  add(app, "confirm", "Say that statements are right, or list those of which it was said", setup_confirm);
  add(app, "reject", "Say that statements are wrong, or list those of which it was said", setup_reject);
  add(app, "same", "Say that names are one thing's, or list those of which it was said", setup_same);
  add(app, "different", "Say that two names are two things', or list those of which it was said",
      setup_different);
  add(app, "stats", "Count what a store holds", setup_stats);
  add(app, "query", "Ask the graph in SPARQL", setup_query);
  add(app, "serve", "Serve a store to SPARQL clients over HTTP, read-only", setup_serve);
  add(app, "search", "Find what a name may mean", setup_search);
  add(app, "neighbors", "Show what is stated of an entity", setup_neighbors);
  add(app, "path", "Show how two entities are connected", setup_path);
  add(app, "why", "Show every sentence behind a statement", setup_why);
  add(app, "timeline", "Show what is stated of an entity, by time", setup_timeline);
  add(app, "rank", "Rank entities by PageRank, degree or betweenness", setup_rank);
  add(app, "communities", "Show groups that are tied to each other more than to the rest", setup_communities);
  add(app, "components", "Show which entities hang together", setup_components);
  add(app, "conflicts", "Show what some deny and others assert", setup_conflicts);
  add(app, "diff", "Show what one store states and another does not", setup_diff);
  add(app, "eval", "Compare what was extracted with what people found in the same articles", setup_eval);
  add(app, "model", "Say which language model is used, from where, and its licence", setup_model);
  CLI::App* const schema = app.add_subcommand("schema", "Work on schemas of classes, relations and frames");
  schema->require_subcommand(1);
  add(app, "man", "Print the manual page of a command", setup_man);
  add(app, "completion", "Print a script that completes command lines", setup_completion);
  add(*schema, "check", "Check a schema file; faults are named with their line", setup_schema_check);
  return commands;
}

std::vector<std::string> names_of(const CLI::App& app) {
  std::vector<std::string> names = {"help"};
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

/// `relata help build` is `relata build --help`.
std::vector<std::string> arguments(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  if (!words.empty() && words.front() == "help") {
    words.erase(words.begin());
    words.emplace_back("--help");
  }
  return words;
}

int parse_and_run(int argc, char** argv) {
  CLI::App app(
      "Knowledge graphs out of news articles: who did what to whom, when, according to whom, and in which "
      "sentence.",
      "relata");
  app.set_version_flag("--version", std::string("relata ") + RELATA_VERSION);
  app.require_subcommand(1);
  app.footer("Start with:\n  relata build examples/articles -o out\nEvery command answers --help.");
  const std::vector<Command> commands = declare_commands(app);

  std::vector<std::string> words = arguments(argc, argv);
  if (words.empty()) {
    std::cerr << app.help();
    return exit_usage;
  }
  const std::vector<std::string> known = names_of(app);
  if (words.front().front() != '-' && std::find(known.begin(), known.end(), words.front()) == known.end()) {
    std::cerr << "relata: no command '" << words.front() << "'";
    if (const std::string near = suggest(words.front(), known); !near.empty())
      std::cerr << "; did you mean '" << near << "'?";
    std::cerr << " See relata --help.\n";
    return exit_usage;
  }
  std::reverse(words.begin(), words.end());  // CLI11 takes them last first
  try {
    app.parse(words);
  } catch (const CLI::Success& success) {  // --help, --version
    return app.exit(success, std::cout, std::cerr) == 0 ? exit_done : exit_usage;
  } catch (const CLI::ParseError& error) {
    std::cerr << "relata: " << error.what() << '\n';
    return exit_usage;
  }
  for (const Command& command : commands)
    if (command.app->parsed()) return command.run();
  return exit_usage;
}

}  // namespace

int main(int argc, char** argv) {
  // A closed pipe and a file grown past its limit show as failed writes.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return parse_and_run(argc, argv);
  } catch (const ClosedPipe&) {
    return exit_done;
  } catch (const relata::Error& error) {
    std::cerr << "relata: " << error.what() << '\n';
  } catch (const std::bad_alloc&) {
    std::cerr << "relata: out of memory\n";
  } catch (const std::exception& error) {
    std::cerr << "relata: internal error: " << error.what() << '\n';
  }
  return exit_usage;
}

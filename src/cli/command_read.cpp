// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/command.hpp"
#include "cli/work.hpp"

namespace relata::cli {

Run setup_read(CLI::App& app) {
  auto sources = std::make_shared<SourceOptions>();
  sources->declare(app);
  app.footer("Example:\n  relata read news/ > articles.jsonl");
  return [sources] {
    Failures failures;
    const Work work(*sources, failures);
    for (std::size_t i = 0; i < work.size(); ++i) {
      std::vector<Diagnostic> failed;
      work.each_article(i, failed, [](Article&& article) {
        std::string line;
        write_article(line, article);
        write_stdout(line);
      });
      for (const Diagnostic& diagnostic : failed) failures.report(diagnostic);
      if (sources->strict && failures.count() > 0) break;
    }
    flush_stdout();
    return failures.exit_code();
  };
}

}  // namespace relata::cli

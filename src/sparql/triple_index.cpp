// SPDX-License-Identifier: MIT
#include "sparql/triple_index.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <utility>

#include "sparql/verdict_changes.hpp"

namespace relata::sparql {
namespace {

namespace fs = std::filesystem;

struct Descriptor {
  explicit Descriptor(int opened) : number(opened) {}
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number;
};

bool write_all(int file, const void* data, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  while (size > 0) {
    const ssize_t written = ::write(file, bytes, std::min(size, std::size_t{1} << 30));
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

}  // namespace

TripleIndex::TripleIndex(std::shared_ptr<const void> owner, const IndexHeader& header,
                         const Sections& sections)
    : owner_(std::move(owner)), header_(header), sections_(sections) {
  const auto at = [&]<typename T>(Section section, const T*& array) {
    array = reinterpret_cast<const T*>(sections[section].data());
  };
  arrays_.term_count = header.term_count;
  arrays_.kind_count = header.kind_count;
  arrays_.triple_count = header.triple_count;
  arrays_.slot_count = header.slot_count;
  arrays_.kind_text.size = header.kind_text_size;
  arrays_.text.size = header.text_size;
  at(kind_text, arrays_.kind_text.data);
  at(kind_text_ends, arrays_.kind_text_ends);
  at(kinds, arrays_.kinds);
  at(text, arrays_.text.data);
  at(text_ends, arrays_.text_ends);
  at(slots, arrays_.slots);
  at(spo_ends, arrays_.spo_ends);
  at(spo, arrays_.spo);
  at(pos_ends, arrays_.pos_ends);
  at(pos, arrays_.pos);
  at(ops_ends, arrays_.ops_ends);
  at(ops, arrays_.ops);
}

std::optional<TripleIndex> TripleIndex::open(const fs::path& file, std::string_view key) {
  // A pipe of this name is no index, and not waited for.
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (opened.number < 0 || ::fstat(opened.number, &status) != 0 || !S_ISREG(status.st_mode))
    return std::nullopt;
  IndexHeader header;
  if (::pread(opened.number, &header, sizeof header, 0) != ssize_t{sizeof header}) return std::nullopt;
  const std::optional<IndexLayout> layout = layout_of(header);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (!layout || layout->size() != size || std::string_view(header.key.data(), header.key.size()) != key)
    return std::nullopt;
  // All of it is read at once for its checksum: the engine takes what stands there without further checks.
  void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_SHARED | MAP_POPULATE, opened.number, 0);
  if (bytes == MAP_FAILED) return std::nullopt;
  const std::shared_ptr<const void> owner(
      bytes, [size](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); });
  const auto* const content = static_cast<const unsigned char*>(bytes);
  Sections sections;
  for (std::size_t i = 0; i < section_count; ++i) {
    const std::uint64_t end = layout->starts[i] + layout->sizes[i];
    sections[i] = {content + layout->starts[i], layout->sizes[i]};
    for (std::uint64_t at = end; at < layout->starts[i + 1]; ++at)
      if (content[at] != 0) return std::nullopt;
  }
  if (content_sum_of(sections) != header.content_sum) return std::nullopt;
  return TripleIndex(owner, header, sections);
}

std::optional<TripleIndex> TripleIndex::under(const Decisions& decisions, std::string_view base) const {
  const std::shared_ptr<const Changes> changes = changes_by(decisions, arrays_, base);
  if (!changes) return std::nullopt;
  TripleIndex judged = *this;
  judged.arrays_.removed = changes->removed.data();
  judged.arrays_.removed_count = changes->removed.size();
  judged.arrays_.added = changes->added.data();
  judged.arrays_.added_count = changes->added.size();
  judged.arrays_.terms = changes->new_terms.data();
  judged.arrays_.new_term_count = changes->new_terms.size();
  judged.owner_ =
      std::make_shared<const std::pair<std::shared_ptr<const void>, std::shared_ptr<const Changes>>>(owner_,
                                                                                                     changes);
  return judged;
}

bool TripleIndex::save(const fs::path& file, std::string_view key) const {
  IndexHeader header = header_;
  const IndexLayout layout = layout_of(header).value();
  key.copy(header.key.data(), header.key.size());
  header.content_sum = content_sum_of(sections_);
  header.check = check_of(header);
  const fs::path part = file.string() + '.' + std::to_string(::getpid()) + ".part";
  const bool written = [&] {
    const Descriptor out(::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (out.number < 0 || !write_all(out.number, &header, sizeof header)) return false;
    for (std::size_t i = 0; i < section_count; ++i) {
      constexpr std::array<char, 8> zeros{};
      const std::uint64_t gap = layout.starts[i + 1] - layout.starts[i] - layout.sizes[i];
      if (!write_all(out.number, sections_[i].data(), sections_[i].size()) ||
          !write_all(out.number, zeros.data(), gap))
        return false;
    }
    return true;
  }();
  std::error_code failed;
  if (written) fs::rename(part, file, failed);
  if (written && !failed) return true;
  fs::remove(part, failed);
  return false;
}

}  // namespace relata::sparql

// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <limits>

#include "annotate/config.hpp"
#include "annotate/tok2vec.hpp"
#include "relata/error.hpp"

namespace relata::annotate {
namespace {

/// The two sizes in a NumPy header such as `{'descr': '<f4', 'fortran_order': False, 'shape': (20000, 300),
/// }`.
std::pair<std::size_t, std::size_t> matrix_shape(std::string_view header, const std::string& file) {
  const auto fail = [&] { throw Error(file + ": not a matrix of 32-bit floats in NumPy's format"); };
  if (header.find("'<f4'") == std::string_view::npos ||
      header.find("'fortran_order': False") == std::string_view::npos)
    fail();
  const std::size_t open = header.find("'shape': (");
  if (open == std::string_view::npos) fail();
  const char *at = header.data() + open + 10, *const end = header.data() + header.size();
  std::size_t sizes[2] = {};
  for (std::size_t& size : sizes) {
    while (at < end && (*at == ' ' || *at == ',')) ++at;
    const auto [rest, error] = std::from_chars(at, end, size);
    if (error != std::errc() || size > std::numeric_limits<std::uint32_t>::max()) fail();
    at = rest;
  }
  return {sizes[0], sizes[1]};
}

}  // namespace

void StaticVectors::load(const std::filesystem::path& vocab) {
  if (!std::filesystem::exists(vocab / "vectors")) return;
  auto file = std::make_unique<MappedFile>(vocab / "vectors");
  const std::string_view bytes = file->bytes();
  if (bytes.size() < 10 || !bytes.starts_with("\x93NUMPY\x01"))
    throw Error(file->name() + ": not NumPy's format 1.0");
  const std::size_t header =
      10U + static_cast<unsigned char>(bytes[8]) + 256U * static_cast<unsigned char>(bytes[9]);
  if (header > bytes.size()) throw Error(file->name() + ": ends within its header");
  const auto [rows, width] = matrix_shape(bytes.substr(10, header - 10), file->name());
  if (rows == 0 || width == 0) return;
  const std::size_t values = (bytes.size() - header) / sizeof(float);
  if ((bytes.size() - header) % sizeof(float) != 0 || values % width != 0 || values / width != rows)
    throw Error(file->name() + ": has not the size of its shape");
  if (std::filesystem::exists(vocab / "vectors.cfg")) {
    const nlohmann::json config = read_json(vocab / "vectors.cfg");
    const auto mode = config.find("mode");
    if (mode != config.end() && *mode != "default")
      throw Error((vocab / "vectors.cfg").string() + ": vectors of mode " + mode->dump() +
                  " are not supported");
  }
  const MappedFile keys(vocab / "key2row");
  PackReader reader(keys.bytes(), keys.name());
  const std::uint32_t count = reader.map_head();
  row_of_.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint64_t word = reader.next_unsigned(), row = reader.next_unsigned();
    if (row >= rows) reader.fail("row " + std::to_string(row) + " of " + std::to_string(rows));
    row_of_.emplace_back(word, static_cast<std::uint32_t>(row));
  }
  std::sort(row_of_.begin(), row_of_.end());
  data_ = bytes.data() + header;
  rows_ = rows;
  width_ = width;
  file_ = std::move(file);
}

const char* StaticVectors::vector(std::uint64_t orth) const {
  const auto found =
      std::lower_bound(row_of_.begin(), row_of_.end(), std::pair<std::uint64_t, std::uint32_t>(orth, 0));
  if (found == row_of_.end() || found->first != orth) return nullptr;
  return data_ + found->second * width_ * sizeof(float);
}

}  // namespace relata::annotate

// SPDX-License-Identifier: MIT
#include "text/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "relata/error.hpp"

namespace relata {

MappedFile::MappedFile(const std::filesystem::path& path) : name_(path.string()) {
  // A pipe of this name shall be refused below, not waited for.
  const int file = ::open(name_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) throw Error(name_ + ": cannot be read: " + std::strerror(errno));
  struct stat status {};
  if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(file);
    throw Error(name_ + ": not a regular file");
  }
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ > 0) {
    void* const mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    if (mapped == MAP_FAILED) {
      ::close(file);
      throw Error(name_ + ": cannot be mapped: " + std::strerror(errno));
    }
    data_ = static_cast<const char*>(mapped);
  }
  ::close(file);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace relata

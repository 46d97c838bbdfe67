// SPDX-License-Identifier: MIT
// mimalloc is written in C: where memory is short, its own operator new ends the program. These throw. What
// they give goes back by mimalloc's operator delete.
#include <mimalloc.h>

#include <new>

namespace {

void* given(void* memory) {
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) {
  return given(mi_malloc(size));
}

void* operator new[](std::size_t size) {
  return given(mi_malloc(size));
}

void* operator new(std::size_t size, std::align_val_t alignment) {
  return given(mi_malloc_aligned(size, static_cast<std::size_t>(alignment)));
}

void* operator new[](std::size_t size, std::align_val_t alignment) {
  return given(mi_malloc_aligned(size, static_cast<std::size_t>(alignment)));
}

// SPDX-License-Identifier: MIT
#include "text/stable_id.hpp"

#include <openssl/evp.h>

#include <array>
#include <memory>

#include "relata/error.hpp"

namespace relata {
namespace {

constexpr std::size_t uuid_size = 16;

struct Release {
  void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// SHA-1 by OpenSSL, which uses the processor's own instructions for it.
class Sha1 {
 public:
  using Digest = std::array<unsigned char, EVP_MAX_MD_SIZE>;

  Sha1() : context_(EVP_MD_CTX_new()) { require(context_ != nullptr && digest() != nullptr); }

  Digest of(std::string_view bytes) {
    Digest found{};
    require(EVP_DigestInit_ex2(context_.get(), digest(), nullptr) == 1 &&
            EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1 &&
            EVP_DigestFinal_ex(context_.get(), found.data(), nullptr) == 1);
    return found;
  }

 private:
  static const EVP_MD* digest() {
    static const std::unique_ptr<EVP_MD, Release> found(EVP_MD_fetch(nullptr, "SHA1", nullptr));
    return found.get();
  }
  static void require(bool done) {
    if (!done) throw Error("OpenSSL's library has no SHA-1 here, which ids are made of");
  }

  std::unique_ptr<EVP_MD_CTX, Release> context_;
};

/// RFC 9562, section 5.5, of a name space and a name one after the other.
std::string uuid_v5(std::string_view both) {
  thread_local Sha1 sha1;
  Sha1::Digest digest = sha1.of(both);
  digest[6] = (digest[6] & 0x0F) | 0x50;  // version 5
  digest[8] = (digest[8] & 0x3F) | 0x80;  // variant 1
  return {reinterpret_cast<const char*>(digest.data()), uuid_size};
}

}  // namespace

std::string stable_id(std::initializer_list<std::string_view> pieces) {
  // The name space is itself a version-5 UUID: that of the reserved name relata.example among DNS names.
  constexpr std::string_view dns("\x6b\xa7\xb8\x10\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8",
                                 uuid_size);
  static const std::string space = uuid_v5(std::string(dns) + "relata.example");
  thread_local std::string joined;
  joined = space;
  for (const std::string_view piece : pieces) {
    joined += piece;
    joined += '\0';
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * uuid_size);
  for (const char c : uuid_v5(joined)) {
    const auto byte = static_cast<unsigned char>(c);
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

}  // namespace relata

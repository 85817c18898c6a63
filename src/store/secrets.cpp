#include "store/secrets.h"

#include <sodium.h>

#include <array>
#include <mutex>

namespace entente::store {
namespace {

/// Hashes are made one after another, whoever asks: each takes 64 MB.
std::mutex& turn() {
  static std::mutex one;
  return one;
}

/// A hash that no password fits, made with today's cost.
const std::string& nobody() {
  static const std::string hash = password_hash(new_token());
  return hash;
}

bool ready() { return sodium_init() >= 0; }

}  // namespace

std::string password_hash(std::string_view password) {
  if (!ready()) return {};
  const std::lock_guard lock(turn());
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return {};
  return hash.data();
}

bool fits(std::string_view password, const std::string& hash) {
  if (!ready()) return false;
  const std::string& against = hash.empty() ? nobody() : hash;
  const std::lock_guard lock(turn());
  const bool same =
      crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return same && !hash.empty();
}

std::string new_token() {
  if (!ready()) return {};
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, 64> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

}  // namespace entente::store

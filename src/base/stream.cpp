#include "base/stream.h"

#include <cstddef>

namespace entente {
namespace {

constexpr std::uint64_t kMultiplyA = 0xD2511F53, kMultiplyB = 0xCD9E8D57;
constexpr std::uint32_t kWeylA = 0x9E3779B9, kWeylB = 0xBB67AE85;
constexpr int kRounds = 10;

constexpr std::uint64_t kFnvOffset = 14695981039346656037ULL, kFnvPrime = 1099511628211ULL;

constexpr std::uint32_t low(std::uint64_t word) { return static_cast<std::uint32_t>(word); }
constexpr std::uint32_t high(std::uint64_t word) { return static_cast<std::uint32_t>(word >> 32); }

std::uint64_t absorb(std::uint64_t hash, std::string_view bytes) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * kFnvPrime;
  return hash;
}

}  // namespace

PhiloxBlock philox4x32(PhiloxBlock c, std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < kRounds; ++round) {
    const std::uint64_t a = kMultiplyA * c[0], b = kMultiplyB * c[2];
    c = {high(b) ^ c[1] ^ key[0], low(b), high(a) ^ c[3] ^ key[1], low(a)};
    key = {key[0] + kWeylA, key[1] + kWeylB};
  }
  return c;
}

std::uint64_t name_hash(std::string_view name) { return absorb(kFnvOffset, name); }

std::uint64_t name_hash(std::initializer_list<std::string_view> names) {
  std::uint64_t hash = kFnvOffset;
  for (const std::string_view name : names) hash = absorb(absorb(hash, name), "\x1f");
  return hash;
}

Stream::Stream(std::uint64_t seed, std::uint64_t draw, std::uint64_t who, std::uint64_t purpose)
    : draw_(draw) {
  const PhiloxBlock name =
      philox4x32({low(who), high(who), low(purpose), high(purpose)}, {low(seed), high(seed)});
  key_ = {name[0], name[1]};
  salt_ = name[2];
}

Stream Stream::at(std::uint64_t draw) const {
  Stream other = *this;
  other.draw_ = draw;
  other.next_ = 0;
  other.left_ = 0;
  return other;
}

std::uint64_t Stream::bits() {
  if (left_ == 0) {
    block_ = philox4x32({next_++, salt_, low(draw_), high(draw_)}, key_);
    left_ = 2;
  }
  const std::size_t first = left_ == 2 ? 0 : 2;
  --left_;
  return std::uint64_t{block_[first + 1]} << 32 | block_[first];
}

double Stream::uniform() {
  // Half a step above the lower edge: neither 0 nor 1 can come out, and every value is exact.
  return (static_cast<double>(bits() >> 12) + 0.5) * 0x1p-52;
}

}  // namespace entente

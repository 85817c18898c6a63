#include "base/hash.h"

#include <array>
#include <bit>
#include <cstddef>

namespace entente {
namespace {

using Block = std::array<unsigned char, 64>;
using State = std::array<std::uint32_t, 8>;

/// FIPS 180-4, section 4.2.2.
constexpr std::array<std::uint32_t, 64> kRound = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using Word = std::uint32_t;

/// One round: the new `e` lands in `d`, the new `a` in `h`.
inline void mix(Word a, Word b, Word c, Word& d, Word e, Word f, Word g, Word& h, Word input) {
  const Word t1 =
      h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + (g ^ (e & (f ^ g))) + input;
  d += t1;
  h = t1 + (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) | (c & (a | b)));
}

/// FIPS 180-4, section 6.2.2. `bytes` holds one block of 64.
void absorb(State& state, const unsigned char* bytes) {
  std::array<std::uint32_t, 64> w;
  for (std::size_t t = 0; t < 16; ++t) {
    w[t] = std::uint32_t{bytes[4 * t]} << 24 | std::uint32_t{bytes[4 * t + 1]} << 16 |
           std::uint32_t{bytes[4 * t + 2]} << 8 | std::uint32_t{bytes[4 * t + 3]};
  }
  for (std::size_t t = 16; t < 64; ++t) {
    const std::uint32_t x = w[t - 15];
    const std::uint32_t y = w[t - 2];
    w[t] = w[t - 16] + w[t - 7] + (std::rotr(x, 7) ^ std::rotr(x, 18) ^ (x >> 3)) +
           (std::rotr(y, 17) ^ std::rotr(y, 19) ^ (y >> 10));
  }
  auto [a, b, c, d, e, f, g, h] = state;
  // The names turn by one place each round; eight rounds bring them home, so nothing is moved.
  for (std::size_t t = 0; t < 64; t += 8) {
    mix(a, b, c, d, e, f, g, h, kRound[t] + w[t]);
    mix(h, a, b, c, d, e, f, g, kRound[t + 1] + w[t + 1]);
    mix(g, h, a, b, c, d, e, f, kRound[t + 2] + w[t + 2]);
    mix(f, g, h, a, b, c, d, e, kRound[t + 3] + w[t + 3]);
    mix(e, f, g, h, a, b, c, d, kRound[t + 4] + w[t + 4]);
    mix(d, e, f, g, h, a, b, c, kRound[t + 5] + w[t + 5]);
    mix(c, d, e, f, g, h, a, b, kRound[t + 6] + w[t + 6]);
    mix(b, c, d, e, f, g, h, a, kRound[t + 7] + w[t + 7]);
  }
  const State next = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state[i] += next[i];
}

}  // namespace

std::string sha256(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.digits();
}

void Sha256::add(std::string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t left = bytes.size();
  std::size_t held = bytes_ % 64;
  bytes_ += left;
  if (held > 0) {
    for (; left > 0 && held < 64; --left) block_[held++] = *data++;
    if (held < 64) return;
    absorb(state_, block_.data());
  }
  for (; left >= 64; left -= 64, data += 64) absorb(state_, data);
  for (std::size_t i = 0; i < left; ++i) block_[i] = data[i];
}

std::string Sha256::digits() const {
  State state = state_;
  const std::size_t left = bytes_ % 64;
  Block tail{};
  for (std::size_t i = 0; i < left; ++i) tail[i] = block_[i];
  tail[left] = 0x80;
  if (left >= 56) {  // No room for the length: it goes into a block of its own.
    absorb(state, tail.data());
    tail.fill(0);
  }
  const std::uint64_t bits = bytes_ * 8;
  for (std::size_t i = 0; i < 8; ++i) {
    tail[63 - i] = static_cast<unsigned char>(bits >> (8 * i));
  }
  absorb(state, tail.data());

  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(64);
  for (const std::uint32_t word : state) {
    for (int shift = 28; shift >= 0; shift -= 4) out += kHex[(word >> shift) & 15U];
  }
  return out;
}

}  // namespace entente

/// Counter-based random streams: a draw depends on what it is for, never on when it is made.
///
/// Floor 0; standard library only. A stream is named by (seed, draw, who, purpose). Results are
/// the same for any number of threads, a variant of a scenario shares the draws of its base, and a
/// new name moves no draw of another. A normal draw is the inverse distribution function of a
/// uniform one (`solve/normal.h`).
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace entente {

/// A block of four words of Philox.
using PhiloxBlock = std::array<std::uint32_t, 4>;

/// Philox4x32-10: ten rounds over `counter` under `key`, a bijection of counters for every key.
/// Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3
/// (SC11).
[[nodiscard]] PhiloxBlock philox4x32(PhiloxBlock counter, std::array<std::uint32_t, 2> key);

/// The 64-bit FNV-1a hash of a name: offset 14695981039346656037, prime 1099511628211.
/// Source: Fowler, Noll and Vo; IETF draft-eastlake-fnv.
[[nodiscard]] std::uint64_t name_hash(std::string_view name);

/// The hash of several names in order, each closed by the byte 0x1f, so that no two lists that
/// differ read alike.
[[nodiscard]] std::uint64_t name_hash(std::initializer_list<std::string_view> names);

/// A sequence of random numbers with a name. Copies run on independently of one another, each from
/// where the original stood. Cost of making one: two blocks of Philox.
///
/// Layout: block = philox(counter = (who, purpose), key = seed); then number block n of the stream
/// is philox(counter = (n, block[2], draw), key = block[0..1]). 96 bits tell streams of one draw
/// apart. A stream holds 2^33 numbers.
class Stream {
 public:
  /// `who` and `purpose` are hashes of names (`name_hash`), never indices.
  Stream(std::uint64_t seed, std::uint64_t draw, std::uint64_t who, std::uint64_t purpose);

  /// The same with the names themselves.
  Stream(std::uint64_t seed, std::uint64_t draw, std::string_view who, std::string_view purpose)
      : Stream(seed, draw, name_hash(who), name_hash(purpose)) {}

  /// The stream of the same seed, who and purpose in another draw, from its beginning.
  [[nodiscard]] Stream at(std::uint64_t draw) const;

  /// Sixty-four random bits.
  std::uint64_t bits();

  /// Uniform in the open interval (0, 1): (k + 1/2) 2^-52 for a whole k in [0, 2^52).
  double uniform();

 private:
  std::array<std::uint32_t, 2> key_{};
  std::uint32_t salt_ = 0;
  std::uint64_t draw_ = 0;
  std::uint32_t next_ = 0;  // The block to make when `left_` is 0.
  int left_ = 0;            // Numbers left in `block_`.
  PhiloxBlock block_{};
};

}  // namespace entente

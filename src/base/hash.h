/// SHA-256, for naming what was read.
///
/// Floor 0; standard library only. Checked against the vectors of FIPS 180-4.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Sixty-four lower-case hexadecimal digits of the SHA-256 of `bytes`. Cost O(bytes).
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The same of bytes that come in pieces. Cost O(bytes), memory of one block.
class Sha256 {
 public:
  void add(std::string_view bytes);

  /// The digits for all that was added so far; more may follow.
  [[nodiscard]] std::string digits() const;

 private:
  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> block_{};
  std::uint64_t bytes_ = 0;
};

}  // namespace entente

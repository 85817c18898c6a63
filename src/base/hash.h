/// SHA-256, for naming what was read.
///
/// Floor 0; standard library only. Checked against the vectors of FIPS 180-4.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Sixty-four lower-case hexadecimal digits of the SHA-256 of `bytes`. Cost O(bytes).
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace entente

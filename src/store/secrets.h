/// Passwords and tokens.
///
/// Part of store; the only header over libsodium.
#pragma once

#include <string>
#include <string_view>

namespace entente::store {

/// The argon2id hash of a password, with salt and cost in its text. Empty where there is no memory
/// for it. One at a time: each takes 64 MB and about 0.2 s.
[[nodiscard]] std::string password_hash(std::string_view password);

/// Whether a password fits a hash; an empty hash is that of nobody and costs as much time.
[[nodiscard]] bool fits(std::string_view password, const std::string& hash);

/// 32 random bytes as 43 characters of base64url.
[[nodiscard]] std::string new_token();

}  // namespace entente::store

/// The bytes of a file in pieces, unpacked where it is gzip, with its hash.
///
/// Floor 1; uses base. Memory is flat in the size of the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace entente::text {

/// Text over this size is refused.
inline constexpr std::uint64_t kLargestText = std::uint64_t{1} << 30;

/// A file that is read once from its start to its end. Movable.
class ByteStream {
 public:
  /// Opens a file, gzip by its first two bytes. `most` is the limit of its text. Errors:
  /// `unreadable`, `too_large` where the plain file is over the limit.
  [[nodiscard]] static Result<ByteStream> open(const std::string& path,
                                               std::uint64_t most = kLargestText);

  /// The same of bytes in memory, which must outlive the stream.
  [[nodiscard]] static ByteStream of(std::string_view bytes, std::string name,
                                     std::uint64_t most = kLargestText);

  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;
  ~ByteStream();

  /// Fills at most `size` bytes (over 0) and says how many; 0 at the end. Errors, without a line:
  /// `unreadable`, `too_large`, `not_text` for a gzip stream that is cut short, damaged or followed
  /// by something else.
  [[nodiscard]] Result<std::size_t> read(char* into, std::size_t size);

  /// SHA-256 of the file as it lies on the disk. After the end was reached.
  [[nodiscard]] std::string sha256() const;

  [[nodiscard]] const std::string& name() const;

 private:
  struct Inside;
  explicit ByteStream(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

/// SHA-256 of a file as it lies on the disk. Errors: `unreadable`.
[[nodiscard]] Result<std::string> file_hash(const std::string& path);

}  // namespace entente::text

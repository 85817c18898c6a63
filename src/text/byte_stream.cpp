#include "text/byte_stream.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/hash.h"

namespace entente::text {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string size_words(std::uint64_t bytes) {
  return bytes >> 30U > 0 ? std::to_string(bytes >> 30U) + " GB" : std::to_string(bytes) + " bytes";
}

}  // namespace

struct ByteStream::Inside {
  std::string name;
  std::uint64_t most = kLargestText;
  std::unique_ptr<std::FILE, CloseFile> file;  ///< Null for bytes in memory.
  std::string_view memory;
  Sha256 hash;
  std::array<char, 1 << 16> raw{};
  std::string_view left;  ///< Of `raw` or `memory`: read but not used.
  bool started = false;
  bool packed = false;
  bool inflating = false;
  bool member_open = false;  ///< A gzip member has begun and not ended.
  z_stream stream{};
  std::uint64_t given = 0;

  ~Inside() {
    if (inflating) inflateEnd(&stream);
  }

  [[nodiscard]] Error fault(Code code, std::string message, std::string hint = "") const {
    return Error{code, {name, 0, 0}, std::move(message), std::move(hint)};
  }
  [[nodiscard]] Error too_large() const {
    return fault(Code::too_large, "the file holds over " + size_words(most) + " of text",
                 "split it into several files");
  }

  /// Puts more bytes of the file into `left`; leaves it empty at the end.
  Faults refill() {
    if (file == nullptr) {
      left = std::exchange(memory, {});
    } else {
      left = {raw.data(), std::fread(raw.data(), 1, raw.size(), file.get())};
      if (std::ferror(file.get()) != 0)
        return {fault(Code::unreadable,
                      "the file cannot be read: " + std::string(std::strerror(errno)))};
    }
    hash.add(left);
    return {};
  }

  Faults start() {
    if (std::exchange(started, true)) return {};
    if (Faults faults = refill(); !faults.empty()) return faults;
    packed = left.starts_with("\x1F\x8B");
    if (!packed) return {};
    constexpr int kGzipOnly = MAX_WBITS + 16;
    if (inflateInit2(&stream, kGzipOnly) != Z_OK)
      return {fault(Code::unreadable, "there is no memory to unpack the file")};
    inflating = member_open = true;
    return {};
  }

  Result<std::size_t> copy(char* into, std::size_t size) {
    if (left.empty()) {
      if (Faults faults = refill(); !faults.empty()) return faults;
    }
    const std::size_t count = std::min(size, left.size());
    std::copy_n(left.data(), count, into);
    left.remove_prefix(count);
    return count;
  }

  /// Every member of a gzip file, one after the other (RFC 1952, section 2.2).
  Result<std::size_t> unpack(char* into, std::size_t size) {
    stream.next_out = reinterpret_cast<Bytef*>(into);
    stream.avail_out = static_cast<uInt>(size);
    while (stream.avail_out == size) {
      if (left.empty()) {
        if (Faults faults = refill(); !faults.empty()) return faults;
        if (left.empty()) {
          if (!member_open) return std::size_t{0};
          return fault(Code::not_text, "the gzip file is cut short",
                       "fetch the file again: its end is missing");
        }
      }
      if (!std::exchange(member_open, true)) inflateReset(&stream);
      const std::size_t fed = std::min<std::size_t>(left.size(), 1U << 30U);
      // zlib does not write through next_in; its type is older than const.
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(left.data()));
      stream.avail_in = static_cast<uInt>(fed);
      const int state = inflate(&stream, Z_NO_FLUSH);
      left.remove_prefix(fed - stream.avail_in);
      if (state == Z_STREAM_END) {
        member_open = false;
      } else if (state != Z_OK && state != Z_BUF_ERROR) {
        return fault(Code::not_text,
                     "the gzip file is damaged" +
                         (stream.msg == nullptr ? std::string() : ": " + std::string(stream.msg)),
                     "fetch the file again");
      }
    }
    return size - stream.avail_out;
  }
};

ByteStream::ByteStream(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;
ByteStream::~ByteStream() = default;

Result<ByteStream> ByteStream::open(const std::string& path, std::uint64_t most) {
  auto inside = std::make_unique<Inside>();
  inside->name = path;
  inside->most = most;
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    return inside->fault(Code::unreadable, "the file cannot be read: it is a folder");
  errno = 0;
  inside->file.reset(std::fopen(path.c_str(), "rb"));
  if (inside->file == nullptr)
    return inside->fault(Code::unreadable,
                         "the file cannot be read: " + std::string(std::strerror(errno)));
  // A packed file is never larger than its text, so this refuses either before it is read.
  const auto size = std::filesystem::file_size(path, ignored);
  if (!ignored && size > most) return inside->too_large();
  return ByteStream(std::move(inside));
}

ByteStream ByteStream::of(std::string_view bytes, std::string name, std::uint64_t most) {
  auto inside = std::make_unique<Inside>();
  inside->name = std::move(name);
  inside->memory = bytes;
  inside->most = most;
  return ByteStream(std::move(inside));
}

Result<std::size_t> ByteStream::read(char* into, std::size_t size) {
  if (Faults faults = inside_->start(); !faults.empty()) return faults;
  Result<std::size_t> got =
      inside_->packed ? inside_->unpack(into, size) : inside_->copy(into, size);
  if (!got) return got;
  inside_->given += *got;
  if (inside_->given > inside_->most) return inside_->too_large();
  return got;
}

std::string ByteStream::sha256() const { return inside_->hash.digits(); }
const std::string& ByteStream::name() const { return inside_->name; }

Result<std::string> file_hash(const std::string& path) {
  errno = 0;
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  Sha256 hash;
  std::array<char, 1 << 16> piece;
  while (file != nullptr) {
    const std::size_t got = std::fread(piece.data(), 1, piece.size(), file.get());
    hash.add({piece.data(), got});
    if (got > 0) continue;
    if (std::ferror(file.get()) != 0) break;
    return hash.digits();
  }
  return Error{Code::unreadable,
               {path, 0, 0},
               "the file cannot be read: " + std::string(std::strerror(errno)),
               ""};
}

}  // namespace entente::text

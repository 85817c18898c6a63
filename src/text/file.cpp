#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "text/bytes.h"
#include "text/node.h"

namespace entente::text {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
struct EndInflate {
  void operator()(z_stream* stream) const { inflateEnd(stream); }
};

Error unreadable(const std::string& path, int number) {
  return Error{Code::unreadable,
               {path, 0, 0},
               "the file cannot be read: " + std::string(std::strerror(number)),
               ""};
}

Error too_large(const std::string& path) {
  return Error{Code::too_large,
               {path, 0, 0},
               "the file is over the limit of 16 MB",
               "split it into several files"};
}

Error broken_gzip(const std::string& path) {
  return Error{Code::not_text, {path, 0, 0}, "the gzip stream is broken or cut short", ""};
}

/// Every member of a gzip file, one after the other (RFC 1952, section 2.2).
Result<std::string> unpack(const std::string& packed, const std::string& path) {
  z_stream stream{};
  constexpr int kGzipOnly = MAX_WBITS + 16;
  if (inflateInit2(&stream, kGzipOnly) != Z_OK) return broken_gzip(path);
  const std::unique_ptr<z_stream, EndInflate> guard(&stream);
  // zlib does not write through next_in; its type is older than const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string out;
  std::array<char, 1 << 16> chunk;
  for (;;) {
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    const int state = inflate(&stream, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END) return broken_gzip(path);
    out.append(chunk.data(), chunk.size() - stream.avail_out);
    if (out.size() > kLargestFile) return too_large(path);
    if (state == Z_STREAM_END) {
      if (stream.avail_in == 0) return out;
      if (inflateReset(&stream) != Z_OK) return broken_gzip(path);
    }
  }
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  errno = 0;
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) return unreadable(path, errno);
  std::string bytes;
  std::array<char, 1 << 16> chunk;
  while (const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), file.get())) {
    bytes.append(chunk.data(), got);
    if (bytes.size() > kLargestFile) return too_large(path);
  }
  if (std::ferror(file.get()) != 0) return unreadable(path, errno);
  if (bytes.starts_with("\x1F\x8B")) return unpack(bytes, path);
  return bytes;
}

Result<Document> read_document(const std::string& path) {
  Result<std::string> bytes = read_file(path);
  if (!bytes) return std::move(bytes).error();
  std::string_view name = path;
  if (name.ends_with(".gz")) name.remove_suffix(3);
  return name.ends_with(".json") ? parse_json(*bytes, path) : parse_toml(*bytes, path);
}

}  // namespace entente::text

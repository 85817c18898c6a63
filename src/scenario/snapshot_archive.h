/// Writes and reads values as little-endian bytes with one description of the fields for both ways.
///
/// Floor 3; uses base. Part of the snapshot. `Writer` and `Reader` are called with the fields of a
/// struct in order; `fields(archive, value)` of snapshot_fields.h says which they are.
#pragma once

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/symbol.h"

namespace entente::scenario {

/// The last enumerator of an enumeration, so that a reader can refuse what lies beyond.
template <class E>
inline constexpr E kLast = E{};

/// Appends values to a text.
class Writer {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  template <std::unsigned_integral U>
  void put_bits(U bits) {
    for (std::size_t i = 0; i < sizeof(U); ++i)
      bytes_.push_back(static_cast<char>(static_cast<unsigned char>(bits >> (8 * i))));
  }
  void put_size(std::size_t size) { put_bits(static_cast<std::uint32_t>(size)); }

  void put(bool value) { put_bits(static_cast<std::uint8_t>(value)); }
  void put(char value) { put_bits(static_cast<std::uint8_t>(value)); }
  void put(int value) { put_bits(static_cast<std::uint32_t>(value)); }
  void put(double value) { put_bits(std::bit_cast<std::uint64_t>(value)); }
  void put(Symbol value) { put_bits(value.index); }
  void put(Date value) { put(static_cast<int>(value.days)); }
  void put(const std::string& value) {
    put_size(value.size());
    bytes_ += value;
  }
  template <class T>
  requires std::is_enum_v<T>
  void put(T value) { put_bits(static_cast<std::uint8_t>(value)); }
  template <class T>
  void put(const std::vector<T>& values) {
    put_size(values.size());
    for (const T& value : values) put(value);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class A, class B>
  void put(const std::pair<A, B>& value) {
    put(value.first);
    put(value.second);
  }
  template <class T>
  requires std::is_class_v<T>
  void put(const T& value) { fields(*this, value); }

  std::string bytes_;
};

/// Takes values off a text. After the first fault everything reads as its default; ask `sound()`.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }

  /// Symbols from here on must be below `count`.
  void limit_symbols(std::size_t count) { symbols_ = count; }

  /// True where all that was read made sense.
  [[nodiscard]] bool sound() const { return sound_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  template <std::unsigned_integral U>
  U get_bits() {
    if (rest_.size() < sizeof(U)) {
      fail();
      return 0;
    }
    U bits = 0;
    for (std::size_t i = 0; i < sizeof(U); ++i)
      bits = static_cast<U>(
          bits | static_cast<U>(static_cast<U>(static_cast<unsigned char>(rest_[i])) << (8 * i)));
    rest_.remove_prefix(sizeof(U));
    return bits;
  }
  void fail() {
    sound_ = false;
    rest_ = {};
  }

  void get(bool& value) {
    const auto bits = get_bits<std::uint8_t>();
    if (bits > 1) fail();
    value = bits == 1;
  }
  void get(char& value) { value = static_cast<char>(get_bits<std::uint8_t>()); }
  void get(int& value) { value = std::bit_cast<std::int32_t>(get_bits<std::uint32_t>()); }
  void get(double& value) { value = std::bit_cast<double>(get_bits<std::uint64_t>()); }
  void get(Symbol& value) {
    value.index = get_bits<std::uint32_t>();
    if (value.index < symbols_) return;
    value = {};
    fail();
  }
  void get(Date& value) { value.days = std::bit_cast<std::int32_t>(get_bits<std::uint32_t>()); }
  void get(std::string& value) {
    const std::size_t size = get_bits<std::uint32_t>();
    if (size > rest_.size()) return fail();
    value.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  template <class T>
  requires std::is_enum_v<T>
  void get(T& value) {
    static_assert(kLast<T> != T{}, "name the last enumerator in snapshot_fields.h");
    const auto bits = get_bits<std::uint8_t>();
    if (bits > static_cast<std::uint8_t>(kLast<T>)) return fail();
    value = static_cast<T>(bits);
  }
  template <class T>
  void get(std::vector<T>& values) {
    const std::size_t size = get_bits<std::uint32_t>();
    // Every value takes a byte at least; room for more is not made on the word of the bytes alone.
    if (size > rest_.size()) return fail();
    values.reserve(std::min<std::size_t>(size, 4096));
    for (std::size_t i = 0; i < size && sound_; ++i) get(values.emplace_back());
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool present = false;
    get(present);
    if (present) get(value.emplace());
  }
  template <class A, class B>
  void get(std::pair<A, B>& value) {
    get(value.first);
    get(value.second);
  }
  template <class T>
  requires std::is_class_v<T>
  void get(T& value) { fields(*this, value); }

  std::string_view rest_;
  std::size_t symbols_ = 1;
  bool sound_ = true;
};

}  // namespace entente::scenario

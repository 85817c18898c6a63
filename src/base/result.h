/// A value, or the faults that kept it from being made.
///
/// Floor 0. The names follow `std::expected` so that a later swap is a deletion.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "base/error.h"

namespace entente {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}              // NOLINT: implicit on purpose
  Result(Error error) : held_(Faults{std::move(error)}) {}  // NOLINT: implicit on purpose
  Result(Faults faults) : held_(std::move(faults)) {}       // NOLINT: implicit on purpose

  [[nodiscard]] bool has_value() const { return std::holds_alternative<T>(held_); }
  explicit operator bool() const { return has_value(); }

  /// REQUIRES: has_value().
  [[nodiscard]] const T& value() const& { return std::get<T>(held_); }
  [[nodiscard]] T& value() & { return std::get<T>(held_); }
  [[nodiscard]] T&& value() && { return std::get<T>(std::move(held_)); }
  const T& operator*() const& { return value(); }
  const T* operator->() const { return &value(); }

  /// REQUIRES: !has_value(). Never empty.
  [[nodiscard]] const Faults& error() const& { return std::get<Faults>(held_); }
  [[nodiscard]] Faults&& error() && { return std::get<Faults>(std::move(held_)); }

 private:
  std::variant<T, Faults> held_;
};

}  // namespace entente

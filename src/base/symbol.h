/// Interned names: cheap to compare, printed by their table.
///
/// Floor 0. A symbol means something only beside the table that made it.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// A name of a `Symbols` table. The default symbol is the empty name, in every table.
struct Symbol {
  std::uint32_t index = 0;
  auto operator<=>(const Symbol&) const = default;
  explicit operator bool() const { return index != 0; }
};

/// Names in order of their first use. Copyable; reading from many threads is safe.
class Symbols {
 public:
  Symbols();

  /// The symbol of `name`, made where it is new.
  Symbol intern(std::string_view name);

  /// The symbol of `name`, or the empty symbol where the table has no such name.
  [[nodiscard]] Symbol find(std::string_view name) const;

  /// The name of `symbol`. REQUIRES: a symbol of this table.
  [[nodiscard]] const std::string& name(Symbol symbol) const { return names_[symbol.index]; }

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> index_;
};

}  // namespace entente

#include "base/symbol.h"

namespace entente {

Symbols::Symbols() { intern(""); }

Symbol Symbols::intern(std::string_view name) {
  if (const auto known = index_.find(name); known != index_.end()) return Symbol{known->second};
  const auto index = static_cast<std::uint32_t>(names_.size());
  names_.emplace_back(name);
  index_.emplace(std::string(name), index);
  return Symbol{index};
}

Symbol Symbols::find(std::string_view name) const {
  const auto known = index_.find(name);
  return known == index_.end() ? Symbol{} : Symbol{known->second};
}

}  // namespace entente

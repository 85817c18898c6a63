/// Commented files to begin with.
///
/// Floor 7; uses base.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace entente::catalogue {

/// A kind of file and its text, in which `@NAME@` stands for the name.
struct Template {
  std::string_view kind;
  std::string_view text;
};

/// All templates, sorted by kind: agreement, scenario, study. `entente check` accepts each of them.
[[nodiscard]] std::span<const Template> templates();

/// The text with `name` in its places.
[[nodiscard]] std::string fill(const Template& one, std::string_view name);

}  // namespace entente::catalogue

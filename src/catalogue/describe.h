/// The parts of `describe`: each adds what it knows of a name to one record.
///
/// Floor 7; uses world, treaty, history and scenario.
#pragma once

#include <string>
#include <vector>

#include "card/record.h"
#include "scenario/library.h"

namespace entente::catalogue {

/// A description in the making. Table `about` is the first of the record.
struct Description {
  const scenario::Library& library;
  const std::string& name;  ///< As asked.
  card::Record record;
  std::vector<std::string> found;  ///< "state Estonia", one a thing of this name.

  [[nodiscard]] const std::string& text(Symbol symbol) const {
    return library.world.symbols.name(symbol);
  }
  [[nodiscard]] std::string texts(const std::vector<Symbol>& symbols) const;

  /// Adds a line to `about`, unless it has no value.
  void say(std::string_view kind, std::string_view key, std::string value,
           std::string_view unit = "", std::string_view source = "");
  /// Adds the lines every sourced thing has.
  void say_source(std::string_view kind, const world::Sourced& sourced);
};

void describe_state(Description& out);
void describe_place(Description& out);
void describe_means(Description& out);
void describe_group(Description& out);
void describe_area(Description& out);
void describe_figure(Description& out);
void describe_agreement(Description& out);
void describe_reading(Description& out);
void describe_contingency(Description& out);
void describe_element(Description& out);
void describe_munition(Description& out);
void describe_library_scenario(Description& out);
void describe_lever(Description& out);
void describe_study(Description& out);
void describe_claim(Description& out);
void describe_landscape(Description& out);
void describe_negotiation(Description& out);
void describe_crisis(Description& out);
void describe_analysis(Description& out);
void describe_format(Description& out);
void describe_schema(Description& out);

/// Parts of the description of a state: its forces by element and base, and what they depend on.
/// Nothing where it has none.
void add_pools(Description& out, Symbol state);
void add_dependencies(Description& out, Symbol state);

/// Stocks of munitions of a state or group and who makes them with it; what a contingency uses.
void add_stocks(Description& out, Symbol holder);
void add_munition_use(Description& out, Symbol contingency);

/// What a state may do about doubt in its guarantor; nothing where the library does not say.
void add_hedge_options(Description& out, Symbol state);

}  // namespace entente::catalogue

/// What a Python twin computed, from its file of figures.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "places.h"

namespace entente {

/// The figures of one twin: tests/twins/NAME.json.
inline nlohmann::json vectors(const std::string& name) {
  std::ifstream file(places::tree() / "tests/twins" / (name + ".json"));
  return nlohmann::json::parse(file);
}

/// One part of them, a value of its own, so that a loop may run over it.
inline nlohmann::json vectors(const std::string& name, const std::string& part) {
  return vectors(name).at(part);
}

}  // namespace entente

#include "world/distance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace entente::world {

double great_circle_km(double lat_a, double lon_a, double lat_b, double lon_b) {
  constexpr double kEarthKm = 6371, kRadians = std::numbers::pi / 180;
  const double north = std::sin((lat_b - lat_a) * kRadians / 2);
  const double east = std::sin((lon_b - lon_a) * kRadians / 2);
  const double chord =
      north * north + std::cos(lat_a * kRadians) * std::cos(lat_b * kRadians) * east * east;
  return 2 * kEarthKm * std::asin(std::min(1.0, std::sqrt(chord)));
}

}  // namespace entente::world

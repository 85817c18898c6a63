#include <algorithm>
#include <cmath>
#include <numbers>

#include "world/world.h"

namespace entente::world {
namespace {

/// Height of a latitude on the Mercator plane, in degrees of the equator: rhumb lines are straight.
double mercator(double lat) {
  constexpr double kRadians = std::numbers::pi / 180;
  // The poles lie at infinity, so a polygon that names one is cut just short of it.
  const double clipped = std::clamp(lat, -89.9, 89.9);
  return std::asinh(std::tan(clipped * kRadians)) / kRadians;
}

bool holds(const Polygon& polygon, double height, double lon) {
  bool inside = false;
  const auto& points = polygon.points;
  for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) {
    const double y_i = mercator(points[i].first), x_i = points[i].second;
    const double y_j = mercator(points[j].first), x_j = points[j].second;
    if ((y_i > height) == (y_j > height)) continue;
    if (lon < x_i + (height - y_i) / (y_j - y_i) * (x_j - x_i)) inside = !inside;
  }
  return inside;
}

}  // namespace

bool contains(const Polygon& polygon, double lat, double lon) {
  if (polygon.points.size() < 3) return false;
  const double height = mercator(lat);
  // Longitudes of a polygon run on over the date line, to 190 for instance.
  return holds(polygon, height, lon) || holds(polygon, height, lon - 360) ||
         holds(polygon, height, lon + 360);
}

}  // namespace entente::world

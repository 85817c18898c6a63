/// Distances on the globe.
///
/// Floor 1; standard library only.
#pragma once

namespace entente::world {

/// Great-circle distance, km, on a sphere of radius 6371 km. Degrees.
[[nodiscard]] double great_circle_km(double lat_a, double lon_a, double lat_b, double lon_b);

}  // namespace entente::world

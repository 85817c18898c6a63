#include "faces/server/attempts.h"

#include <algorithm>

namespace entente::server {
namespace {

/// Names are endless for whoever makes them up; the oldest are dropped beyond this.
constexpr std::size_t kMostNames = 10'000;

}  // namespace

bool Attempts::take(const std::string& name, Rate rate, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= kMostNames && !buckets_.contains(name))
    buckets_.erase(
        std::ranges::min_element(buckets_, {}, [](const auto& one) { return one.second.at; }));
  const auto [at, fresh] = buckets_.try_emplace(name, Bucket{rate.most, now});
  Bucket& bucket = at->second;
  const double passed = std::chrono::duration<double>(now - bucket.at).count();
  bucket.held = std::min(rate.most, bucket.held + passed * rate.a_second);
  bucket.at = now;
  if (bucket.held < 1) return false;
  bucket.held -= 1;
  return true;
}

}  // namespace entente::server

/// How often somebody may try: sign in, or change something.
///
/// Floor 9; standard library only. Safe to use from many threads.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace entente::server {

/// A bucket of tokens a name: each attempt takes one, and time brings them back.
class Attempts {
 public:
  using Clock = std::chrono::steady_clock;

  struct Rate {
    double most = 10;       ///< Attempts in a row.
    double a_second = .02;  ///< That come back.
  };

  /// Takes a token of `name`; false where there is none left.
  [[nodiscard]] bool take(const std::string& name, Rate rate, Clock::time_point now = Clock::now());

 private:
  struct Bucket {
    double held = 0;
    Clock::time_point at;
  };

  std::mutex mutex_;
  std::map<std::string, Bucket> buckets_;
};

}  // namespace entente::server

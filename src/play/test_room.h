/// Rooms for tests.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "play/room.h"
#include "play/view.h"

namespace entente::play {

inline const scenario::Library& test_library() {
  static const auto built_in = scenario::built_in_library();
  return built_in.value();
}

inline Opening opening_of(const std::string& name, std::uint64_t seed = 1) {
  Opening made;
  made.name = name;
  made.seed = seed;
  made.at = 1'700'000'000'000;
  for (const auto& [other, bytes] : test_library().crises)
    if (other == name) made.text = bytes;
  return made;
}

inline Room room_of(const Opening& opening) {
  auto made = open(opening, test_library());
  EXPECT_TRUE(made.has_value()) << to_text(made.error().front());
  return std::move(made).value();
}

inline Act act(ActKind kind, std::string seat = "") {
  return {.kind = kind, .at = 1'700'000'001'000, .seat = std::move(seat)};
}

inline Act sits(const std::string& seat) {
  Act made = act(ActKind::sit, seat);
  made.name = "Person of " + seat;
  made.key = "secret of " + seat;
  return made;
}

inline Act moves(const Room& room, const std::string& seat, const std::string& move) {
  Act made = act(ActKind::move, seat);
  made.round = room.round;
  made.move = move;
  return made;
}

inline nlohmann::json seen_by(const Room& room, const Viewer& viewer,
                              Milliseconds now = 1'700'000'001'000) {
  return nlohmann::json::parse(view(room, test_library().world, viewer, now));
}

inline nlohmann::json seat_sees(const Room& room, const std::string& seat) {
  return seen_by(room, {.player = static_cast<std::size_t>(room.model.about.player(seat))});
}

/// The words of the first fault.
inline std::string words(const Faults& faults) {
  return faults.empty() ? "" : to_text(faults.front());
}

}  // namespace entente::play

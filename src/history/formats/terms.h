/// Words that several formats share.
///
/// Floor 3; part of history.
#pragma once

#include <string_view>

namespace entente::history {

inline constexpr std::string_view kCowTerms =
    "Cite the data set and its version (Correlates of War); read from files of your own.";
inline constexpr std::string_view kAcademicTerms = "Cite the authors; read from files of your own.";

/// COW numbers in the files we know; troop data number places that are no states up to 10101.
inline constexpr double kLastState = 999;
inline constexpr double kFirstYear = 1490, kLastYear = 2100;

}  // namespace entente::history

/// Where the tests find the tree and the program. Only places.cpp is compiled with these paths, so
/// a compiler cache serves the tests of every checkout.
#pragma once

#include <filesystem>

namespace entente::places {

/// The top of the source tree.
std::filesystem::path tree();

/// The program `entente` of this build.
std::filesystem::path program();

}  // namespace entente::places

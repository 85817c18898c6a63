/// Where bytes go that are made piece by piece: a file, a stream, a text.
///
/// Floor 0.
#pragma once

#include <functional>
#include <string_view>

namespace entente {

using Sink = std::function<void(std::string_view bytes)>;

}  // namespace entente

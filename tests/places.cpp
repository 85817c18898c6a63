#include "places.h"

namespace entente::places {

std::filesystem::path tree() { return ENTENTE_SOURCE_DIR; }

std::filesystem::path program() { return ENTENTE_PROGRAM; }

}  // namespace entente::places

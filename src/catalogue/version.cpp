#include "base/version.h"

#include "catalogue/verbs.h"

namespace entente::catalogue {
namespace {

Result<card::Record> tell(const scenario::Request& request) {
  const auto& library = request.library;
  card::Record record;
  record.finding = "entente " + std::string(kVersion) + ", library " + library.hash.substr(0, 12) +
                   " (" + std::to_string(library.law.agreements.size()) + " agreements, day " +
                   to_text(library.world.day) + ")";
  return record;
}

}  // namespace

extern const scenario::Analysis version{
    .card = {.name = "version",
             .question = "Which version is this, with which library?",
             .source = "this project"},
    .run = tell,
};

}  // namespace entente::catalogue

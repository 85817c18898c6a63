#include "inquiry/debrief/debrief.h"

#include "play/debrief.h"
#include "text/node.h"

namespace entente::inquiry {
namespace {

Result<card::Record> run(const scenario::Request& request) {
  const auto bytes = text::read_file(request.subject);
  if (!bytes) return bytes.error();
  const auto log = play::load(*bytes, request.subject);
  if (!log) return log.error();
  const auto room = play::replay(*log, request.library);
  if (!room) return room.error();
  return play::debrief(*room);
}

}  // namespace

const scenario::Analysis debrief{
    .card = {.name = "debrief",
             .question = "What was done in a crisis room, against what the model's players would "
                         "have done?",
             .source = "As `crisis`: agent quantal response, McKelvey and Palfrey (1998)",
             .subject = card::Subject::file,
             .subject_help = "room.json",
             .tables = play::debrief_tables(),
             .views = play::debrief_views()},
    .run = run,
};

}  // namespace entente::inquiry

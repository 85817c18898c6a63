#include "base/name.h"
#include "catalogue/kinds.h"
#include "catalogue/verbs.h"

namespace entente::catalogue {
namespace {

constexpr card::Column kColumns[] = {
    {"name", "", "The word to use everywhere."},
    {"kind", "", "What it is."},
    {"title", "", "Its full name or meaning."},
    {"note", "", "Its days, kind or size."},
};
constexpr card::TableSpec kTables[] = {{"names", "What the library holds, by name.", kColumns}};

Result<card::Record> tell(const scenario::Request& request) {
  card::Record record;
  card::Table& names = record.table(kTables[0]);
  if (request.subject.empty()) {
    for (const Kind& kind : kinds()) {
      const std::size_t count = kind.entries(request.library).size();
      names.row({std::string(kind.plural), std::string("kind"), std::string(kind.meaning),
                 std::to_string(count)});
    }
    record.finding = "The library holds " + std::to_string(names.rows.size()) +
                     " kinds of things; `entente list KIND` names each.";
    return record;
  }
  std::vector<std::string> known;
  for (const Kind& kind : kinds()) {
    known.emplace_back(kind.plural);
    if (request.subject != kind.plural && request.subject != kind.singular) continue;
    for (const Entry& entry : kind.entries(request.library)) {
      names.row({entry.name, std::string(entry.kind), entry.title, entry.note});
    }
    record.finding = "The library holds " + std::to_string(names.rows.size()) + " " +
                     std::string(names.rows.size() == 1 ? kind.singular : kind.plural) + ".";
    return record;
  }
  std::string hint = did_you_mean(request.subject, known);
  if (hint.empty()) hint = "known are " + join(known, ", ");
  return Error{Code::unknown_name,
               {"arguments", 0, 0},
               "the library holds no `" + request.subject + "`",
               hint};
}

}  // namespace

extern const scenario::Analysis list{
    .card = {.name = "list",
             .question = "What does the library hold?",
             .source = "this project",
             .subject = card::Subject::name,
             .subject_optional = true,
             .subject_help = "agreements",
             .tables = kTables},
    .run = tell,
};

}  // namespace entente::catalogue

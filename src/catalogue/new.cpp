#include "base/name.h"
#include "catalogue/templates.h"
#include "catalogue/verbs.h"

namespace entente::catalogue {
namespace {

constexpr card::Field kFields[] = {
    {.name = "name",
     .help = "The name of the new thing: lower-case letters, digits and underscores.",
     .required = true},
};

Result<card::Record> make(const scenario::Request& request) {
  Faults faults;
  const std::string name = card::argument(request.arguments, "name");
  if (!is_slug(name)) {
    faults.push_back({Code::bad_value,
                      {"arguments", 0, 0},
                      "`" + name + "` is no name",
                      "use lower-case letters, digits and single underscores, like `my_pact`"});
  }
  std::vector<std::string> known;
  card::Record record;
  for (const Template& one : templates()) {
    known.emplace_back(one.kind);
    if (one.kind == request.subject) record.finding = fill(one, name);
  }
  if (record.finding.empty()) {
    std::string hint = did_you_mean(request.subject, known);
    if (hint.empty()) hint = "known are " + join(known, ", ");
    faults.push_back({Code::unknown_name,
                      {"arguments", 0, 0},
                      "there is no template for `" + request.subject + "`",
                      hint});
  }
  if (!faults.empty()) return faults;
  return record;
}

}  // namespace

extern const scenario::Analysis new_file{
    .card = {.name = "new",
             .question = "What does a file to begin with look like?",
             .source = "this project",
             .subject = card::Subject::name,
             .subject_help = "agreement my_pact",
             .fields = kFields},
    .run = make,
};

}  // namespace entente::catalogue

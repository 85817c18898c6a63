/// What a published format is: its tables, their columns, where it comes from.
#include "catalogue/describe.h"
#include "history/plan.h"

namespace entente::catalogue {
namespace {

using history::Layout;

constexpr card::Column kColumns[] = {
    {"table", "", "The table of the database."},
    {"column", "", "Its name in the database."},
    {"also", "", "Other names it has in files."},
    {"type", "", "Whole number, number, text or date."},
    {"required", "", "A file without it is not of this table."},
    {"missing", "", "Codes for a missing value, beside an empty cell, NA and a full stop."},
    {"low", "", "The least value; empty for none."},
    {"high", "", "The largest value; empty for none."},
};
constexpr card::TableSpec kSpec{"columns", "The columns that are read.", kColumns};

std::string type_word(history::Type type) {
  switch (type) {
    case history::Type::whole:
      return "whole number";
    case history::Type::number:
      return "number";
    case history::Type::date:
      return "date";
    case history::Type::text:
      break;
  }
  return "text";
}

std::string joined(const std::vector<std::string>& texts, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < texts.size(); ++i) out += (out.empty() ? "" : ", ") + texts[i];
  return out;
}

}  // namespace

void describe_format(Description& out) {
  const history::Format* format = history::find_format(out.name);
  if (format == nullptr) return;
  out.found.push_back("a published format: " + std::string(format->title));
  out.say("format", "title", std::string(format->title));
  out.say("format", "citation", std::string(format->citation));
  out.say("format", "terms", std::string(format->terms));
  for (const Layout& layout : format->layouts) {
    out.say("table", std::string(layout.table), std::string(layout.meaning));
    out.say("table", "key of " + std::string(layout.table), std::string(layout.key));
    out.say("table", "remark on " + std::string(layout.table), std::string(layout.remark));
  }
  out.say("format", "import it", "entente import " + out.name + " FILE...");
  card::Table& table = out.record.table(kSpec);
  for (const Layout& layout : format->layouts) {
    for (const history::PlannedColumn& column : history::columns_of(layout)) {
      const history::ColumnSet& set = *column.set;
      const bool ranged = set.low != set.high;
      table.row({std::string(layout.table), column.name, joined(column.spellings, 1),
                 type_word(set.type), set.required, joined(column.missing, 0),
                 ranged ? card::Value(set.low) : card::Value(),
                 ranged ? card::Value(set.high) : card::Value()});
    }
  }
}

}  // namespace entente::catalogue

#include "catalogue/describe.h"

#include "base/name.h"
#include "catalogue/catalogue.h"
#include "catalogue/kinds.h"
#include "catalogue/schema.h"
#include "catalogue/verbs.h"

namespace entente::catalogue {
namespace {

constexpr card::Column kAboutColumns[] = {
    {"kind", "", "What is described."},     {"key", "", "What is said of it."},
    {"value", "", "The value as text."},    {"unit", "", "Its unit, where it has one."},
    {"source", "", "Where it comes from."},
};
// Further tables depend on what the name means: figures of a state, articles of an agreement, ...
constexpr card::TableSpec kTables[] = {{"about", "What is known, a line a fact.", kAboutColumns}};

constexpr card::Column kFieldColumns[] = {
    {"flag", "", "As typed on the command line."},
    {"type", "", "What it takes."},
    {"unit", "", "Its unit."},
    {"default", "", "Its value where not given."},
    {"choices", "", "What it may be."},
    {"help", "", "What it does."},
};
constexpr card::TableSpec kFieldTable{"fields", "What the analysis takes.", kFieldColumns};

constexpr card::Column kReturnColumns[] = {
    {"table", "", "A table of its record."},
    {"column", "", "A column of that table."},
    {"unit", "", "Its unit."},
    {"help", "", "What it holds."},
};
constexpr card::TableSpec kReturnTable{"returns", "What the analysis returns.", kReturnColumns};

constexpr card::Column kSchemaColumns[] = {
    {"section", "", "The table of the file."},
    {"key", "", "The key in it."},
    {"type", "", "What it holds."},
    {"unit", "", "Its unit or range."},
    {"default", "", "Its value where absent."},
    {"help", "", "What it means."},
};
constexpr card::TableSpec kSchemaTable{"schema", "The keys of the file.", kSchemaColumns};

/// The subject under which the JSON Schema of scenario files is asked for.
constexpr std::string_view kJsonSchema = "scenario_schema";

Result<card::Record> tell(const scenario::Request& request) {
  if (request.subject == kJsonSchema) {
    card::Record schema;  // Nothing but the text, so that it can be kept as a file.
    schema.finding = scenario_json_schema();
    return schema;
  }
  Description out{request.library, request.subject, {}, {}};
  out.record.table(kTables[0]);
  for (const auto describe_kind : {describe_state,       describe_place,
                                   describe_means,       describe_group,
                                   describe_area,        describe_contingency,
                                   describe_element,     describe_munition,
                                   describe_figure,      describe_library_scenario,
                                   describe_agreement,   describe_reading,
                                   describe_lever,       describe_study,
                                   describe_claim,       describe_landscape,
                                   describe_negotiation, describe_crisis,
                                   describe_analysis,    describe_format,
                                   describe_schema}) {
    describe_kind(out);
  }
  if (out.found.empty()) {
    std::string hint = did_you_mean(request.subject, every_name(request.library));
    if (hint.empty()) hint = "`entente list` shows what the library holds";
    return Error{Code::unknown_name,
                 {"arguments", 0, 0},
                 "the library holds nothing called `" + request.subject + "`",
                 hint};
  }
  out.record.finding = request.subject + " is " + join(out.found, "; and ");
  // A question or a sentence that is quoted at the end brings its own stop.
  if (const char last = out.record.finding.back(); last != '.' && last != '?')
    out.record.finding += '.';
  return std::move(out.record);
}

}  // namespace

std::string Description::texts(const std::vector<Symbol>& symbols) const {
  std::string all;
  for (const Symbol symbol : symbols) all += (all.empty() ? "" : ", ") + text(symbol);
  return all;
}

void Description::say(std::string_view kind, std::string_view key, std::string value,
                      std::string_view unit, std::string_view source) {
  if (value.empty()) return;
  record.tables.front().row({std::string(kind), std::string(key), std::move(value),
                             std::string(unit), std::string(source)});
}

void Description::say_source(std::string_view kind, const world::Sourced& sourced) {
  say(kind, "note", sourced.note);
  say(kind, "source", sourced.source);
  say(kind, "confidence", std::string(1, sourced.confidence));
}

void describe_analysis(Description& out) {
  std::string name = out.name;
  for (char& c : name) c = c == '-' ? '_' : c;
  const Analysis* analysis = find(name);
  if (analysis == nullptr) return;
  const card::Card& card = analysis->card;
  out.found.push_back("the analysis that asks: " + std::string(card.question));
  out.say("analysis", "question", std::string(card.question));
  out.say("analysis", "source", std::string(card.source));
  out.say("analysis", "subject",
          (card.subject_name.empty() ? "" : std::string(card.subject_name) + ": ") +
              std::string(card::subject_word(card.subject)) +
              (card.subject_optional ? " (optional)" : "") +
              (card.scenario_follows ? ", and a scenario (optional)" : ""));
  out.say("analysis", "example", std::string(card.subject_help));
  card::Table& fields = out.record.table(kFieldTable);
  for (const auto group : {card.fields, common_fields()}) {
    for (const card::Field& field : group) {
      std::string choices;
      for (const auto choice : field.choices) {
        choices += (choices.empty() ? "" : ", ") + std::string(choice);
      }
      fields.row({"--" + dashed(field.name), std::string(card::type_word(field.type)),
                  std::string(field.unit), std::string(field.fallback), choices,
                  std::string(field.help)});
    }
  }
  card::Table& returns = out.record.table(kReturnTable);
  for (const card::TableSpec& table : card.tables) {
    for (const card::Column& column : table.columns) {
      returns.row({std::string(table.name), std::string(column.name), std::string(column.unit),
                   std::string(column.help)});
    }
  }
}

void describe_schema(Description& out) {
  const bool scenario = out.name == "scenario";
  if (!scenario && out.name != "study") return;
  out.found.emplace_back(scenario ? "a kind of file: the library with changes"
                                  : "a kind of file: variants of a scenario");
  out.say("schema", "form", "TOML, or JSON with the same names");
  out.say("schema", "begin with", "entente new " + out.name + " --name NAME");
  if (scenario) out.say("schema", "for editors", "entente describe scenario_schema");
  card::Table& schema = out.record.table(kSchemaTable);
  for (const SchemaKey& key : scenario ? scenario_schema() : study_schema()) {
    schema.row({std::string(key.section), std::string(key.key), std::string(key.type),
                std::string(key.unit), std::string(key.fallback), std::string(key.help)});
  }
}

extern const scenario::Analysis describe{
    .card = {.name = "describe",
             .question = "What does the library know of this name?",
             .source = "this project",
             .subject = card::Subject::name,
             .subject_help = "nato",
             .tables = kTables},
    .run = tell,
};

}  // namespace entente::catalogue

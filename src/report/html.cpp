#include "report/html.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "report/assets.h"
#include "report/estimates.h"
#include "report/html_table.h"
#include "report/json.h"
#include "report/markup.h"
#include "report/number.h"
#include "report/text.h"

namespace entente::report {
namespace {

/// Tables that say what the answer rests on and not what it is.
constexpr std::array<std::string_view, 10> kMovers = {
    "moves",   "turning", "turns",    "drivers",      "indices",
    "factors", "tipping", "rests_on", "second_order", "assumptions"};

bool is_mover(const card::Table& table) {
  return std::ranges::find(kMovers, table.name) != kMovers.end();
}

std::string joined(std::span<const std::string_view> pieces) {
  std::string out;
  for (const std::string_view piece : pieces) out += piece;
  return out;
}

/// The record with no more of each table than a page holds, and without its timing.
card::Record cut(const card::Record& record) {
  card::Record out;
  out.analysis = record.analysis;
  out.question = record.question;
  out.finding = record.finding;
  out.scenario_name = record.scenario_name;
  out.scenario_hash = record.scenario_hash;
  out.params = record.params;
  out.notices = record.notices;
  out.exact = record.exact;
  out.partial = record.partial;
  out.holds = record.holds;
  out.provenance = record.provenance;
  for (const auto& table : record.tables) out.tables.push_back(table.first(kPageRows));
  return out;
}

/// Letters that a heading may have before it is set smaller.
constexpr std::size_t kHeading = 160;

/// Where the first sentence of a finding ends: a heading should be one.
std::size_t first_sentence(std::string_view finding) {
  constexpr std::size_t kShortest = 25;
  if (finding.size() <= kHeading) return finding.size();
  for (std::size_t at = finding.find(". "); at != std::string_view::npos;
       at = finding.find(". ", at + 1)) {
    const char next = at + 2 < finding.size() ? finding[at + 2] : ' ';
    if (at >= kShortest && next >= 'A' && next <= 'Z') return at + 1;
  }
  return finding.size();
}

std::string head(const card::Record& record, const std::string& style, const std::string& script) {
  const std::string title = record.question.empty() ? record.analysis : record.question;
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src " +
         policy_hash(style) + "; script-src " + policy_hash(script) +
         "; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" "
         "content=\"entente " +
         escaped(record.provenance.version) + "\">\n<title>" + escaped(title) +
         "</title>\n<style>" + style + "</style>\n</head>\n<body>\n";
}

/// A term with what it means; nothing for an empty text.
std::string entry(std::string_view term, const std::string& text) {
  if (text.empty()) return "";
  return "<div><dt>" + escaped(term) + "</dt><dd>" + breakable(text) + "</dd></div>\n";
}

std::string params_markup(const card::Params& params, const std::string& before) {
  std::string out;
  for (const auto& [key, param] : params) {
    const std::string name = before.empty() ? in_words(key) : before + ", " + in_words(key);
    if (const auto* one = std::get_if<card::Value>(&param.held)) {
      if (!std::holds_alternative<std::monostate>(*one)) out += entry(name, plain(*one));
    } else if (const auto* list = std::get_if<std::vector<std::string>>(&param.held)) {
      std::string text;
      for (const auto& item : *list) text += (text.empty() ? "" : ", ") + item;
      out += entry(name, text);
    } else if (const auto* group = std::get_if<card::Params>(&param.held)) {
      out += params_markup(*group, name);
    }
  }
  return out;
}

std::string sampled(const card::Record& record) {
  std::string out = record.exact ? "exact"
                                 : std::to_string(record.provenance.draws) + " draws, seed " +
                                       std::to_string(record.provenance.seed);
  if (record.partial) out += "; stopped before its end: what there was by then";
  return out;
}

std::string opening(const card::Record& record) {
  std::string out =
      "<header>\n<p class=\"kicker\">Entente \xC2\xB7 " + escaped(in_words(record.analysis));
  if (!record.scenario_name.empty()) out += " \xC2\xB7 " + escaped(in_words(record.scenario_name));
  out += "</p>\n";
  if (record.tables.empty()) {
    out += "<h1>" + escaped(record.question.empty() ? record.analysis : record.question) +
           "</h1>\n<pre>" + escaped(record.finding) + "</pre>\n";
  } else {
    const std::size_t end = first_sentence(record.finding);
    out += (end > kHeading ? "<h1 class=\"long\">" : "<h1>") +
           breakable(record.finding.substr(0, end)) + "</h1>\n";
    if (end < record.finding.size())
      out += "<p class=\"lead\">" + prose(record.finding.substr(end + 1)) + "</p>\n";
  }
  out += "<dl class=\"asked\">\n";
  if (!record.tables.empty()) out += entry("Question", record.question);
  out += entry("Scenario", record.scenario_name) + entry("Result", sampled(record)) + "</dl>\n";
  // Many: they stand small, side by side.
  if (const std::string settings = params_markup(record.params, ""); !settings.empty())
    out += "<h2 class=\"small\">Asked with</h2>\n<dl class=\"settings\">\n" + settings + "</dl>\n";
  return out + "</header>\n";
}

std::string notes(const card::Record& record) {
  if (record.notices.empty()) return "";
  std::string out =
      "<section class=\"notes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">Notes</h2>\n<ul>\n";
  for (const auto& notice : record.notices) out += "<li>" + prose(notice) + "</li>\n";
  return out + "</ul>\n</section>\n";
}

/// A whole number with gaps between thousands.
std::string counted(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string rows_word(std::size_t rows) { return counted(rows) + (rows == 1 ? " row" : " rows"); }

/// What a table shows, in the words of its card.
std::string help_of(const card::Card* card, std::string_view name) {
  if (card == nullptr) return "";
  const auto found = std::ranges::find(card->tables, name, &card::TableSpec::name);
  return found == card->tables.end() ? "" : std::string(found->help);
}

struct Part {
  const card::Table* whole;
  const card::Table* shown;
  std::size_t number;
};

void section(const Part& part, const card::Record& record, const card::Card* card,
             const Sink& sink) {
  const std::string& name = part.whole->name;
  const std::size_t rows = part.whole->size(), shown = part.shown->size();
  const std::string help = help_of(card, name);
  std::string out = "<section id=\"t" + std::to_string(part.number) + "\" data-table=\"" +
                    escaped(name) + "\"" + (shown < rows ? " data-cut=\"yes\"" : "") + ">\n<h3>" +
                    escaped(headline(name)) + " <span class=\"count\">" + rows_word(rows) +
                    "</span></h3>\n";
  if (shown < rows) {
    const std::string& command = record.provenance.command;
    out +=
        "<p class=\"cut\">This page holds the first " + counted(shown) + " of " + rows_word(rows) +
        ". All of them: <code>" +
        escaped((command.empty() ? "" : command + " ") + "--out " + name + ".csv --table " + name) +
        "</code></p>\n";
  }
  out +=
      "<div class=\"chart-table\"><div class=\"chart-scroll\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"Table " +
      escaped(in_words(name)) + "\">\n";
  sink(out);
  table_markup(*part.shown, help.empty() ? "Table " + in_words(name) : help, sink);
  sink("</div></div>\n");
  constexpr std::size_t kPrinted = 60;
  if (shown > kPrinted)
    sink("<p class=\"printed\">Printed are the first " + std::to_string(kPrinted) + " of " +
         rows_word(rows) + ".</p>\n");
  sink("</section>\n");
}

std::string contents(const std::vector<Part>& results, const std::vector<Part>& movers) {
  if (results.size() + movers.size() < 2) return "";
  std::string out = "<nav aria-label=\"On this page\">\n<ul>\n";
  const auto add = [&out](const std::vector<Part>& parts) {
    for (const Part& part : parts)
      out += "<li><a href=\"#t" + std::to_string(part.number) + "\">" +
             escaped(headline(part.whole->name)) + "</a></li>\n";
  };
  add(results);
  add(movers);
  return out + "<li><a href=\"#rests\">What this rests on</a></li>\n</ul>\n</nav>\n";
}

std::string provenance(const card::Record& record) {
  const auto& from = record.provenance;
  std::string out =
      "<section class=\"rests\" aria-labelledby=\"rests\">\n<h2 id=\"rests\">What this rests "
      "on</h2>\n";
  if (!from.command.empty())
    out += "<p>The command that gives this answer again:</p>\n<pre>" + escaped(from.command) +
           "</pre>\n";
  out += "<dl class=\"asked\">\n" + entry("Cite as", from.citation) +
         entry("Version", from.version) + entry("Result", sampled(record)) +
         entry("Library", from.library);
  if (!record.scenario_name.empty())
    out += entry("Scenario", record.scenario_name + " " + record.scenario_hash);
  for (const auto& input : from.inputs) out += entry("Input", input);
  return out + "</dl>\n</section>\n";
}

}  // namespace

void to_html(const card::Record& record, const card::Card* card, const Sink& sink) {
  const std::string script = joined(page_script()), style = joined(page_style());
  const card::Record shown = cut(record);
  std::vector<Part> results, movers;
  std::vector<const card::Table*> empty;
  for (std::size_t i = 0; i < record.tables.size(); ++i) {
    const Part part{&record.tables[i], &shown.tables[i], i + 1};
    if (part.whole->size() == 0)
      empty.push_back(part.whole);
    else
      (is_mover(*part.whole) ? movers : results).push_back(part);
  }
  sink(head(record, style, script) + opening(record) + contents(results, movers) + notes(record));
  sink("<main>\n");
  if (!results.empty()) sink("<h2>Results</h2>\n");
  if (const std::string meaning = legend(shown.tables); !meaning.empty())
    sink("<p class=\"legend\">Figures: " + escaped(meaning) + "</p>\n");
  for (const Part& part : results) section(part, record, card, sink);
  if (!movers.empty()) sink("<h2>What moves the answer</h2>\n");
  for (const Part& part : movers) section(part, record, card, sink);
  if (!empty.empty()) {
    sink("<h2>Empty</h2>\n<p>These tables have no rows here.</p>\n<ul class=\"empty\">\n");
    for (const auto* table : empty) {
      const std::string help = help_of(card, table->name);
      sink("<li><b>" + escaped(headline(table->name)) + "</b>" +
           (help.empty() ? "" : ": " + escaped(help)) + "</li>\n");
    }
    sink("</ul>\n");
  }
  sink("</main>\n" + provenance(record));
  if (!record.tables.empty())
    sink("<script type=\"application/json\" id=\"record\">" + json_in_page(to_json(shown)) +
         "</script>\n<script>" + script + "</script>\n");
  sink("</body>\n</html>\n");
}

std::string to_html(const card::Record& record, const card::Card* card) {
  std::string out;
  to_html(record, card, [&out](std::string_view bytes) { out += bytes; });
  return out;
}

}  // namespace entente::report

#include "report/html.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "report/assets.h"
#include "report/html_table.h"
#include "report/markup.h"

namespace entente::report {
namespace {

using card::Value;

constexpr std::string_view kBad = "<script>alert(\"1\")</script>&'\x01\xFF</textarea><!--";

card::Record example() {
  card::Record record;
  record.analysis = "casus";
  record.question = "Who must do what?";
  record.finding = "Two states must fight. The rest watch.";
  record.scenario_name = "reference_2026";
  record.scenario_hash = "abc";
  record.params = {{"event", {card::Params{{"at", {Value(std::string("narva"))}}}}},
                   {"given", {std::vector<std::string>{"a", "b"}}}};
  record.tables = {
      {"gap_of",
       {{"set", "", "Who."}, {"gap", "%", "How much."}, {"gap_lo", "%", ""}, {"gap_hi", "%", ""}},
       {{std::string("a+b"), 31.0, 30.0, 33.0}, {std::string("c"), 0.1, 0.1, 0.1}}},
      {"assumptions", {{"name", "", ""}, {"moves", "%", ""}}, {{std::string("rho"), 2.5}}},
      {"none", {{"state", "", ""}}, {}}};
  record.notices = {"EST is Estonia"};
  record.exact = false;
  record.provenance = {"0.1.0",           7,     64, "0123456789abcdef", {"f.toml 12"},
                       "entente casus x", "cite"};
  return record;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + what.size()))
    ++found;
  return found;
}

/// What stands between the first `from` and the next `to`.
std::string between(std::string_view text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string_view::npos) return "";
  const std::size_t begin = at + from.size();
  return std::string(text.substr(begin, text.find(to, begin) - begin));
}

TEST(Markup, WritesMarkupAsText) {
  EXPECT_EQ(escaped("<a href=\"x\">'&"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
  EXPECT_EQ(escaped("Tür \xE2\x82\xAC \xF0\x9F\x98\x80\n\t"),
            "Tür \xE2\x82\xAC \xF0\x9F\x98\x80\n\t");
  EXPECT_EQ(breakable("a+<b"), "a+<wbr>&lt;b");
  EXPECT_EQ(prose("see `a<b` and `c`"), "see <code>a&lt;b</code> and <code>c</code>");
  EXPECT_EQ(prose("a ` b+c"), "a ` b+<wbr>c");
  EXPECT_EQ(prose(""), "");
  EXPECT_EQ(json_in_page("{\"a\": \"</script><!--\"}"), "{\"a\": \"\\u003c/script>\\u003c!--\"}");
}

TEST(Markup, BytesThatAreNoTextAreReplaced) {
  const std::string mark = "\xEF\xBF\xBD";
  for (const std::string bad :
       {"\xFF", "\xC0", "\xC1", "\x80", "\xE2", "\xF5", "\x01", "\x7F", "\x1B"})
    EXPECT_EQ(escaped("a" + bad + "b"), "a" + mark + "b");
  // Longer than need be, a surrogate, beyond the last character, broken off: one mark a byte.
  EXPECT_EQ(escaped("\xE0\x80\x80"), mark + mark + mark);
  EXPECT_EQ(escaped("\xED\xA0\x80"), mark + mark + mark);
  EXPECT_EQ(escaped("\xF4\x90\x80\x80"), mark + mark + mark + mark);
  EXPECT_EQ(escaped("\xE2\x82"), mark + mark);
  EXPECT_EQ(escaped("\xC3<"), mark + "&lt;");
}

TEST(Markup, HashesAsPoliciesNameThem) {
  EXPECT_EQ(policy_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  EXPECT_EQ(policy_hash("abc"), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
}

TEST(Html, SaysWhatWasFoundFirstAndWhatItRestsOnLast) {
  const std::string page = to_html(example());
  std::vector<std::size_t> places;
  for (const char* text :
       {"<h1>Two states must fight. The rest watch.</h1>", "<dd>Who must do what?</dd>",
        "reference_2026</dd>", "event, at", "EST is Estonia", "<h2>Results</h2>", "Gap of <span",
        "31 [30, 33]", "<h2>What moves the answer</h2>", "Assumptions <span", "<h2>Empty</h2>",
        "<b>None</b>", "<pre>entente casus x</pre>", "<dd>cite</dd>",
        "64 draws, seed 7</dd></div>\n<div><dt>Library", "0123456789abcdef", "f.toml 12",
        "application/json"}) {
    places.push_back(page.find(text));
    EXPECT_NE(places.back(), std::string::npos) << text;
  }
  EXPECT_TRUE(std::ranges::is_sorted(places));
}

TEST(Html, TablesStandInThePageWithoutScripts) {
  const std::string page = to_html(example());
  EXPECT_NE(page.find("<td>a+<wbr>b</td><td class=\"chart-number\">31 [30, 33]</td>"),
            std::string::npos);
  EXPECT_NE(page.find("<td>c</td><td class=\"chart-number\">0.1</td>"), std::string::npos);
  EXPECT_NE(
      page.find("<th scope=\"col\" class=\"chart-number\"><abbr title=\"How much.\">gap</abbr> "
                "<span class=\"chart-unit\">%</span></th>"),
      std::string::npos);
  EXPECT_EQ(count(page, "<table>"), 2u);
  EXPECT_EQ(count(page, "<th "), 4u);  // The errors of the gap have no columns of their own.
}

TEST(Html, TheWordsOfTheCardStandAboveATable) {
  static constexpr card::TableSpec kTables[] = {{"gap_of", "What is < missing.", {}},
                                                {"none", "Who else.", {}}};
  card::Card card;
  card.tables = kTables;
  const std::string page = to_html(example(), &card);
  EXPECT_NE(page.find("<caption>What is &lt; missing.</caption>"), std::string::npos);
  EXPECT_NE(page.find("<b>None</b>: Who else."), std::string::npos);
  EXPECT_NE(to_html(example()).find("<caption>Table gap of</caption>"), std::string::npos);
}

TEST(Html, NoTextOfARecordIsMarkup) {
  const std::string bad(kBad);
  card::Record record = example();
  record.analysis = record.question = record.finding = record.scenario_name = bad;
  record.scenario_hash = bad;
  record.params = {{bad, {card::Params{{bad, {Value(bad)}}}}},
                   {bad, {std::vector<std::string>{bad}}}};
  record.notices = {bad};
  record.tables[0] = {bad, {{bad, bad, bad}}, {{bad}}};
  record.tables[2].name = bad;
  record.provenance = {bad, 1, 1, bad, {bad}, bad, bad};
  const std::string page = to_html(record);
  EXPECT_EQ(count(page, "alert(\"1\")"), 0u);
  EXPECT_EQ(count(page, "<textarea"), 0u);
  EXPECT_EQ(count(page, "<!--"), 0u);
  // The two scripts of the page and no other; each ends where it should.
  EXPECT_EQ(count(page, "<script"), 2u);
  EXPECT_EQ(count(page, "</script"), 2u);
  EXPECT_EQ(page.find('\x01'), std::string::npos);
  EXPECT_EQ(page.find('\xFF'), std::string::npos);
  record.tables.clear();
  EXPECT_EQ(count(to_html(record), "<script"), 0u);
}

TEST(Html, RefersToNothingOutside) {
  card::Record record = example();
  record.provenance.citation = "See https://example.org/x";
  const std::string page = to_html(record);
  for (const std::string_view name : {"src=", "srcset=", "action=", "url(", "@import", "<link",
                                      "<img", "<iframe", "<base", "<form"})
    EXPECT_EQ(count(page, name), 0u) << name;
  EXPECT_EQ(count(page, "href=\""), count(page, "href=\"#"));
}

TEST(Html, OnlyItsOwnScriptMayRun) {
  const std::string page = to_html(example());
  const std::string script = between(page, "</script>\n<script>", "</script>");
  const std::string style = between(page, "<style>", "</style>");
  const std::string policy =
      between(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"");
  EXPECT_EQ(policy, "default-src 'none'; style-src " + policy_hash(style) + "; script-src " +
                        policy_hash(script) + "; base-uri 'none'; form-action 'none'");
  EXPECT_LT(page.find("Content-Security-Policy"), page.find("<style>"));
  // Neither needs what the policy forbids.
  EXPECT_EQ(count(page, " style=\""), 0u);
  EXPECT_EQ(count(page, " onclick="), 0u);
}

TEST(Html, TheScriptIsOneFunctionWithoutModules) {
  std::string script;
  for (const std::string_view piece : page_script()) script += piece;
  EXPECT_TRUE(script.starts_with("(() => {\n'use strict';\n"));
  EXPECT_TRUE(script.ends_with("})();\n"));
  EXPECT_EQ(count(script, "\nimport "), 0u);
  EXPECT_EQ(count(script, "\nexport "), 0u);
  EXPECT_EQ(count(script, "</script"), 0u);
  EXPECT_EQ(count(script, "eval("), 0u);
  EXPECT_EQ(count(script, "innerHTML"), 0u);
  for (const char* name : {"function drawChart(", "function drawTable(", "function suggestCharts("})
    EXPECT_EQ(count(script, name), 1u) << name;
}

TEST(Html, TheSameRecordGivesTheSameBytes) {
  card::Record record = example();
  const std::string page = to_html(record);
  record.wall_s = 12.5;
  EXPECT_EQ(to_html(record), page);
  EXPECT_EQ(count(page, "12.5"), 0u);
}

TEST(Html, LargeTablesAreCutAndSaySo) {
  card::Record record = example();
  card::Table large{"large", {{"n", "", ""}}, {}};
  for (std::int64_t i = 0; i < 2001; ++i) large.rows.push_back({i + 100000});
  record.tables = {large};
  const std::string page = to_html(record);
  EXPECT_EQ(count(page, "<td class=\"chart-number\">"), kPageRows);
  EXPECT_EQ(count(page, "101999"), 2u);  // In the table and in the data for the charts.
  EXPECT_EQ(count(page, "102000"), 0u);
  EXPECT_NE(
      page.find("This page holds the first 2,000 of 2,001 rows. All of them: <code>entente casus "
                "x --out large.csv --table large</code>"),
      std::string::npos);
  EXPECT_EQ(count(page, "data-cut="), 1u);
  EXPECT_EQ(count(to_html(example()), "data-cut="), 0u);
}

TEST(Html, PackedTablesAreReadAsOthers) {
  card::Record record = example();
  card::Table rows{"t", {{"name", "", ""}}, {{std::string("x<y")}, {std::string("z")}}};
  card::Table packed{"t", {{"name", "", ""}}, {}};
  packed.pack({card::PackedTexts{{"x<y", "z"}, {0, 1}}});
  record.tables = {rows};
  const std::string page = to_html(record);
  record.tables = {packed};
  EXPECT_EQ(to_html(record), page);
  EXPECT_NE(page.find("<td>x&lt;y</td>"), std::string::npos);
}

TEST(Html, LongFindingsGiveTheirFirstSentenceToTheHeading) {
  card::Record record = example();
  const std::string rest(200, 'x');
  record.finding = "The gap is 1.5 % of all that is asked. Then " + rest + ".";
  const std::string page = to_html(record);
  EXPECT_NE(
      page.find("<h1>The gap is 1.5 % of all that is asked.</h1>\n<p class=\"lead\">Then xxx"),
      std::string::npos);
  record.finding = rest;
  EXPECT_NE(to_html(record).find("<h1 class=\"long\">" + rest), std::string::npos);
}

TEST(Html, ARecordWithoutTablesIsItsFinding) {
  card::Record record;
  record.analysis = "version";
  record.finding = "entente 0 < 1\n";
  const std::string page = to_html(record);
  EXPECT_NE(page.find("<pre>entente 0 &lt; 1\n</pre>"), std::string::npos);
  EXPECT_EQ(count(page, "<h2>Results</h2>"), 0u);
}

TEST(HtmlTable, ColumnsThatAreEmptyThroughoutAreLeftOut) {
  std::string out;
  table_markup(
      {"t", {{"a", "", ""}, {"b", "", ""}}, {{std::monostate{}, true}, {std::string(), 1.0}}}, "T",
      [&out](std::string_view bytes) { out += bytes; });
  EXPECT_EQ(count(out, "<th "), 1u);
  EXPECT_NE(out.find("<td>yes</td>"), std::string::npos);
  EXPECT_EQ(headline("p_covered"), "P covered");
}

}  // namespace
}  // namespace entente::report

#include <algorithm>
#include <cmath>

#include "history/store.h"
#include "inquiry/validate/cases/list.h"
#include "solve/ranks.h"

namespace entente::inquiry {
namespace {

/// GNP in bn dollars and defence as per cent of it, 1964, after table 1 of the paper as recalled:
/// that its ranks give the published coefficient is what speaks for it.
struct Member {
  const char* maddison;  ///< Its name in the rebuilt data.
  const char* sipri;
  double gnp, burden;
};
constexpr Member kMembers[] = {
    {"United States", "United States of America", 569.03, 9.0},
    {"Germany", "Germany", 88.87, 5.5},
    {"United Kingdom", "United Kingdom", 79.46, 7.0},
    {"France", "France", 73.40, 6.7},
    {"Italy", "Italy", 43.63, 4.1},
    {"Canada", "Canada", 38.14, 4.4},
    {"Netherlands", "Netherlands", 15.00, 4.9},
    {"Belgium", "Belgium", 13.43, 3.7},
    {"Denmark", "Denmark", 7.73, 3.3},
    {"Turkey", "Türkiye", 6.69, 5.8},
    {"Norway", "Norway", 5.64, 3.9},
    {"Greece", "Greece", 4.31, 4.2},
    {"Portugal", "Portugal", 2.88, 7.7},
    {"Luxembourg", "Luxembourg", 0.53, 1.7},
};
constexpr double kRebuilt = 0.653;  // Of the 2024 release of SIPRI and Maddison 2020.

/// The figure of a name in a column; NaN where it is not there.
double of_name(const history::Columns& rows, std::string_view key, std::string_view name,
               std::string_view figure) {
  const auto& names = rows.text(key);
  const auto found = std::ranges::find(names, name);
  return found == names.end()
             ? std::nan("")
             : rows.number(figure)[static_cast<std::size_t>(found - names.begin())];
}

Check rebuilt(const scenario::Request& request) {
  static constexpr std::string_view kTables[] = {"maddison_year", "sipri_milex"};
  const auto idle = [](const std::string& needs) {
    return not_run("Spearman, rebuilt data", kRebuilt, 1e-3, needs);
  };
  const auto store = history::Store::open_with(card::argument(request.arguments, "data"), kTables);
  if (!store) return idle("`entente import economy` of Maddison 2020 and SIPRI (2024 release)");
  const auto product = store->read("maddison_year", {"entity", "gdp"}, "year = 1964");
  const auto shares = store->read("sipri_milex", {"country", "share_gdp"}, "year = 1964");
  if (!product || !shares) return idle("tables of `entente import economy` of this version");
  std::vector<double> gdp, burden;
  for (const Member& one : kMembers) {
    gdp.push_back(of_name(*product, "entity", one.maddison, "gdp"));
    burden.push_back(of_name(*shares, "country", one.sipri, "share_gdp"));
    if (std::isnan(gdp.back()) || std::isnan(burden.back()))
      return idle(std::string("1964 figures of ") + one.sipri);
  }
  Check check = near("Spearman, rebuilt data", kRebuilt, solve::spearman(gdp, burden), 1e-3);
  check.inputs = store->inputs(kTables);
  return check;
}

std::vector<Check> run(const scenario::Request& request, card::Record&) {
  std::vector<double> gnp, burden;
  double all = 0, spent = 0;
  for (const Member& one : kMembers) {
    gnp.push_back(one.gnp);
    burden.push_back(one.burden);
    all += one.gnp;
    spent += one.gnp * one.burden;
  }
  const solve::Concordance pairs = solve::concordance(gnp, burden);
  return {near("Spearman", 0.490, solve::spearman(gnp, burden), 1e-3),
          same("concordant pairs", std::int64_t{63}, static_cast<std::int64_t>(pairs.concordant)),
          same("discordant pairs", std::int64_t{28}, static_cast<std::int64_t>(pairs.discordant)),
          near("US share of spending", 70.6, 100 * gnp[0] * burden[0] / spent, 0.05),
          near("US share of product", 60.0, 100 * gnp[0] / all, 0.05),
          rebuilt(request)};
}

}  // namespace

const Case burden_1964_case{
    "burden_1964",
    "Larger allies carried heavier burdens in NATO in 1964, by ranks.",
    "Olson, Zeckhauser 1966",
    "Olson and Zeckhauser (1966), Review of Economics and Statistics 48: 266-279 (coefficient "
    "published, table recalled, pairs counted by this project)",
    "published",
    run};

}  // namespace entente::inquiry

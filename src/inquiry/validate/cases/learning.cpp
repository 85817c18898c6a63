#include <cmath>

#include "campaign/arsenal/depletion.h"
#include "campaign/arsenal/wright.h"
#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

std::vector<Check> run(const scenario::Request&, card::Record&) {
  const double b = campaign::learning_exponent(0.8);
  std::vector<Check> checks{near("exponent at 80 per cent", 0.32193, b, 1e-5)};
  struct Row {
    int unit;
    double cost;
  };
  for (const Row& row :
       {Row{1, 100}, Row{2, 80}, Row{4, 64}, Row{8, 51.2}, Row{16, 40.96}, Row{100, 22.71}})
    checks.push_back(near("cost of unit " + std::to_string(row.unit), row.cost,
                          campaign::unit_cost(100, row.unit, b), 1e-2));
  double sum = 0;
  for (int n = 1; n <= 100; ++n) sum += campaign::unit_cost(100, n, b);
  checks.push_back(near("mean cost of 100", 32.651, sum / 100, 1e-2));
  // 1,000 rounds, 25 a day, 600 made a year.
  const std::vector<double> output(365, 600 / 365.25);
  campaign::Pile pile;
  pile.stock = 1000;
  pile.output = output;
  pile.access = {1};
  pile.first = {false};
  const std::vector<std::vector<double>> use{std::vector<double>(365, 25.0)};
  const campaign::Pile piles[] = {pile};
  const campaign::Depletion run_down = campaign::deplete(piles, use, 365);
  checks.push_back(near("days until exhaustion", 42.8, run_down.day, 0.2));
  return checks;
}

}  // namespace

const Case learning_case{
    "learning",
    "Wright's law at 80 per cent, and the day on which a stock of interceptors is gone.",
    "Wright 1936",
    "Wright (1936), Factors affecting the cost of airplanes; stock-flow arithmetic",
    "derived",
    run};

}  // namespace entente::inquiry

#include "campaign/adjudication/laws.h"
#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

using namespace campaign::adjudication;

std::vector<Check> run(const scenario::Request&, card::Record&) {
  const SquareEnd square = square_law(1000, 800, 0.01, 0.01);
  const Fleet a{2, 4, 3, 2}, b{3, 4, 3, 2};
  const Two salvo = salvo_exchange(a, b);
  EpsteinDay day{330'000, 200'000, 0, Epstein{}.first_intensity};
  std::vector<EpsteinDay> days{day};
  while (days.size() < 19) days.push_back(epstein_next(days.back(), Epstein{}));
  const EpsteinEnd epstein = epstein_run(330'000, 200'000, Epstein{}, 30);
  const Ambush deitchman = ambush(100, 20, 0.001, 0.5);
  std::vector<Check> checks;
  const auto add = [&](std::string_view cites, std::vector<Check> some) {
    some = citing(cites, std::move(some));
    checks.insert(checks.end(), some.begin(), some.end());
  };
  add("Lanchester 1916", {near("square law, survivors", 600, square.left.first, 1e-3),
                          near("square law, days", 109.8612, square.days, 1e-3)});
  add("Hughes 1995", {near("salvo, first left", 0, salvo.first, 1e-3),
                      near("salvo, second left", 3, salvo.second, 1e-3)});
  add("Epstein 1985", {near("day 7, attacker", 234'570, days[6].attacker, 0.5),
                       near("day 7, defender", 136'380, days[6].defender, 0.5),
                       near("day 19, attacker", 114'649, days[18].attacker, 0.5),
                       near("day 19, defender", 56'432, days[18].defender, 0.5),
                       near("ground lost, km", 144.690, epstein.ground_lost, 1e-3)});
  add("Deitchman 1962", {near("ambush, invariant", -5, deitchman.invariant, 1e-3),
                         near("ambush, guerrillas left", 10, deitchman.guerrillas_left, 1e-3)});
  return checks;
}

}  // namespace

const Case adjudication_case{
    "adjudication",
    "The laws of attrition behind the judges.",
    "laws of attrition",
    "Lanchester (1916); Hughes (1995), Naval Research Logistics 42; Epstein (1985), The Calculus "
    "of "
    "Conventional War; Deitchman (1962), Operations Research 10; figures computed independently",
    "derived",
    run};

}  // namespace entente::inquiry

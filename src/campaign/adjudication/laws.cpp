#include "campaign/adjudication/laws.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::campaign::adjudication {

SquareEnd square_law(double first, double second, double a, double b) {
  const double one = a * first * first, two = b * second * second;
  if (one == two) return {{}, one > 0 ? std::numeric_limits<double>::infinity() : 0};
  const double speed = std::sqrt(a * b);
  if (one > two) return {{std::sqrt((one - two) / a), 0}, std::atanh(std::sqrt(two / one)) / speed};
  return {{0, std::sqrt((two - one) / b)}, std::atanh(std::sqrt(one / two)) / speed};
}

Two square_law_on(double first, double second, double a, double b, double day) {
  const double angle = std::sqrt(a * b) * day, ratio = std::sqrt(b / a);
  return {first * std::cosh(angle) - ratio * second * std::sinh(angle),
          second * std::cosh(angle) - first / ratio * std::sinh(angle)};
}

namespace {

double left(const Fleet& struck, const Fleet& striker) {
  const double hits = striker.offence * striker.force - struck.defence * struck.force;
  return struck.force - std::clamp(hits / struck.staying_power, 0.0, struck.force);
}

}  // namespace

Two salvo_exchange(const Fleet& first, const Fleet& second) {
  return {left(first, second), left(second, first)};
}

EpsteinDay epstein_next(const EpsteinDay& day, const Epstein& n) {
  const double alpha = day.intensity * (1 - day.withdrawal / n.withdrawal_most);
  EpsteinDay next;
  next.attacker = day.attacker * (1 - alpha);
  next.defender = std::max(0.0, day.defender - alpha / n.exchange_ratio * day.attacker);
  const double share = day.defender > 0 ? 1 - next.defender / day.defender : 1;
  next.intensity = day.intensity + (n.attacker_bears - day.intensity) / n.attacker_bears *
                                       (n.attacker_bears - alpha);
  if (share > n.defender_bears)
    next.withdrawal = day.withdrawal + (n.withdrawal_most - day.withdrawal) /
                                           (1 - n.defender_bears) * (share - n.defender_bears);
  return next;
}

EpsteinEnd epstein_run(double attacker, double defender, const Epstein& numbers, int days) {
  EpsteinEnd end{{attacker, defender, 0, numbers.first_intensity}, 0};
  for (int day = 0; day < days; ++day) {
    end.ground_lost += end.day.withdrawal;
    end.day = epstein_next(end.day, numbers);
  }
  return end;
}

Ambush ambush(double force, double guerrillas, double area_rate, double aimed_rate) {
  Ambush end;
  end.invariant = area_rate / 2 * force * force - aimed_rate * guerrillas;
  if (end.invariant < 0) end.guerrillas_left = -end.invariant / aimed_rate;
  if (end.invariant > 0) end.force_left = std::sqrt(2 * end.invariant / area_rate);
  return end;
}

}  // namespace entente::campaign::adjudication

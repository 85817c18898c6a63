#include "belief/asked.h"

#include <charconv>
#include <string>

#include "belief/reliability.h"

namespace entente::belief {

double number(const card::Arguments& arguments, std::string_view name, double fallback) {
  const std::string text = card::argument(arguments, name);
  std::from_chars(text.data(), text.data() + text.size(), fallback);
  return fallback;
}

Asked asked(const card::Arguments& arguments) {
  Asked result;
  for (const auto& one : kAssumptions)
    if (is_flag(one))
      result.assumptions.*one.value =
          number(arguments, one.field.name, result.assumptions.*one.value);
  result.rates = find_base_rates(card::argument(arguments, "base_rate"));
  if (result.rates == nullptr) result.rates = find_base_rates("hierarchical");
  result.assumptions = with_rates(result.assumptions, *result.rates);
  result.cause.model = honour::find(card::argument(arguments, "honour"));
  if (result.cause.model == nullptr) result.cause.model = honour::find("common_factor_probit");
  result.cause.rho = result.assumptions.rho;
  result.cause.mu = number(arguments, "mu", 0);
  return result;
}

}  // namespace entente::belief

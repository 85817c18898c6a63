#include <algorithm>

#include "inquiry/validate/cases/list.h"
#include "treaty/judge.h"

namespace entente::inquiry {
namespace {

/// What a state owes after an event, by one agreement or (where it is empty) by any.
struct Row {
  const char* what;
  const char* event;
  const char* state;
  const char* agreement;
  const char* duty;  ///< bound (fight or assist), consult, or none.
};
constexpr Row kRows[] = {
    {"September 2001, NATO", "al_qaeda attacks USA at new_york by hijacked_aircraft on 2001-09-11",
     "GBR", "nato", "bound"},
    {"September 2001, ANZUS", "al_qaeda attacks USA at new_york by hijacked_aircraft on 2001-09-11",
     "AUS", "anzus", "bound"},
    {"September 2001, Rio Treaty",
     "al_qaeda attacks USA at new_york by hijacked_aircraft on 2001-09-11", "BRA", "rio_treaty",
     "bound"},
    {"water cannon at Second Thomas Shoal",
     "CHN attacks PHL at second_thomas_shoal by water_cannon on 2024-06-17", "USA", "", "consult"},
    {"the Senkakus", "CHN attacks JPN at senkaku", "USA", "", "bound"},
    {"Bahrain by Iran", "IRN attacks BHR", "USA", "", "consult"},
    {"Kursk before the pact", "UKR attacks RUS at kursk on 2024-08-06", "PRK", "", "none"},
    {"Kursk after the pact", "UKR attacks RUS at kursk on 2024-12-10", "PRK", "", "bound"},
    {"Doha before the order", "ISR attacks QAT at doha by air_strike on 2025-09-09", "USA", "",
     "none"},
    {"Doha after the order", "ISR attacks QAT at doha by air_strike on 2025-10-02", "USA", "",
     "bound"},
};

std::string duty_of(const Row& row, const scenario::Library& library) {
  const Symbols& symbols = library.world.symbols;
  const auto event = treaty::event_from(row.event, library.world);
  if (!event) return to_text(event.error().front());
  const treaty::Judgement found =
      treaty::judge(library.law, library.world, *event, {}, library.readings);
  std::string duty = "none";
  for (const treaty::Verdict& verdict : found.verdicts) {
    if (symbols.name(verdict.state) != row.state) continue;
    if (*row.agreement != '\0' && symbols.name(verdict.agreement) != row.agreement) continue;
    if (verdict.duty == world::Duty::fight || verdict.duty == world::Duty::assist) return "bound";
    if (verdict.duty == world::Duty::consult) duty = "consult";
  }
  return duty;
}

std::vector<Check> run(const scenario::Request& request, card::Record&) {
  std::vector<Check> checks;
  for (const Row& row : kRows)
    checks.push_back(same(row.what, std::string(row.duty), duty_of(row, request.library)));
  return checks;
}

}  // namespace

const Case casus_case{"casus",
                      "Who was or is bound, in cases on which readers of the texts agree.",
                      "treaty texts",
                      "The texts of the agreements; invocations of NATO Art. 5, ANZUS and the Rio "
                      "Treaty in September "
                      "2001",
                      "published",
                      run};

}  // namespace entente::inquiry

/// Expectations of law documents: `STATE:duty:AGREEMENT:ARTICLE-OR-REASON`, checked against a
/// judgement.
#pragma once

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "scenario/library.h"
#include "treaty/judge.h"

namespace entente::law_tests {

/// What one expectation says. `last` is an article for a duty, a reason for `none` and `nothing`.
struct Expectation {
  std::string state, duty, agreement, last;
};

inline std::optional<Expectation> read_expectation(const std::string& text) {
  std::istringstream parts(text);
  Expectation e;
  if (!std::getline(parts, e.state, ':') || !std::getline(parts, e.duty, ':') ||
      !std::getline(parts, e.agreement, ':') || !std::getline(parts, e.last))
    return std::nullopt;
  return e;
}

/// Empty when the judgement meets the expectation, else what it says instead.
inline std::string miss(const std::string& text, const treaty::Judgement& judgement,
                        const world::World& world) {
  const auto e = read_expectation(text);
  if (!e) return "no expectation: " + text;
  const auto name = [&](Symbol symbol) {
    return symbol ? world.symbols.name(symbol) : std::string("-");
  };
  std::string got;
  bool owed = false, bound = false, any = false;
  for (const auto& v : judgement.verdicts) {
    if (name(v.state) != e->state || (e->agreement != "-" && name(v.agreement) != e->agreement))
      continue;
    any = true;
    bound = bound || binds(v.duty);
    owed = owed || (word(v.duty) == e->duty && name(v.article) == e->last);
    got += " " + name(v.state) + ":" + std::string(word(v.duty)) + ":" + name(v.agreement) + ":" +
           name(v.article);
  }
  bool reason = false;
  for (const auto& s : judgement.silent) {
    if (name(s.state) != e->state || (s.agreement ? name(s.agreement) : "-") != e->agreement)
      continue;
    reason =
        reason || s.reason == e->last || s.because.find("(" + e->last + ")") != std::string::npos;
    got += " [" + (s.article ? name(s.article) + " " : "") + s.because + "]";
  }
  const std::string seen = got.empty() ? " nothing" : got;
  if (e->duty == "none" || e->duty == "nothing") {
    if (e->duty == "none" ? bound : any) return text + " but got" + seen;
    return reason || e->agreement == "-" ? "" : text + " has another reason:" + seen;
  }
  return owed ? "" : text + " but got" + seen;
}

/// The event with its facts, judged; or the faults as text.
inline Result<treaty::Judgement> ask(const scenario::Library& library,
                                     const std::string& event_text,
                                     const std::vector<std::string>& given,
                                     const treaty::Readings& readings = {}) {
  const auto event = treaty::event_from(event_text, library.world);
  if (!event) return event.error();
  std::vector<treaty::Fact> facts;
  for (const auto& text : given) {
    const auto fact = treaty::fact_from(text, library.world, event->on);
    if (!fact) return fact.error();
    facts.push_back(*fact);
  }
  return judge(library.law, library.world, *event, facts, readings);
}

}  // namespace entente::law_tests

/// What an analysis is: a card and a function. Every analysis, wherever it lives, is one of these.
///
/// Floor 3; uses base and card. It stands here so that analyses need not know the catalogue that
/// lists them.
#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "base/run.h"
#include "card/card.h"
#include "card/record.h"
#include "scenario/library.h"

namespace entente::scenario {

struct Analysis;

/// The list of analyses, for questions over many runs: the catalogue hands it down, so that an
/// inquiry reaches analyses by their cards alone.
struct Analyses {
  std::span<const Analysis* const> (*all)();
  /// Checks arguments, adds defaults, runs and stamps; as `catalogue::run`.
  Result<card::Record> (*run)(const Analysis&, const std::string& subject, const card::Arguments&,
                              const Run&, const Library&);
};

/// What is asked. `arguments` were checked against the card and hold its defaults too.
struct Request {
  const Library& library;  ///< With scenario and `without` applied.
  std::string subject;     ///< As written; empty for none.
  const card::Arguments& arguments;
  const Run& run;
  const Analyses* analyses = nullptr;  ///< Never null where the catalogue asks.
};

/// One question. `run` fills finding, tables, params, notices and `exact`; the catalogue stamps the
/// name, the question, the scenario, the provenance and the time.
struct Analysis {
  card::Card card;
  Result<card::Record> (*run)(const Request&);
};

}  // namespace entente::scenario

namespace entente::analysis {

using scenario::Analysis;
using scenario::Request;

}  // namespace entente::analysis

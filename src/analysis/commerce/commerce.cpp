#include "analysis/commerce/commerce.h"

#include <algorithm>
#include <array>

#include "analysis/commerce/asked.h"
#include "analysis/commerce/concentration.h"
#include "analysis/commerce/findings.h"
#include "base/threads.h"
#include "belief/asked.h"
#include "campaign/assumed.h"
#include "campaign/question.h"

namespace entente::analysis {
namespace {

using campaign::Closing;
using campaign::commerce_world;
using campaign::disturbance_of;
using card::Record;
using card::Value;

constexpr std::string_view kEmbargoWords[] = {"kept", "lifted"};
constexpr card::Field kAsked[] = {
    {.name = "close",
     .help = "A strait that is closed, or a share of it: hormuz, hormuz:0.5; in place of the sets.",
     .repeated = true},
    {.name = "coerce",
     .help = "A pair of states SENDER:TARGET of which the first cuts trade with the second.",
     .repeated = true},
    {.name = "embargoes",
     .type = card::Type::choice,
     .help = "Whether those who refuse oil under an embargo go on to do so.",
     .fallback = "kept",
     .choices = kEmbargoWords},
    card::number("escort", "share", "Of what is closed that escorts, sweeping or terms open again.",
                 "", "0", 0, 1)};

constexpr auto kFields = [] {
  std::array<card::Field, std::size(kAsked) + actors::kCommerceTerms.size()> fields{};
  std::ranges::copy(kAsked, fields.begin());
  std::size_t at = std::size(kAsked);
  for (const actors::CommerceTerm& one : actors::kCommerceTerms) fields[at++] = one.field;
  return fields;
}();

constexpr std::size_t kUsualWorlds = 100;

/// Every closing in every world, and both ends of every term in the closing that loses most.
Result<CommerceFindings> sweep(const CommerceGround& ground, const actors::CommerceTerms& terms,
                               const Request& request) {
  const auto sampling = campaign::read_sampling(request.arguments, request.run, kUsualWorlds);
  CommerceFindings f{ground, terms, {}, {}, sampling.vary.facts, {}, {}, {}};
  const std::size_t worlds = f.varied ? sampling.draws : 1;
  const scenario::Plan& plan = request.library.plan;
  const auto terms_in = [&](const campaign::WorldId& id) {
    return campaign::all_in(actors::kCommerceTerms, terms, plan, id);
  };
  for (const Closing& closing : ground.closings) {
    f.plain.push_back(disturbance_of(ground, commerce_world(ground, closing, terms, {})));
    solve::Sums sums(row_of(f.plain.back()).size(), worlds, 1);
    on_threads(worlds, request.run, [&](std::size_t w) {
      campaign::WorldId id{sampling.seed, {}};
      if (f.varied) id.number = w;
      sums.add(w,
               row_of(disturbance_of(ground, commerce_world(ground, closing, terms_in(id), id))));
    });
    f.sums.push_back(std::move(sums));
  }
  auto coercions = coercions_of(request, terms);
  if (!coercions) return coercions.error();
  f.coercions = std::move(coercions).value();
  std::vector<std::vector<Coercion>> drawn(worlds);
  if (!f.coercions.empty())
    on_threads(worlds, request.run, [&](std::size_t w) {
      campaign::WorldId id{sampling.seed, {}};
      if (f.varied) id.number = w;
      drawn[w] = coercions_of(request, terms_in(id)).value();
    });
  for (std::size_t i = 0; i < f.coercions.size(); ++i) {
    solve::Sums sums(2, worlds, 1);
    for (std::size_t w = 0; w < worlds; ++w)
      sums.add(w, {drawn[w][i].loss_target, drawn[w][i].loss_sender});
    f.coercion_sums.push_back(std::move(sums));
  }
  if (ground.closings.empty()) return f;
  const std::size_t most = static_cast<std::size_t>(
      std::ranges::max_element(f.plain, {}, &Disturbance::lost) - f.plain.begin());
  f.swings.resize(actors::kCommerceTerms.size());
  on_threads(f.swings.size(), request.run, [&](std::size_t i) {
    const actors::CommerceTerm& term = actors::kCommerceTerms[i];
    const auto range = campaign::range_of(term.field, terms.*term.value, plan);
    const auto price = [&](double at) {
      actors::CommerceTerms moved = terms;
      moved.*term.value = at;
      return disturbance_of(ground, commerce_world(ground, ground.closings[most], moved, {})).price;
    };
    f.swings[i] = {price(range.low), price(range.high)};
  });
  return f;
}

void add_notices(Record& record, const CommerceFindings& f) {
  const double short_now = f.plain.empty() ? 0 : f.plain.front().usual.lost();
  if (short_now > 0.05)
    record.notices.push_back(
        "With nothing closed " + std::to_string(short_now).substr(0, 4) +
        " million barrels a day are wanted that exports do not cover or that find "
        "no way; only what is lost beyond that counts.");
  record.notices.emplace_back(
      "Flows are those of least barrel-days between regions, of two kinds of oil: what some refuse "
      "under an embargo, and all other. `published` and `usual` in table `straits` say how far "
      "that "
      "is from what ships do.");
  record.notices.emplace_back(
      "Prices are of the first weeks, by elasticities of that span; demand and supply answer more "
      "in a year.");
  if (!f.coercions.empty())
    record.notices.emplace_back(
        "Trade between two states is worked out by gravity, for the library has no table of it.");
}

Result<Record> run(const Request& request) {
  auto ground = asked_ground(request);
  if (!ground) return ground.error();
  CommerceGround& made = ground.value();
  made.embargoes_kept = card::argument(request.arguments, "embargoes") != "lifted";
  made.escort = belief::number(request.arguments, "escort", 0);
  actors::CommerceTerms terms;
  campaign::read_all(actors::kCommerceTerms, terms, request.arguments, request.library.plan);
  const auto f = sweep(made, terms, request);
  if (!f) return f.error();
  Record record;
  record.exact = !f->varied;
  record.provenance.draws =
      f->varied ? static_cast<std::int64_t>(
                      campaign::read_sampling(request.arguments, request.run, kUsualWorlds).draws)
                : 0;
  record.finding = commerce_finding(*f);
  record.params = {{"vary", {Value(card::argument(request.arguments, "vary"))}}};
  add_tables(record, *f);
  add_concentration(record.table(commerce_tables().back()), made,
                    static_cast<std::size_t>(record.provenance.draws),
                    campaign::read_sampling(request.arguments, request.run, kUsualWorlds).seed);
  add_notices(record, *f);
  return record;
}

}  // namespace

const Analysis commerce{
    .card = {.name = "commerce",
             .question = "What trade is at risk, what does it do to prices, and who bears it?",
             .source = "Flows of least cost; price response: Caldara, Cavallo and Iacoviello "
                       "(2019); gravity: Tinbergen (1962), alliances: Gowa and Mansfield (2004), "
                       "Long and Leeds (2006); flows: US Energy Information Administration",
             .subject = card::Subject::scenario,
             .subject_optional = true,
             .subject_help = "reference_2026",
             .fields = kFields,
             .tables = commerce_tables(),
             .views = commerce_views()},
    .run = run,
};

}  // namespace entente::analysis

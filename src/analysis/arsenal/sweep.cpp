#include "analysis/arsenal/sweep.h"

#include <algorithm>
#include <utility>

namespace entente::analysis {
namespace {

using namespace campaign;

/// Stocks of which somebody may fire, or might give, in a magazine; by index, each once.
std::vector<int> stocks_in(const Question& q, const Armoury& armoury, const Magazine& magazine,
                           bool partners) {
  std::vector<int> found;
  std::vector<Symbol> firing;
  for (const HolderCase& one : armoury.holders)
    if (at(armoury.stocks, one.stock).munition == magazine.munition &&
        may_fire(q.situation, armoury, one, magazine.uses)) {
      found.push_back(one.stock);
      firing.push_back(one.state);
    }
  if (partners)
    for (const HolderCase& one : armoury.holders)
      if (at(armoury.stocks, one.stock).munition == magazine.munition &&
          std::ranges::any_of(firing, [&](Symbol other) {
            return armoury.tie(one.state, other, magazine.munition) >= 0;
          }))
        found.push_back(one.stock);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

/// The first of those with the largest value above 0, or -1.
template <class Value>
int most(const std::vector<int>& stocks, Value value) {
  int best = -1;
  for (const int one : stocks)
    if (value(one) > 0 && (best < 0 || value(one) > value(best))) best = one;
  return best;
}

/// Whether a tie joins a state that may fire in a magazine to one that holds the munition.
bool bears(const Question& q, const Armoury& armoury, const TieCase& tie,
           const Magazine& magazine) {
  if (std::ranges::find(tie.munitions, magazine.munition) == tie.munitions.end()) return false;
  bool holds_from = false, holds_to = false, fires = false;
  for (const HolderCase& one : armoury.holders) {
    if (at(armoury.stocks, one.stock).munition != magazine.munition) continue;
    const bool from = one.state == tie.from, to = one.state == tie.to;
    holds_from = holds_from || from;
    holds_to = holds_to || to;
    fires = fires || ((from || to) && may_fire(q.situation, armoury, one, magazine.uses));
  }
  return holds_from && holds_to && fires;
}

void add_moves(ArsenalQuestion& a, std::size_t index) {
  const Magazine& magazine = a.magazines[index];
  for (const int stock : stocks_in(a.question, a.armoury, magazine, true)) {
    const StockCase& one = at(a.armoury.stocks, stock);
    if (one.stock.range.high > 0) a.moves.push_back({index, Mover::stock, stock});
    if (one.production.range.high > 0) a.moves.push_back({index, Mover::line, stock});
  }
  for (std::size_t i = 0; i < a.armoury.ties.size(); ++i)
    if (bears(a.question, a.armoury, a.armoury.ties[i], magazine))
      a.moves.push_back({index, Mover::tie, static_cast<int>(i)});
  a.moves.push_back({index, Mover::surge, -1});
  a.moves.push_back({index, Mover::approval, -1});
  if (magazine.buyer < 0) return;
  a.moves.push_back({index, Mover::ordered_before, magazine.buyer});
  a.moves.push_back({index, Mover::ordered_now, magazine.buyer});
}

/// The day of exhaustion if a move were made the other way.
double day_of(const ArsenalQuestion& a, const FiringDraw& draw, const ArsenalMove& move) {
  Change change;
  const auto rounds = [&] { return rounds_bought(a.armoury, draw.numbers, move.which, kOrder); };
  switch (move.mover) {
    case Mover::stock:
      change.without_stock = move.which;
      break;
    case Mover::line:
      change.without_line = move.which;
      break;
    case Mover::tie:
      change.without_tie = move.which;
      break;
    case Mover::surge:
      change.without_surge = true;
      break;
    case Mover::approval:
      change.without_approval = true;
      break;
    case Mover::ordered_before:
      change.buyer = move.which;
      change.bought_before = rounds();
      break;
    case Mover::ordered_now:
      change.buyer = move.which;
      change.bought_now = rounds();
      break;
  }
  return fire(draw, a.magazines[move.magazine].uses, change, Until::first_shortage).day;
}

/// Whether a move takes away what the draw has, so that what it gives is the draw less the move.
bool takes_away(Mover mover) {
  return mover == Mover::stock || mover == Mover::line || mover == Mover::tie ||
         mover == Mover::surge;
}

}  // namespace

std::string_view word(Mover mover) {
  constexpr std::string_view kWords[] = {"stock",    "line",           "tie",        "surge",
                                         "approval", "ordered_before", "ordered_now"};
  return kWords[static_cast<std::size_t>(mover)];
}

std::string ArsenalQuestion::name_of(const ArsenalMove& move) const {
  if (move.which < 0) return "";
  return move.mover == Mover::tie ? at(armoury.ties, move.which).name
                                  : at(armoury.stocks, move.which).holder;
}

ArsenalQuestion arsenal_question(const Question& question, const Armoury& armoury,
                                 const ArsenalPremises& premises, const Symbols& symbols) {
  ArsenalQuestion a{question, armoury, premises, symbols, {}, {}};
  for (std::size_t set = 0; set < question.sets.size(); ++set)
    for (std::size_t u = 0; u < armoury.munitions.size(); ++u) {
      Magazine magazine;
      magazine.set = set;
      magazine.munition = static_cast<int>(u);
      magazine.uses = uses_in(armoury, question.sets[set], magazine.munition);
      if (magazine.uses.empty()) continue;
      const std::vector<int> stocks = stocks_in(question, armoury, magazine, false);
      magazine.buyer =
          most(stocks, [&](int one) { return at(armoury.stocks, one).production.range.value; });
      magazine.largest =
          most(stocks, [&](int one) { return at(armoury.stocks, one).stock.range.value; });
      const auto same = std::ranges::find(a.magazines, magazine.uses, &Magazine::uses);
      magazine.like = static_cast<std::size_t>(same - a.magazines.begin());
      a.magazines.push_back(std::move(magazine));
    }
  for (std::size_t i = 0; i < a.magazines.size(); ++i) {
    a.magazines[i].first_move = a.moves.size();
    add_moves(a, i);
  }
  return a;
}

std::vector<double> arsenal_row(const ArsenalQuestion& a, const ArmouryNumbers& numbers,
                                const Kept& kept, bool detailed) {
  const ArsenalColumns columns{a.magazines.size(), a.moves.size()};
  const FiringDraw draw{a.question.situation, a.armoury, numbers, kept};
  std::vector<double> row(detailed ? columns.size() : columns.head());
  std::vector<double> days;  // By magazine; the whole horizon where it lasts.
  for (std::size_t i = 0; i < a.magazines.size(); ++i) {
    if (const std::size_t like = a.magazines[i].like; like != i) {
      days.push_back(days[like]);
      std::copy_n(row.begin() + static_cast<std::ptrdiff_t>(columns.day(like)),
                  ArsenalColumns::kFigures,
                  row.begin() + static_cast<std::ptrdiff_t>(columns.day(i)));
      continue;
    }
    const Outcome outcome = fire(draw, a.magazines[i].uses);
    days.push_back(outcome.day);
    row[columns.day(i)] = outcome.lasts ? 0 : outcome.day;
    row[columns.runs_out(i)] = outcome.lasts ? 0 : 1;
    row[columns.lasts(i)] = outcome.lasts ? 1 : 0;
    row[columns.fired(i)] = outcome.fired;
    row[columns.refill_now(i)] = outcome.refill_now;
    row[columns.refill_full(i)] = outcome.refill_full;
  }
  if (!detailed) return row;
  for (std::size_t m = 0; m < a.moves.size(); ++m) {
    const ArsenalMove& move = a.moves[m];
    const Magazine& here = a.magazines[move.magazine];
    if (here.like != move.magazine) {  // The same moves in the same order.
      const std::size_t first = a.magazines[here.like].first_move;
      row[columns.moved(m)] = row[columns.moved(first + m - here.first_move)];
      continue;
    }
    const double day = days[move.magazine], other = day_of(a, draw, move);
    row[columns.moved(m)] = takes_away(move.mover) ? day - other : other - day;
  }
  return row;
}

Drawn run_arsenal(const ArsenalQuestion& a, const Sampling& sampling, const Run& run) {
  const ArsenalColumns columns{a.magazines.size(), a.moves.size()};
  const Question& q = a.question;
  const Honour honour = sampling.vary.honour ? Honour::drawn : Honour::expected;
  return over_draws(
      sampling, columns.head(), columns.size(), run,
      [&](const WorldId& id) {
        return std::pair(numbers_of(q.situation, q.premises, a.symbols, id),
                         armoury_numbers(a.armoury, a.premises, id));
      },
      [&](const auto& world, std::uint64_t draw, bool detailed) {
        const Kept kept = kept_in(q.situation, world.first, honour, sampling.seed, draw);
        return arsenal_row(a, world.second, kept, detailed);
      },
      Stopped::kept);
}

}  // namespace entente::analysis

#include "analysis/entrapment/tables.h"

#include <algorithm>
#include <functional>

#include "base/name.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Record;
using card::Table;
using card::Value;

constexpr Bounds kFirmness{-1, 1};

class Writing {
 public:
  Writing(Record& record, const EntrapmentFindings& f)
      : record_(record), f_(f), a_(f.asked), columns_(f.columns()) {}

  void run() {
    windows();
    firmness();
    bounds();
    clauses();
    dilemma();
    regimes();
    domestic();
    assumptions();
  }

 private:
  Table& table(std::string_view name) {
    return record_.table(*std::ranges::find(entrapment_tables(), name, &card::TableSpec::name));
  }
  /// Nothing of honour is drawn, so what varies are facts or nothing.
  Vary vary() const { return {a_.sampling.vary.facts, a_.sampling.vary.facts}; }

  template <class Figure>
  void figure(std::vector<Value>& row, std::size_t of, Figure which, const Bounds& bounds) const {
    put(row, f_.sums.estimate(columns_.of(of, which)), vary(), bounds);
  }
  template <class Figure>
  void share(std::vector<Value>& row, std::size_t of, Figure which) const {
    put_interval(row, f_.sums.estimate(columns_.of(of, which)), vary(), kShare);
  }

  std::vector<Value> begun(const Clause& one) const {
    return {f_.contingency(one.place), one.promisor, one.agreement, one.article};
  }

  /// Clauses, that which adds most as it is believed first.
  std::vector<std::size_t> firmest_first() const {
    std::vector<std::size_t> order(a_.clauses.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto now = [&](std::size_t i) { return f_.sums.mean(columns_.of(i, OfClause::now)); };
    std::ranges::stable_sort(order, std::greater<>(), now);
    return order;
  }

  void windows() {
    Table& into = table("windows");
    for (const std::size_t i : firmest_first()) {
      const Clause& one = a_.clauses[i];
      std::vector<Value> row{f_.contingency(one.place),
                             a_.players[one.place].aggressor,
                             one.proteges,
                             one.promisor,
                             one.agreement,
                             one.article,
                             one.benson,
                             one.conditional(a_.condition)};
      figure(row, i, OfClause::from, kFirmness);
      figure(row, i, OfClause::to, kFirmness);
      share(row, i, OfClause::opens);
      share(row, i, OfClause::attains);
      share(row, i, OfClause::opens_unconditional);
      figure(row, i, OfClause::now, kFirmness);
      into.row(std::move(row));
    }
  }

  void firmness() {
    Table& into = table("firmness");
    for (std::size_t i = 0; i < a_.clauses.size(); ++i) {
      std::vector<Value> row = begun(a_.clauses[i]);
      figure(row, i, OfClause::full, kFirmness);
      for (const OfClause which :
           {OfClause::now_deters, OfClause::now_frees, OfClause::firm_deters, OfClause::firm_frees})
        share(row, i, which);
      into.row(std::move(row));
    }
  }

  void bounds() {
    Table& into = table("bounds");
    for (std::size_t i = 0; i < a_.clauses.size(); ++i) {
      std::vector<Value> row = begun(a_.clauses[i]);
      for (const OfClause which :
           {OfClause::alone, OfClause::deters, OfClause::emboldens, OfClause::credible})
        figure(row, i, which, kFirmness);
      into.row(std::move(row));
    }
  }

  void clauses() {
    Table& into = table("clauses");
    const auto said = [](const Reading& one) { return (one.owed ? "" : "not: ") + one.because; };
    for (const Clause& one : a_.clauses) {
      if (one.together()) continue;
      into.row({f_.contingency(one.place), one.proteges, one.promisor, one.agreement, one.article,
                one.duty, one.discretion, said(one.own_attack), said(one.struck_back),
                said(one.provoked), one.conditional(Condition::attacked),
                one.conditional(Condition::not_first), one.conditional(Condition::unprovoked),
                one.benson});
    }
  }

  const std::string& owner(const Pairing& one) const {
    return a_.question.situation.owners[one.owner].name;
  }

  void dilemma() {
    Table& into = table("dilemma");
    for (std::size_t i = 0; i < a_.pairings.size(); ++i) {
      const Pairing& one = a_.pairings[i];
      std::vector<Value> row{f_.contingency(one.place), one.proteges, owner(one)};
      figure(row, i, OfPairing::need, kShare);
      figure(row, i, OfPairing::others, kNotNegative);
      for (const OfPairing which :
           {OfPairing::depends, OfPairing::reliability, OfPairing::commitment})
        figure(row, i, which, kShare);
      into.row(std::move(row));
    }
  }

  void regimes() {
    Table& into = table("regimes");
    for (std::size_t i = 0; i < a_.pairings.size(); ++i) {
      const Pairing& one = a_.pairings[i];
      std::vector<Value> row{f_.contingency(one.place), owner(one), one.proteges,
                             a_.players[one.place].aggressor};
      figure(row, i, OfPairing::crossover, kNotNegative);
      figure(row, i, OfPairing::perceived, kNotNegative);
      share(row, i, OfPairing::joins);
      into.row(std::move(row));
    }
  }

  void domestic() {
    Table& into = table("domestic");
    for (std::size_t i = 0; i < a_.promisors.size(); ++i) {
      const Promisor& one = a_.promisors[i];
      std::vector<Value> row{a_.question.situation.owners[one.owner].name,
                             one.known ? std::string(word(one.regime)) : std::string("unknown"),
                             std::string(word(entente::domestic::Decision::send_troops))};
      figure(row, i, OfPromisor::before, kShare);
      figure(row, i, OfPromisor::gate, kShare);
      share(row, i, OfPromisor::sends);
      figure(row, i, OfPromisor::after, kShare);
      share(row, i, OfPromisor::stays);
      into.row(std::move(row));
    }
  }

  void assumptions() {
    Table& into = table("assumptions");
    each_promise_stake(a_.stakes, [&](const card::Field& field, double value) {
      const world::Uncertain range = range_of(field, value, a_.question.premises.plan);
      into.row({std::string(field.name), range.value, range.low, range.high,
                std::string(field.unit), std::string("assumption"), std::string(field.source)});
    });
  }

  Record& record_;
  const EntrapmentFindings& f_;
  const EntrapmentAsked& a_;
  EntrapmentColumns columns_;
};

}  // namespace

void add_tables(Record& record, const EntrapmentFindings& findings) {
  Writing(record, findings).run();
}

}  // namespace entente::analysis

#include "campaign/block_dictionary.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::campaign {
namespace {

/// A variable of its own block is exchanged rather than one that balances a link, unless its entry
/// is this much smaller.
constexpr double kMuchSmaller = 0.1;
/// Below it a pivot of the equations of pairs is none.
constexpr double kSingular = 1e-9;

}  // namespace

void Line::clear(std::size_t variables) {
  for (const Variable one : at_) {
    k_[one] = 0;
    seen_[one] = 0;
  }
  at_.clear();
  if (k_.size() < variables) {
    k_.resize(variables, 0.0);
    seen_.resize(variables, 0);
  }
}

void BlockDictionary::clear() {
  spots_.clear();
  count_ = links_ = 0;
  tight_.clear();
  balance_.clear();
}

Variable BlockDictionary::add_block(std::size_t columns) {
  const auto first = static_cast<Variable>(spots_.size());
  if (count_ == blocks_.size()) blocks_.emplace_back();
  Block& block = blocks_[count_];
  block.rows.reset(columns);
  block.of_row.clear();
  block.of_column.clear();
  for (std::size_t j = 0; j < columns; ++j) {
    block.of_column.push_back(static_cast<Variable>(spots_.size()));
    spots_.push_back(
        {static_cast<std::uint32_t>(count_), static_cast<std::uint32_t>(j), kUnpaired, false});
  }
  ++count_;
  return first;
}

Variable BlockDictionary::add_sum(std::size_t block) {
  const auto name = static_cast<Variable>(spots_.size());
  const auto row = static_cast<std::uint32_t>(blocks_[block].rows.add_row());
  blocks_[block].of_row.push_back(name);
  spots_.push_back({static_cast<std::uint32_t>(block), row, kUnpaired, true});
  return name;
}

Variable BlockDictionary::add_link() {
  if (links_ == parts_.size()) parts_.emplace_back();
  parts_[links_].clear();
  spots_.push_back({kLinks, static_cast<std::uint32_t>(links_++), kUnpaired, true});
  return static_cast<Variable>(spots_.size() - 1);
}

bool BlockDictionary::basic(Variable one) const {
  const Spot& spot = spots_[one];
  return spot.row == (spot.pair == kUnpaired);
}

std::uint32_t BlockDictionary::part_of(std::uint32_t link, std::uint32_t block) {
  for (const Part& part : parts_[link])
    if (part.block == block) return part.row;
  const auto row = static_cast<std::uint32_t>(blocks_[block].rows.add_row());
  parts_[link].push_back({block, row});
  return row;
}

void BlockDictionary::add(Variable sum, Variable term, double k) {
  const Spot to = spots_[sum], from = spots_[term];
  Block& block = blocks_[from.block];
  std::uint32_t row = to.at;
  if (to.block == kLinks) {
    const std::size_t rows = block.rows.rows();
    row = part_of(to.at, from.block);
    if (block.rows.rows() > rows) block.of_row.push_back(sum);
  }
  if (from.row)
    block.rows.add_row(row, from.at, k);
  else
    block.rows.add(row, from.at, k);
}

void BlockDictionary::add_link_to(Variable sum, Variable link, double k) {
  for (const Part& part : parts_[spots_[link].at]) {
    Block& block = blocks_[part.block];
    const std::size_t rows = block.rows.rows();
    const std::uint32_t row = part_of(spots_[sum].at, part.block);
    if (block.rows.rows() > rows) block.of_row.push_back(sum);
    block.rows.add_row(row, part.row, k);
  }
}

/// A row of a block; what balances tight links goes to `side_`.
void BlockDictionary::base_row(const Block& block, std::size_t row, Line& line) {
  block.rows.in_row(row, [&](std::size_t j) {
    const Variable one = block.of_column[j];
    const double k = block.rows.at(row, j);
    if (spots_[one].pair == kUnpaired)
      line.add(one, k);
    else
      side_[spots_[one].pair] += k;
  });
}

/// Replaces what balances tight links by these links and the other variables in them.
void BlockDictionary::balance_row(Line& line) {
  const std::size_t pairs = tight_.size();
  share_.assign(pairs, 0.0);
  for (std::size_t s = 0; s < pairs; ++s) {
    if (side_[s] == 0) continue;
    for (std::size_t t = 0; t < pairs; ++t) share_[t] += side_[s] * inverse_[s * pairs + t];
  }
  for (std::size_t t = 0; t < pairs; ++t) {
    if (share_[t] == 0) continue;
    line.add(tight_[t], share_[t]);
    for (const Part& part : parts_[spots_[tight_[t]].at]) {
      const Block& block = blocks_[part.block];
      block.rows.in_row(part.row, [&](std::size_t j) {
        const Variable one = block.of_column[j];
        if (spots_[one].pair == kUnpaired) line.add(one, -share_[t] * block.rows.at(part.row, j));
      });
    }
  }
}

void BlockDictionary::row(Variable basic, Line& line) {
  const Spot& spot = spots_[basic];
  line.clear(spots_.size());
  side_.assign(tight_.size(), 0.0);
  if (spot.block == kLinks)
    for (const Part& part : parts_[spot.at]) base_row(blocks_[part.block], part.row, line);
  else if (spot.row)
    base_row(blocks_[spot.block], spot.at, line);
  else
    side_[spot.pair] = 1;
  if (!tight_.empty()) balance_row(line);
}

/// k times a column of a block; what tight links have of it goes to `side_`.
void BlockDictionary::base_column(const Block& block, std::size_t column, double k, Line& line) {
  block.rows.in_column(column, [&](std::size_t i) {
    const Variable one = block.of_row[i];
    const Spot& spot = spots_[one];
    if (spot.pair == kUnpaired)
      line.add(one, k * block.rows.at(i, column));
    else
      side_[spot.pair] += block.rows.at(i, column);
  });
}

void BlockDictionary::column(Variable other, Line& line) {
  const Spot& spot = spots_[other];
  const std::size_t pairs = tight_.size();
  line.clear(spots_.size());
  side_.assign(pairs, 0.0);
  if (spot.block == kLinks)
    side_[spot.pair] = -1;
  else
    base_column(blocks_[spot.block], spot.at, 1, line);
  if (pairs == 0) return;
  share_.assign(pairs, 0.0);
  for (std::size_t t = 0; t < pairs; ++t) {
    if (side_[t] == 0) continue;
    for (std::size_t s = 0; s < pairs; ++s) share_[s] -= inverse_[s * pairs + t] * side_[t];
  }
  for (std::size_t s = 0; s < pairs; ++s) {
    if (share_[s] == 0) continue;
    line.add(balance_[s], share_[s]);
    const Spot& by = spots_[balance_[s]];
    base_column(blocks_[by.block], by.at, share_[s], line);
  }
}

void BlockDictionary::gains(std::size_t block, const std::vector<double>& price,
                            std::vector<double>& found) const {
  const Block& one = blocks_[block];
  found.assign(one.of_column.size(), 0.0);
  for (std::size_t i = 0; i < one.of_row.size(); ++i)
    if (is_link(one.of_row[i]) && price[one.of_row[i]] != 0)
      one.rows.add_to(found, i, price[one.of_row[i]]);
}

void BlockDictionary::balance_prices(std::vector<double>& price) {
  const std::size_t pairs = tight_.size();
  if (pairs == 0) return;
  share_.assign(pairs, 0.0);
  for (std::size_t s = 0; s < pairs; ++s) {
    const Spot& spot = spots_[balance_[s]];
    const Block& block = blocks_[spot.block];
    double worth = 0;
    block.rows.in_column(spot.at, [&](std::size_t i) {
      const Spot& of = spots_[block.of_row[i]];
      if (of.block == kLinks && of.pair == kUnpaired)
        worth += price[block.of_row[i]] * block.rows.at(i, spot.at);
    });
    for (std::size_t t = 0; t < pairs; ++t) share_[t] -= worth * inverse_[s * pairs + t];
  }
  for (std::size_t t = 0; t < pairs; ++t) price[tight_[t]] = share_[t];
}

void BlockDictionary::exchange_in_block(Variable leaves, Variable enters) {
  Spot& out = spots_[leaves];
  Spot& in = spots_[enters];
  Block& block = blocks_[out.block];
  block.rows.pivot(out.at, in.at);
  std::swap(block.of_row[out.at], block.of_column[in.at]);
  std::swap(out.at, in.at);
  out.row = false;
  in.row = true;
}

/// A variable of the basis of a block leaves; the other one enters wherever it is.
void BlockDictionary::leave_block(Variable leaves, Variable enters) {
  const Spot& out = spots_[leaves];
  const Block& block = blocks_[out.block];
  Variable by = kNoVariable;
  double most = 0;
  for (const Variable one : balance_) {
    if (spots_[one].block != out.block) continue;
    const double size = std::abs(block.rows.at(out.at, spots_[one].at));
    if (size <= most) continue;
    most = size;
    by = one;
  }
  if (spots_[enters].block == out.block) {
    const double own = std::abs(block.rows.at(out.at, spots_[enters].at));
    if (own > 0 && own >= kMuchSmaller * most) return exchange_in_block(leaves, enters);
  }
  assert(by != kNoVariable);
  exchange_in_block(leaves, by);
  if (is_link(enters)) {
    drop(balance_, spots_[by].pair);
    drop(tight_, spots_[enters].pair);
  } else {
    replace(balance_, by, enters);
  }
}

void BlockDictionary::replace(std::vector<Variable>& pairs, Variable old, Variable other) {
  const std::uint32_t pair = spots_[old].pair;
  pairs[pair] = other;
  spots_[old].pair = kUnpaired;
  spots_[other].pair = pair;
}

void BlockDictionary::drop(std::vector<Variable>& pairs, std::uint32_t pair) {
  const Variable one = pairs[pair];
  pairs[pair] = pairs.back();
  spots_[pairs[pair]].pair = pair;
  spots_[one].pair = kUnpaired;
  pairs.pop_back();
}

bool BlockDictionary::pivot(Variable leaves, Variable enters) {
  const bool link_out = is_link(leaves), link_in = is_link(enters);
  if (!link_out && spots_[leaves].row) {
    leave_block(leaves, enters);
  } else if (link_out && link_in) {
    replace(tight_, enters, leaves);
  } else if (link_out) {
    spots_[leaves].pair = spots_[enters].pair = static_cast<std::uint32_t>(tight_.size());
    tight_.push_back(leaves);
    balance_.push_back(enters);
  } else if (link_in) {
    drop(balance_, spots_[leaves].pair);
    drop(tight_, spots_[enters].pair);
  } else {
    replace(balance_, leaves, enters);
  }
  return tight_.empty() || invert();
}

/// Of the entries that tight links have of what balances them, by Gauss and Jordan.
bool BlockDictionary::invert() {
  const std::size_t pairs = tight_.size();
  work_.assign(pairs * pairs, 0.0);  // [tight * pairs + balance]
  for (std::size_t t = 0; t < pairs; ++t)
    for (const Part& part : parts_[spots_[tight_[t]].at])
      for (std::size_t s = 0; s < pairs; ++s)
        if (spots_[balance_[s]].block == part.block)
          work_[t * pairs + s] = blocks_[part.block].rows.at(part.row, spots_[balance_[s]].at);
  inverse_.assign(pairs * pairs, 0.0);
  for (std::size_t t = 0; t < pairs; ++t) inverse_[t * pairs + t] = 1;
  for (std::size_t s = 0; s < pairs; ++s) {
    std::size_t best = s;
    for (std::size_t i = s + 1; i < pairs; ++i)
      if (std::abs(work_[i * pairs + s]) > std::abs(work_[best * pairs + s])) best = i;
    if (std::abs(work_[best * pairs + s]) < kSingular) return false;
    for (auto* matrix : {&work_, &inverse_}) {
      double *one = &(*matrix)[s * pairs], *other = &(*matrix)[best * pairs];
      if (best != s) std::swap_ranges(one, one + pairs, other);
    }
    const double by = 1 / work_[s * pairs + s];
    for (auto* matrix : {&work_, &inverse_})
      for (std::size_t j = 0; j < pairs; ++j) (*matrix)[s * pairs + j] *= by;
    for (std::size_t i = 0; i < pairs; ++i) {
      const double k = work_[i * pairs + s];
      if (i == s || k == 0) continue;
      for (auto* matrix : {&work_, &inverse_})
        for (std::size_t j = 0; j < pairs; ++j)
          (*matrix)[i * pairs + j] -= k * (*matrix)[s * pairs + j];
    }
  }
  return true;
}

}  // namespace entente::campaign

#include "treaty/predicate.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "base/name.h"

namespace entente::treaty {
namespace {

using Op = Step::Op;
using Field = Step::Field;
using Set = Step::Set;

constexpr int kDeepest = 64;  // Nesting of parentheses and "not"; also of areas within areas.

constexpr std::array<std::pair<std::string_view, Field>, 13> kFields{{
    {"administered_by", Field::administered_by},
    {"sovereign", Field::sovereign},
    {"claimed_by", Field::claimed_by},
    {"owner", Field::owner},
    {"id", Field::id},
    {"kind", Field::kind},
    {"region", Field::region},
    {"sea", Field::sea},
    {"continent", Field::continent},
    {"eu", Field::eu},
    {"asset", Field::asset},
    {"lat", Field::lat},
    {"lon", Field::lon},
}};

std::optional<Field> field_named(std::string_view word) {
  for (const auto& [name, field] : kFields)
    if (name == word) return field;
  return std::nullopt;
}

bool holds_state(Field field) { return field >= Field::administered_by && field <= Field::owner; }
bool holds_number(Field field) { return field == Field::lat || field == Field::lon; }

struct Token {
  std::string_view text;
  int column = 1;
};

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || c == '.' || c == '-';
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      ++at;
      continue;
    }
    std::size_t length = 1;
    if (is_word(c)) {
      while (at + length < text.size() && is_word(text[at + length])) ++length;
    } else if ((c == '<' || c == '>' || c == '!') && at + 1 < text.size() && text[at + 1] == '=') {
      length = 2;
    }
    tokens.push_back({text.substr(at, length), static_cast<int>(at) + 1});
    at += length;
  }
  return tokens;
}

/// Recursive descent over the tokens; appends steps in postfix order.
class Parser {
 public:
  Parser(std::string_view text, Symbols& symbols)
      : symbols_(symbols), tokens_(tokens_of(text)), end_(static_cast<int>(text.size()) + 1) {}

  Result<Predicate> parse() {
    if (tokens_.empty()) return fault("an area needs a predicate, such as `sovereign in parties`");
    expression(0);
    if (!fault_ && at_ < tokens_.size()) (void)fault("expected `and`, `or` or the end");
    if (fault_) return *fault_;
    return Predicate{std::move(steps_)};
  }

 private:
  [[nodiscard]] std::string_view peek() const {
    return at_ < tokens_.size() ? tokens_[at_].text : "";
  }
  bool take(std::string_view word) {
    if (fault_ || peek() != word) return false;
    ++at_;
    return true;
  }
  Error fault(std::string message, std::string hint = "") {
    const int column = at_ < tokens_.size() ? tokens_[at_].column : end_;
    if (!fault_)
      fault_ = Error{Code::predicate, {"", 1, column}, std::move(message), std::move(hint)};
    return *fault_;
  }

  void expression(int depth) {
    if (depth > kDeepest) {
      (void)fault("the predicate is nested too deeply");
      return;
    }
    term(depth);
    while (take("or")) {
      term(depth);
      steps_.push_back({.op = Op::either});
    }
  }

  void term(int depth) {
    factor(depth);
    while (take("and")) {
      factor(depth);
      steps_.push_back({.op = Op::both});
    }
  }

  void factor(int depth) {
    if (fault_) return;
    if (depth > kDeepest) {
      (void)fault("the predicate is nested too deeply");
    } else if (take("not")) {
      factor(depth + 1);
      steps_.push_back({.op = Op::invert});
    } else if (take("(")) {
      expression(depth + 1);
      if (!take(")")) (void)fault("expected `)`");
    } else if (take("true")) {
      steps_.push_back({.op = Op::yes});
    } else if (take("false")) {
      steps_.push_back({.op = Op::no});
    } else {
      test();
    }
  }

  void test() {
    if (take("within")) {
      steps_.push_back({.op = Op::within, .names = {name("a polygon")}});
      return;
    }
    const auto field = field_named(peek());
    if (!field) {
      const Symbol area = name("a field or an area");
      if (const auto next = peek(); !fault_ && (next == "=" || next == "!=" || next == "in")) {
        --at_;
        std::vector<std::string> known;
        for (const auto& entry : kFields) known.emplace_back(entry.first);
        const std::string word(tokens_[at_].text);
        (void)fault("a place has no `" + word + "`", did_you_mean(word, known));
        return;
      }
      steps_.push_back({.op = Op::area, .names = {area}});
      return;
    }
    ++at_;
    holds_number(*field) ? compare(*field) : match(*field);
  }

  void compare(Field field) {
    Step step{.op = Op::less, .field = field};
    if (take("<"))
      step.op = Op::less;
    else if (take("<="))
      step.op = Op::less_equal;
    else if (take(">"))
      step.op = Op::more;
    else if (take(">="))
      step.op = Op::more_equal;
    else {
      (void)fault("expected `<`, `<=`, `>` or `>=`");
      return;
    }
    const std::string_view number = peek();
    const auto [rest, error] =
        std::from_chars(number.data(), number.data() + number.size(), step.number);
    if (error != std::errc{} || rest != number.data() + number.size() ||
        !std::isfinite(step.number)) {
      (void)fault("expected a number of degrees");
      return;
    }
    ++at_;
    steps_.push_back(std::move(step));
  }

  void match(Field field) {
    Step step{.op = Op::in, .field = field};
    bool invert = false;
    if (take("=") || (invert = take("!="))) {
      one(step);
    } else {
      invert = take("not");
      if (!take("in")) {
        (void)fault("expected `=`, `!=`, `in` or `not in`");
        return;
      }
      several(step);
    }
    steps_.push_back(std::move(step));
    if (invert) steps_.push_back({.op = Op::invert});
  }

  void one(Step& step) {
    if (holds_state(step.field)) {
      if (take("target")) {
        step.set = Set::target;
        return;
      }
      if (take("promisor")) {
        step.set = Set::promisor;
        return;
      }
      if (take("attacker")) {
        step.set = Set::attacker;
        return;
      }
    }
    step.names.push_back(name("a name"));
  }

  void several(Step& step) {
    if (take("{")) {
      do step.names.push_back(name("a name"));
      while (take(","));
      if (!take("}")) (void)fault("expected `,` or `}`");
    } else if (take("parties")) {
      step.set = Set::parties;
    } else {
      step.set = Set::group;
      step.names.push_back(name("a set in braces, `parties` or a group"));
    }
  }

  Symbol name(std::string_view what) {
    if (fault_) return {};
    const std::string_view word = peek();
    if (word.empty() || !is_word(word.front()) || word == "and" || word == "or" || word == "not") {
      (void)fault("expected " + std::string(what));
      return {};
    }
    ++at_;
    return symbols_.intern(word);
  }

  Symbols& symbols_;
  std::vector<Token> tokens_;
  int end_;
  std::size_t at_ = 0;
  std::vector<Step> steps_;
  std::optional<Error> fault_;
};

Symbol word_of(Field field, const Site& site) {
  switch (field) {
    case Field::administered_by:
      return site.administered_by;
    case Field::sovereign:
      return site.sovereign;
    case Field::owner:
      return site.owner;
    case Field::id:
      return site.place->id;
    case Field::kind:
      return site.place->kind;
    case Field::region:
      return site.place->region;
    case Field::sea:
      return site.place->sea;
    case Field::continent:
      return site.place->continent;
    case Field::eu:
      return site.place->eu;
    case Field::asset:
      return site.asset;
    default:
      return {};
  }
}

/// True where `state`, a title of the day, is in the set that the step names.
bool state_in(const Step& step, Symbol state, const Site& site) {
  switch (step.set) {
    case Set::target:
      return state == site.owner;
    case Set::promisor:
      return state == site.promisor;
    case Set::attacker:
      return std::ranges::find(site.attackers, state) != site.attackers.end();
    case Set::parties:
      return std::ranges::find(site.parties, state) != site.parties.end();
    case Set::group: {
      const auto* group = site.world->group(step.names.front());
      return group != nullptr && site.world->in_group(*group, state, site.day);
    }
    case Set::names:
      return std::ranges::any_of(step.names, [&](Symbol name) {
        return name == state || site.world->holder(name, site.day) == state;
      });
  }
  return false;
}

bool in(const Step& step, const Site& site) {
  if (step.field == Field::claimed_by)
    return std::ranges::any_of(site.place->claimed_by, [&](Symbol claimant) {
      const Symbol title = site.world->holder(claimant, site.day);
      return state_in(step, title ? title : claimant, site);
    });
  const Symbol word = word_of(step.field, site);
  if (holds_state(step.field)) return word && state_in(step, word, site);
  return std::ranges::find(step.names, word) != step.names.end();
}

bool judge(const Predicate& predicate, const Site& site, const AreaLookup& area, int depth);

bool judge_step(const Step& step, const Site& site, const AreaLookup& area, int depth) {
  const double degrees = step.field == Field::lat ? site.place->lat : site.place->lon;
  switch (step.op) {
    case Op::yes:
      return true;
    case Op::in:
      return in(step, site);
    case Op::less:
      return degrees < step.number;
    case Op::less_equal:
      return degrees <= step.number;
    case Op::more:
      return degrees > step.number;
    case Op::more_equal:
      return degrees >= step.number;
    case Op::within: {
      const auto* polygon = site.world->polygon(step.names.front());
      return polygon != nullptr && contains(*polygon, site.place->lat, site.place->lon);
    }
    case Op::area: {
      const Predicate* named = depth < kDeepest ? area(step.names.front()) : nullptr;
      return named != nullptr && judge(*named, site, area, depth + 1);
    }
    default:
      return false;
  }
}

bool judge(const Predicate& predicate, const Site& site, const AreaLookup& area, int depth) {
  // Each level of nesting leaves at most two values waiting, so the stack is bounded by the parser.
  std::array<bool, 2 * kDeepest + 4> stack{};
  std::size_t height = 0;
  for (const Step& step : predicate.steps) {
    if (step.op == Op::invert) {
      if (height < 1) return false;
      stack[height - 1] = !stack[height - 1];
    } else if (step.op == Op::both || step.op == Op::either) {
      if (height < 2) return false;
      const bool right = stack[--height];
      bool& left = stack[height - 1];
      left = step.op == Op::both ? (left && right) : (left || right);
    } else {
      if (height == stack.size()) return false;
      stack[height++] = judge_step(step, site, area, depth);
    }
  }
  return height == 1 && stack[0];
}

}  // namespace

Result<Predicate> parse_predicate(std::string_view text, Symbols& symbols) {
  return Parser(text, symbols).parse();
}

std::vector<Symbol> areas_named(const Predicate& predicate) {
  std::vector<Symbol> names;
  for (const Step& step : predicate.steps)
    if (step.op == Op::area) names.push_back(step.names.front());
  return names;
}

bool holds(const Predicate& predicate, const Site& site, const AreaLookup& area) {
  return judge(predicate, site, area, 0);
}

}  // namespace entente::treaty

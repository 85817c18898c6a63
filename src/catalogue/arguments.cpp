/// Checks what a face collected against a card.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/date.h"
#include "base/digits.h"
#include "base/name.h"
#include "catalogue/catalogue.h"

namespace entente::catalogue {
namespace {

using card::Field;
using card::Type;

constexpr std::string_view kVary[] = {"none", "honour", "facts", "all"};

constexpr Field kCommon[] = {
    {.name = "scenario",
     .help = "The scenario to ask: a name in the library or the path of a file.",
     .fallback = "reference_2026"},
    {.name = "without", .help = "Leaves an agreement or a state out, by its id.", .repeated = true},
    {.name = "vary",
     .type = Type::choice,
     .help = "What is sampled or given an interval; law alone has neither.",
     .fallback = "all",
     .choices = kVary},
};

template <class Number>
bool reads_as(std::string_view text, Number& number) {
  const auto end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, number);
  return fault == std::errc() && stop == end;
}

}  // namespace

std::span<const Field> common_fields() { return kCommon; }

const Field* find_field(const card::Card& card, std::string_view name) {
  for (const auto fields : {card.fields, common_fields()}) {
    for (const Field& field : fields) {
      if (field.name == name) return &field;
    }
  }
  return nullptr;
}

const Analysis* find(std::span<const Analysis* const> list, std::string_view name) {
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&](const Analysis* a) { return a->card.name == name; });
  return found == list.end() ? nullptr : *found;
}

Faults check_value(const Field& field, std::string_view text, const Where& where) {
  const std::string flag = "`" + dashed(field.name) + "`";
  const std::string given = "`" + std::string(text) + "`";
  const auto fault = [&](Code code, std::string message, std::string hint) {
    return Faults{{code, where, std::move(message), std::move(hint)}};
  };
  if (text.empty()) return fault(Code::bad_argument, flag + " has no value", "");
  switch (field.type) {
    case Type::number:
    case Type::integer: {
      double number = 0;
      std::int64_t whole = 0;
      const bool read = field.type == Type::integer
                            ? reads_as(text, whole)
                            : reads_as(text, number) && std::isfinite(number);
      if (!read) {
        return fault(
            Code::bad_argument,
            flag + " takes a " + std::string(card::type_word(field.type)) + ", not " + given, "");
      }
      if (field.type == Type::integer) number = static_cast<double>(whole);
      if (field.low != field.high && (number < field.low || number > field.high)) {
        return fault(Code::bad_value, flag + " is out of its range: " + given,
                     "it lies from " + shortest(field.low) + " to " + shortest(field.high));
      }
      return {};
    }
    case Type::choice: {
      const std::vector<std::string> choices(field.choices.begin(), field.choices.end());
      if (std::find(choices.begin(), choices.end(), text) != choices.end()) return {};
      std::string hint = did_you_mean(text, choices);
      if (hint.empty()) hint = "choose one of " + join(choices, ", ");
      return fault(Code::bad_value, flag + " cannot be " + given, hint);
    }
    case Type::boolean:
      if (text == "true" || text == "false") return {};
      return fault(Code::bad_argument, flag + " is true or false, not " + given, "");
    case Type::date:
      if (parse_date(text)) return {};
      return fault(Code::no_such_date, "there is no day " + given,
                   "write a day as YYYY-MM-DD, like 2026-07-01");
    case Type::text:
    case Type::name_of:
    case Type::file:
      return {};
  }
  return {};
}

Faults check_presence(const card::Card& card, std::string_view subject,
                      const card::Arguments& arguments) {
  Faults faults;
  const Where where{"arguments", 0, 0};
  const std::string name = dashed(card.name);
  if (card.subject == card::Subject::none) {
    if (!subject.empty()) {
      faults.push_back({Code::bad_argument, where,
                        "`" + name + "` takes no subject, but has `" + std::string(subject) + "`",
                        ""});
    }
  } else if (subject.empty() && !card.subject_optional) {
    const std::string example(card.subject_help);
    faults.push_back({Code::bad_argument, where,
                      "`" + name + "` lacks its " + std::string(card::subject_name(card)),
                      example.empty() ? "" : "for example: " + example});
  }
  if (card.subject == card::Subject::scenario && !subject.empty() &&
      arguments.contains("scenario")) {
    faults.push_back({Code::duplicate, where, "`" + name + "` is given two scenarios",
                      "keep the subject or --scenario"});
  }
  if (card.applies_scenarios && arguments.contains("scenario")) {
    faults.push_back({Code::bad_argument, where, "`" + name + "` names its scenarios itself",
                      "leave --scenario out"});
  }
  for (const Field& field : card.fields) {
    const auto given = arguments.find(field.name);
    if (field.required && (given == arguments.end() || given->second.empty())) {
      faults.push_back({Code::bad_argument, where,
                        "`" + name + "` lacks its " + std::string(field.name),
                        std::string(field.help)});
    }
  }
  return faults;
}

Faults check_arguments(const card::Card& card, std::string_view subject,
                       const card::Arguments& arguments) {
  Faults faults = check_presence(card, subject, arguments);
  const Where where{"arguments", 0, 0};
  const std::string name = dashed(card.name);
  for (const auto& [key, values] : arguments) {
    const Field* field = find_field(card, key);
    if (field == nullptr) {
      std::vector<std::string> known;
      for (const auto fields : {card.fields, common_fields()}) {
        for (const Field& one : fields) known.emplace_back(one.name);
      }
      faults.push_back({Code::unknown_verb, where, "`" + name + "` takes no `" + key + "`",
                        did_you_mean(key, known)});
      continue;
    }
    if (values.size() > 1 && !field->repeated) {
      faults.push_back(
          {Code::duplicate, where, "`" + dashed(key) + "` is given more than once", "keep one"});
    }
    for (const std::string& value : values) {
      for (Error& fault : check_value(*field, value, where)) faults.push_back(std::move(fault));
    }
  }
  return faults;
}

}  // namespace entente::catalogue

#include "card/card.h"

namespace entente::card {

std::string_view subject_word(Subject subject) {
  switch (subject) {
    case Subject::none:
      return "";
    case Subject::event:
      return "event";
    case Subject::state:
      return "state";
    case Subject::agreement:
      return "agreement";
    case Subject::scenario:
      return "scenario";
    case Subject::study:
      return "study";
    case Subject::case_:
      return "case";
    case Subject::year:
      return "year";
    case Subject::file:
      return "file";
    case Subject::name:
      return "name";
    case Subject::patron:
      return "patron";
  }
  return "";
}

std::string_view subject_name(const Card& card) {
  return card.subject_name.empty() ? subject_word(card.subject) : card.subject_name;
}

std::string_view type_word(Type type) {
  switch (type) {
    case Type::number:
      return "number";
    case Type::integer:
      return "whole number";
    case Type::text:
      return "text";
    case Type::choice:
      return "choice";
    case Type::boolean:
      return "yes or no";
    case Type::date:
      return "date";
    case Type::name_of:
      return "name";
    case Type::file:
      return "file";
  }
  return "";
}

}  // namespace entente::card

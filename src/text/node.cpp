#include "text/node.h"

#include <algorithm>

namespace entente::text {

std::string_view kind_word(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "an empty value";
    case Kind::boolean:
      return "true or false";
    case Kind::integer:
      return "a whole number";
    case Kind::real:
      return "a number";
    case Kind::text:
      return "a text";
    case Kind::date:
      return "a date";
    case Kind::array:
      return "a list";
    case Kind::table:
      return "a table";
  }
  return "a value";
}

const Node* Node::find(std::string_view key) const {
  const auto known = std::find_if(entries.begin(), entries.end(),
                                  [key](const Entry& entry) { return entry.key == key; });
  return known == entries.end() ? nullptr : &known->value;
}

}  // namespace entente::text

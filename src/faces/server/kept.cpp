/// Questions as the store keeps them. Apart from `ask.cpp`, which needs the whole catalogue.
#include <algorithm>

#include "base/digits.h"
#include "base/hash.h"
#include "faces/server/ask.h"
#include "faces/server/reply.h"

namespace entente::server {

std::string kept_form(const Ask& ask) {
  std::string params;
  for (const auto& [name, values] : ask.arguments) {
    std::string list;
    for (const std::string& value : values) list += (list.empty() ? "" : ",") + json_text(value);
    params += (params.empty() ? "" : ",") + json_text(name) + ":" +
              (values.size() == 1 ? list : "[" + list + "]");
  }
  std::string texts;
  for (const auto& [name, bytes] : ask.texts)
    texts += (texts.empty() ? "" : ",") + json_text(name) + ":" + json_text(bytes);
  return "{\"name\":" + json_text(ask.analysis->card.name) + ",\"subject\":" +
         (ask.own ? "{\"text\":" + json_text(ask.own->text) + "}" : json_text(ask.subject)) +
         ",\"params\":{" + params + "},\"seed\":" + std::to_string(ask.run.seed) +
         ",\"draws\":" + std::to_string(ask.run.draws) +
         ",\"precision\":" + shortest(ask.run.precision) + "}\n{" + texts + "}";
}

std::string question_of(std::string_view kept) {
  const std::size_t end = std::min(kept.find('\n'), kept.size());
  return end < 2 ? std::string() : std::string(kept.substr(1, end - 2));
}

std::string run_id(std::string_view kept, std::string_view version, std::string_view library) {
  return "r" + sha256(std::string(version) + "\n" + std::string(library) + "\n" + std::string(kept))
                   .substr(0, 32);
}

}  // namespace entente::server

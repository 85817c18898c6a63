/// What can be asked, what the library holds, and how the server is.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "base/name.h"
#include "base/version.h"
#include "catalogue/kinds.h"
#include "faces/server/api.h"
#include "faces/server/reply.h"
#include "report/json.h"

namespace entente::server {
namespace {

std::string member(std::string_view name, std::string_view value) {
  return json_text(name) + ":" + json_text(value);
}

const catalogue::Kind* kind_called(const std::string& plural) {
  for (const catalogue::Kind& kind : catalogue::kinds())
    if (kind.plural == plural) return &kind;
  return nullptr;
}

Reply unknown_kind(const std::string& plural) {
  std::vector<std::string> known;
  for (const catalogue::Kind& kind : catalogue::kinds()) known.emplace_back(kind.plural);
  std::string hint = did_you_mean(plural, known);
  if (hint.empty()) hint = "known are " + join(known, ", ");
  return problem(404, Code::unknown_name, "the library holds no `" + plural + "`", hint);
}

/// Bytes of memory that the process has; 0 where the system does not say.
std::int64_t resident_bytes() {
  std::ifstream in("/proc/self/statm");
  std::int64_t all = 0, resident = 0;
  if (!(in >> all >> resident)) return 0;
  return resident * sysconf(_SC_PAGESIZE);
}

}  // namespace

Reply Api::cards() {
  std::string text = "[";
  for (const scenario::Analysis* verb : at_.verbs)
    text += (text.size() == 1 ? "\n" : ",\n") + report::to_json(verb->card);
  return json_reply(text + "]\n");
}

Reply Api::card(const std::string& name) {
  if (const scenario::Analysis* verb = catalogue::find(at_.verbs, name))
    return json_reply(report::to_json(verb->card));
  std::vector<std::string> known;
  for (const scenario::Analysis* verb : at_.verbs) known.emplace_back(verb->card.name);
  std::string hint = did_you_mean(name, known);
  if (hint.empty()) hint = "GET /api/v1/cards lists them";
  return problem(404, Code::unknown_verb, "there is no verb `" + name + "`", hint);
}

Reply Api::kinds() {
  std::string text;
  for (const catalogue::Kind& kind : catalogue::kinds())
    text += (text.empty() ? "[\n{" : ",\n{") + member("name", kind.plural) + "," +
            member("one", kind.singular) + "," + member("meaning", kind.meaning) +
            ",\"count\":" + std::to_string(kind.entries(at_.library).size()) + "}";
  return json_reply(text + "\n]\n");
}

Reply Api::kind(const std::string& plural) {
  const catalogue::Kind* found = kind_called(plural);
  if (found == nullptr) return unknown_kind(plural);
  std::string text = "[";
  for (const catalogue::Entry& entry : found->entries(at_.library))
    text += (text.size() == 1 ? "\n{" : ",\n{") + member("name", entry.name) + "," +
            member("kind", entry.kind) + "," + member("title", entry.title) + "," +
            member("note", entry.note) + "}";
  return json_reply(text + "\n]\n");
}

Reply Api::thing(const std::string& plural, const std::string& name) {
  const catalogue::Kind* found = kind_called(plural);
  if (found == nullptr) return unknown_kind(plural);
  std::vector<std::string> known;
  bool holds = false;
  for (const catalogue::Entry& entry : found->entries(at_.library)) {
    known.push_back(entry.name);
    holds = holds || entry.name == name;
  }
  if (!holds)
    return problem(
        404, Code::unknown_name,
        "the library holds no " + std::string(found->singular) + " called `" + name + "`",
        did_you_mean(name, known));
  const auto record = catalogue::run(
      "describe", name, {}, Run{.threads = 1, .cancelled = {}, .progress = {}}, at_.library);
  if (!record) return problem(404, record.error());
  return json_reply(report::to_json(*record));
}

Reply Api::health() {
  const bool sound = at_.store.ping().empty();
  return json_reply("{" + member("status", sound ? "ok" : "store") + "," +
                        member("version", kVersion) + "," + member("library", at_.library.hash) +
                        "}\n",
                    sound ? 200 : 503);
}

Reply Api::metrics() {
  std::string text;
  const auto metric = [&](std::string_view name, std::string_view kind, std::string_view help,
                          const std::vector<std::pair<std::string, std::int64_t>>& values) {
    const std::string full = "entente_" + std::string(name);
    text += "# HELP " + full + " " + std::string(help) + "\n# TYPE " + full + " " +
            std::string(kind) + "\n";
    for (const auto& [labels, value] : values)
      text += full + labels + " " + std::to_string(value) + "\n";
  };
  std::vector<std::pair<std::string, std::int64_t>> answers;
  for (std::size_t i = 2; i < answers_.size(); ++i)
    answers.emplace_back("{status=\"" + std::to_string(i) + "xx\"}", answers_[i].load());
  metric("http_answers_total", "counter", "Answers by class of status.", answers);
  if (at_.traffic) {
    metric("http_connections", "gauge", "Open connections.", {{"", at_.traffic->connections}});
    metric("http_event_streams", "gauge", "Open streams of events.", {{"", at_.traffic->streams}});
    metric("http_connections_total", "counter", "Connections that came.",
           {{"", at_.traffic->accepted}});
    metric("http_refused_total", "counter", "Connections and bytes that were no request.",
           {{"", at_.traffic->refused}});
  }
  if (const auto runs = at_.runs.counts())
    metric("runs", "gauge", "Runs in the store.",
           {{"{status=\"queued\"}", runs->queued},
            {"{status=\"running\"}", runs->running},
            {"{status=\"paused\"}", runs->paused},
            {"{status=\"done\"}", runs->done},
            {"{status=\"failed\"}", runs->failed},
            {"{status=\"cancelled\"}", runs->cancelled}});
  metric("resident_memory_bytes", "gauge", "Memory that the process has.",
         {{"", resident_bytes()}});
  Reply reply = json_reply(std::move(text));
  reply.type = "text/plain; version=0.0.4";
  return reply;
}

}  // namespace entente::server

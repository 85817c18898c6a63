/// Runs over HTTP.
#include <charconv>

#include "faces/server/api.h"
#include "faces/server/reply.h"
#include "faces/server/target.h"
#include "report/html.h"

namespace entente::server {
namespace {

constexpr std::size_t kMostListed = 100;

/// A run as JSON, without the closing brace.
std::string opened(const RunView& run) {
  std::string params;
  for (const auto& [name, values] : run.arguments) {
    params += (params.empty() ? "" : ",") + json_text(name) + ":";
    std::string list;
    for (const std::string& value : values) list += (list.empty() ? "" : ",") + json_text(value);
    params += values.size() == 1 ? list : "[" + list + "]";
  }
  char share[32];
  const auto end = std::to_chars(share, share + sizeof share, run.share).ptr;
  return "{\"id\":" + json_text(run.id) + ",\"status\":" + json_text(status_word(run.status)) +
         ",\"name\":" + json_text(run.name) + ",\"subject\":" + json_text(run.subject) +
         ",\"params\":{" + params + "},\"seed\":" + std::to_string(run.seed) +
         ",\"draws\":" + std::to_string(run.draws) + ",\"share\":" + std::string(share, end);
}

Reply no_such_run(const std::string& id) {
  return problem(404, Code::unknown_name, "there is no run `" + id + "`",
                 "runs that ended long ago are forgotten; ask again");
}

int status_of(const Faults& faults) {
  for (const Error& fault : faults)
    if (fault.code == Code::syntax || fault.code == Code::empty_file ||
        fault.code == Code::not_text)
      return 400;
  return 422;
}

}  // namespace

Reply Api::add_run(const Call& call) {
  auto ask = read_ask(call.body, at_.verbs, at_.library, lookup());
  if (!ask) return problem(status_of(ask.error()), ask.error());
  const auto id = at_.runs.add(std::move(ask).value());
  if (!id) {
    Reply busy = problem(503, Code::too_large, "too many runs wait already", "ask again later");
    busy.headers.emplace_back("Retry-After", "10");
    return busy;
  }
  Reply reply = run(*id);
  reply.status = 202;
  reply.headers.emplace_back("Location", "/api/v1/runs/" + *id);
  return reply;
}

Reply Api::run(const std::string& id) const {
  const auto found = at_.runs.find(id);
  if (!found) return no_such_run(id);
  std::string text = opened(*found);
  if (found->record) text += ",\n\"record\":" + *found->record;
  if (found->status == Status::failed) text += ",\n\"problem\":" + problem_text(422, found->faults);
  return json_reply(text + "}\n");
}

Reply Api::runs() const {
  std::string text = "[";
  for (const RunView& run : at_.runs.list(kMostListed))
    text += (text.size() == 1 ? "\n" : ",\n") + opened(run) + "}";
  return json_reply(text + "]\n");
}

Reply Api::run_report(const std::string& id) const {
  const auto found = at_.runs.find(id);
  if (!found) return no_such_run(id);
  if (!found->whole)
    return problem(409, Code::bad_value, "the run `" + id + "` has no record",
                   found->status == Status::failed ? "it failed; the run says why"
                                                   : "ask again once it is done");
  const card::Card* card = nullptr;
  for (const scenario::Analysis* verb : at_.verbs)
    if (verb->card.name == found->name) card = &verb->card;
  Reply reply;
  reply.type = "text/html; charset=utf-8";
  reply.body = std::make_shared<const std::string>(report::to_html(*found->whole, card));
  // A file to keep: it carries its own policy, and this server's lets no page have its own script.
  reply.headers.emplace_back("Content-Disposition",
                             "attachment; filename=\"" + found->name + ".html\"");
  return reply;
}

Reply Api::run_events(const std::string& id, const Target& target, const Call& call) const {
  if (!at_.runs.find(id)) return no_such_run(id);
  std::string_view after = trimmed(call.header("last-event-id"));
  if (after.empty()) after = target.value("after");
  Reply reply;
  reply.type = "text/event-stream";
  reply.events_of = id;
  if (!after.empty()) {
    const auto end = after.data() + after.size();
    const auto [stop, fault] = std::from_chars(after.data(), end, reply.events_after);
    if (fault != std::errc() || stop != end)
      return problem(400, Code::bad_argument, "the number of an event is a whole number", "");
  }
  reply.headers.emplace_back("Cache-Control", "no-store");
  reply.headers.emplace_back("X-Accel-Buffering", "no");  // A proxy hands each event on at once.
  return reply;
}

Reply Api::cancel_run(const std::string& id) {
  if (!at_.runs.cancel(id)) return no_such_run(id);
  Reply reply = run(id);
  reply.status = reply.status == 200 ? 202 : reply.status;
  return reply;
}

}  // namespace entente::server

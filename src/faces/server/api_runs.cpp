/// Runs over HTTP.
#include <charconv>

#include "faces/server/api.h"
#include "faces/server/reply.h"
#include "faces/server/target.h"
#include "report/html.h"
#include "report/json.h"

namespace entente::server {
namespace {

constexpr std::size_t kMostListed = 100;

/// A run as JSON, without the closing brace.
std::string opened(const RunView& run) {
  char share[32];
  const auto end = std::to_chars(share, share + sizeof share, run.share).ptr;
  return "{\"id\":" + json_text(run.id) + ",\"status\":" + json_text(state_word(run.state)) + "," +
         run.question + ",\"share\":" + std::string(share, end);
}

Reply no_such_run(const std::string& id) {
  return problem(404, Code::unknown_name, "there is no run `" + id + "`",
                 "GET /api/v1/runs names the latest ones");
}

int status_of(const Faults& faults) {
  for (const Error& fault : faults)
    if (fault.code == Code::syntax || fault.code == Code::empty_file ||
        fault.code == Code::not_text)
      return 400;
  return 422;
}

}  // namespace

Reply Api::add_run(const Call& call, const Who& who) {
  const auto ask = read_ask(call.body, at_.verbs, at_.library, lookup());
  if (!ask) return problem(status_of(ask.error()), ask.error());
  const auto added = at_.runs.add(*ask, who.name);
  if (!added) {
    const bool busy = added.error().front().code == Code::too_large;
    Reply reply = problem(busy ? 429 : 503, added.error());
    reply.headers.emplace_back("Retry-After", "10");
    return reply;
  }
  Reply reply = run(added->id);
  if (reply.status == 200) reply.status = 202;
  reply.headers.emplace_back("Location", "/api/v1/runs/" + added->id);
  return reply;
}

Reply Api::run(const std::string& id) const {
  const auto found = at_.runs.find(id);
  if (!found) return problem(503, found.error());
  if (!*found) return no_such_run(id);
  const RunView& run = **found;
  std::string text = opened(run);
  if (!run.record.empty()) text += ",\n\"record\":" + run.record;
  if (!run.problem.empty()) text += ",\n\"problem\":" + run.problem;
  return json_reply(text + "}\n");
}

Reply Api::runs() const {
  const auto listed = at_.runs.list(kMostListed);
  if (!listed) return problem(503, listed.error());
  std::string text = "[";
  for (const RunView& run : *listed) text += (text.size() == 1 ? "\n" : ",\n") + opened(run) + "}";
  return json_reply(text + "]\n");
}

Reply Api::run_report(const std::string& id) const {
  const auto found = at_.runs.find(id);
  if (!found) return problem(503, found.error());
  if (!*found) return no_such_run(id);
  const RunView& run = **found;
  const auto record = report::from_json(run.record);
  if (!record)
    return problem(409, Code::bad_value, "the run `" + id + "` has no record",
                   run.state == store::State::failed ? "it failed; the run says why"
                                                     : "ask again once it is done");
  const card::Card* card = nullptr;
  for (const scenario::Analysis* verb : at_.verbs)
    if (verb->card.name == run.name) card = &verb->card;
  Reply reply;
  reply.type = "text/html; charset=utf-8";
  reply.body = std::make_shared<const std::string>(report::to_html(*record, card));
  // A file to keep: it carries its own policy, and this server's lets no page have its own script.
  reply.headers.emplace_back("Content-Disposition",
                             "attachment; filename=\"" + run.name + ".html\"");
  return reply;
}

Reply Api::run_events(const std::string& id, const Target& target, const Call& call) const {
  const auto found = at_.runs.find(id);
  if (!found) return problem(503, found.error());
  if (!*found) return no_such_run(id);
  return stream_reply(id, target, call);
}

Reply Api::order_run(const std::string& id, Runs::Order order, const Who& who) {
  const auto met = at_.runs.order(id, order, who.name);
  if (!met) return problem(503, met.error());
  if (!*met) return no_such_run(id);
  Reply reply = run(id);
  reply.status = reply.status == 200 ? 202 : reply.status;
  return reply;
}

}  // namespace entente::server

#include "analysis/network/formats.h"

#include <algorithm>

#include "base/digits.h"
#include "text/csv.h"

namespace entente::analysis {
namespace {

std::string xml(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&')
      safe += "&amp;";
    else if (c == '<')
      safe += "&lt;";
    else if (c == '>')
      safe += "&gt;";
    else if (c == '"')
      safe += "&quot;";
    else
      safe += c;
  }
  return safe;
}

std::string node(std::size_t place) { return "n" + std::to_string(place); }

}  // namespace

std::string graphml(const world::Network& network) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "  <key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
      "  <key id=\"strength\" for=\"node\" attr.name=\"strength\" attr.type=\"double\"/>\n"
      "  <key id=\"value\" for=\"edge\" attr.name=\"value\" attr.type=\"double\"/>\n"
      "  <graph id=\"promises\" edgedefault=\"directed\">\n";
  for (std::size_t i = 0; i < network.states.size(); ++i)
    text += "    <node id=\"" + node(i) + "\"><data key=\"name\">" + xml(network.states[i].name) +
            "</data><data key=\"strength\">" + shortest(network.states[i].strength.value) +
            "</data></node>\n";
  for (const world::Tie& tie : network.ties)
    text += "    <edge source=\"" + node(tie.from) + "\" target=\"" + node(tie.to) +
            "\"><data key=\"value\">" + std::to_string(tie.value) + "</data></edge>\n";
  return text + "  </graph>\n</graphml>\n";
}

std::string gexf(const world::Network& network) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
      "  <graph mode=\"static\" defaultedgetype=\"directed\">\n"
      "    <attributes class=\"node\"><attribute id=\"0\" title=\"strength\" type=\"double\"/>"
      "</attributes>\n    <nodes>\n";
  for (std::size_t i = 0; i < network.states.size(); ++i)
    text += "      <node id=\"" + node(i) + "\" label=\"" + xml(network.states[i].name) +
            "\"><attvalues><attvalue for=\"0\" value=\"" +
            shortest(network.states[i].strength.value) + "\"/></attvalues></node>\n";
  text += "    </nodes>\n    <edges>\n";
  for (std::size_t e = 0; e < network.ties.size(); ++e)
    text += "      <edge id=\"e" + std::to_string(e) + "\" source=\"" + node(network.ties[e].from) +
            "\" target=\"" + node(network.ties[e].to) + "\" weight=\"" +
            std::to_string(network.ties[e].value) + "\"/>\n";
  return text + "    </edges>\n  </graph>\n</gexf>\n";
}

std::string pajek(const world::Network& network) {
  std::string text = "*Vertices " + std::to_string(network.states.size()) + "\n";
  for (std::size_t i = 0; i < network.states.size(); ++i) {
    std::string name = network.states[i].name;
    std::ranges::replace(name, '"', '\'');
    text += std::to_string(i + 1) + " \"" + name + "\"\n";
  }
  text += "*Arcs\n";
  for (const world::Tie& tie : network.ties)
    text += std::to_string(tie.from + 1) + " " + std::to_string(tie.to + 1) + " " +
            std::to_string(tie.value) + "\n";
  return text;
}

std::string edge_list(const world::Network& network) {
  std::string text = "from,to,value\n";
  for (const world::Tie& tie : network.ties)
    text += text::csv_field(network.states[tie.from].name) + "," +
            text::csv_field(network.states[tie.to].name) + "," + std::to_string(tie.value) + "\n";
  return text;
}

std::string ktab(const world::Network& network, const std::string& hub) {
  std::string rows;
  std::size_t count = 0;
  for (std::size_t i = 0; i < network.states.size(); ++i) {
    const world::NetworkState& state = network.states[i];
    if (state.strength.value <= 0) continue;
    int most = state.name == hub ? world::kDefenceTie : 0;
    for (const world::Tie& tie : network.ties)
      if ((tie.from == i && network.states[tie.to].name == hub) ||
          (tie.to == i && network.states[tie.from].name == hub))
        most = std::max(most, tie.value);
    ++count;
    rows += text::csv_field(state.name) + ",state," + shortest(state.strength.value) + "," +
            shortest(100.0 * most / world::kDefenceTie) + ",50,\n";
  }
  return "promises," +
         text::csv_field("Power: " + network.strength_of + "; position: highest promise with " +
                         hub + "; salience 50: assumption") +
         "," + std::to_string(count) + ",1,\nActor,Description,Power,Pstn1,Sal1,\n" + rows;
}

}  // namespace entente::analysis

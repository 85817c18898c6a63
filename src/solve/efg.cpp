#include "base/digits.h"
#include "solve/extensive_game.h"

namespace entente::solve {
namespace {

std::string quoted(const std::string& text) {
  std::string safe = "\"";
  for (const char c : text) safe += c == '"' ? "\\\"" : std::string(1, c);
  return safe + "\"";
}

/// Writes a tree by prefix order, as the format asks.
class Writer {
 public:
  Writer(const ExtensiveGame& game, std::size_t most) : game_(game), most_(most) {
    std::vector<int> members(game.sets.size(), 0);
    for (const GameNode& node : game.nodes)
      if (node.kind == GameNodeKind::choice) ++members[static_cast<std::size_t>(node.set)];
    for (const int count : members) shared_.push_back(count > 1 ? ++sets_ : 0);
  }

  std::string text;

  /// False where the tree is too large.
  bool write(std::size_t i) {
    if (++nodes_ > most_) return false;
    const GameNode& node = game_.nodes[i];
    if (node.kind == GameNodeKind::end) {
      // The outcome's number; ends reached by several ways share it.
      text += "t \"\" " + std::to_string(i + 1) + " \"\" {";
      for (std::size_t p = 0; p < node.payoffs.size(); ++p) text += " " + shortest(node.payoffs[p]);
      text += " }\n";
      return true;
    }
    if (node.kind == GameNodeKind::chance) {
      text += "c \"\" " + std::to_string(++chances_) + " \"\" {";
      for (std::size_t a = 0; a < node.children.size(); ++a)
        text += " \"" + std::to_string(a + 1) + "\" " + shortest(node.chances[a]);
    } else {
      const auto set = static_cast<std::size_t>(node.set);
      const InformationSet& known = game_.sets[set];
      const int number = shared_[set] > 0 ? shared_[set] : ++sets_;
      text += "p \"\" " + std::to_string(known.player + 1) + " " + std::to_string(number) + " " +
              quoted(known.name) + " {";
      for (const std::string& move : known.moves) text += " " + quoted(move);
    }
    text += " } 0\n";
    for (const int child : node.children)
      if (!write(static_cast<std::size_t>(child))) return false;
    return true;
  }

 private:
  const ExtensiveGame& game_;
  std::size_t most_, nodes_ = 0;
  int sets_ = 0, chances_ = 0;
  std::vector<int> shared_;
};

}  // namespace

std::string efg(const ExtensiveGame& game, const std::string& title, std::size_t most) {
  Writer writer(game, most);
  writer.text = "EFG 2 R " + quoted(title) + " {";
  for (const std::string& player : game.players) writer.text += " " + quoted(player);
  writer.text += " }\n\"\"\n\n";
  return writer.write(0) ? writer.text : "";
}

}  // namespace entente::solve

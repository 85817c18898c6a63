// Reads what all agreements share: geography and readings of disputed law.
#include "base/name.h"
#include "treaty/read.h"
#include "treaty/read_parts.h"

namespace entente::treaty {
namespace {

world::Polygon read_polygon(const text::Node& node, const std::string& file, Symbols& symbols,
                            Faults& faults) {
  text::TableReader reader(node, file, "a polygon", faults);
  world::Polygon polygon;
  polygon.id = symbols.intern(reader.required_text("id"));
  polygon.sourced.source = reader.required_text("source");
  polygon.sourced.confidence = 'A';
  const text::Node* points = reader.raw("points");
  const auto number = [](const text::Node& value) {
    return value.kind == text::Kind::integer || value.kind == text::Kind::real;
  };
  if (points == nullptr || points->kind != text::Kind::array || points->items.size() < 3) {
    reader.fault(Code::bad_value, "points", "a polygon needs three or more `points`",
                 "write points = [[lat, lon], ...]");
  } else {
    for (const text::Node& point : points->items) {
      if (point.kind == text::Kind::array && point.items.size() == 2 && number(point.items[0]) &&
          number(point.items[1]))
        polygon.points.emplace_back(point.items[0].real, point.items[1].real);
      else
        faults.push_back({Code::bad_value,
                          {file, point.line, point.column},
                          "a point is a pair of numbers, [lat, lon]",
                          ""});
    }
  }
  reader.done();
  return polygon;
}

}  // namespace

Result<std::vector<Area>> read_areas(const text::Document& document, world::World& world) {
  Faults faults;
  text::TableReader reader(document.root, document.file, "the geography", faults);
  for (const text::Node* node : reader.tables("polygon"))
    world.polygons.push_back(read_polygon(*node, document.file, world.symbols, faults));
  const std::vector<Area> none;
  const std::vector<Reading> no_readings;
  const ReadingRoom room{document.file, world, none, no_readings, faults};
  Agreement geography;  // Checked as if it were an agreement with areas only.
  geography.areas = read_area_list(room, reader.tables("area"));
  reader.done();
  check_names(room, geography);
  if (!faults.empty()) {
    sort_faults(faults);
    return faults;
  }
  return std::move(geography.areas);
}

Result<std::vector<Reading>> read_readings(const text::Document& document, Symbols& symbols) {
  Faults faults;
  text::TableReader top(document.root, document.file, "the readings", faults);
  std::vector<Reading> readings;
  for (const text::Node* node : top.tables("reading")) {
    text::TableReader reader(*node, document.file, "a reading", faults);
    Reading reading;
    reading.id = symbols.intern(reader.required_text("id"));
    reading.question = reader.required_text("question");
    for (const auto& value : reader.texts("values"))
      reading.values.push_back(symbols.intern(value));
    reading.meanings = reader.texts("meanings");
    const std::string fallback = reader.required_text("default");
    reading.fallback = symbols.intern(fallback);
    reading.source = reader.required_text("source");
    if (reading.values.size() < 2)
      reader.fault(Code::bad_value, "values", "a reading needs two or more `values`");
    if (reading.meanings.size() != reading.values.size())
      reader.fault(Code::bad_value, "meanings", "a reading needs one of `meanings` for each value");
    bool has_default = false;
    for (const Symbol value : reading.values)
      has_default = has_default || value == reading.fallback;
    if (!has_default)
      reader.fault(Code::bad_value, "default", "`" + fallback + "` is none of the values");
    for (const Reading& other : readings)
      if (other.id == reading.id)
        reader.fault(Code::duplicate, "id",
                     "reading `" + symbols.name(reading.id) + "` stands twice");
    reader.done();
    readings.push_back(std::move(reading));
  }
  top.done();
  if (!faults.empty()) {
    sort_faults(faults);
    return faults;
  }
  return readings;
}

}  // namespace entente::treaty

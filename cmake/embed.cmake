# Packs web sources into one C++ source: cmake -DROOT=... -DOUT=... -P cmake/embed.cmake
#
# The scripts are joined in a fixed order without `import` and `export`, between the ends of one
# function, so that no name of theirs is seen outside. Names at the top of these files are therefore
# different from each other; a test of the scripts holds them to that.

set(scripts charts/format charts/scale charts/dom charts/parse charts/suggest charts/frame charts/bars
            charts/lines charts/heatmap charts/categories charts/chart charts/table report/report)
set(styles charts/charts report/report)

# One piece a file: compilers limit the length of a single literal.
function(literal text out)
  set(${out} "    R\"entente(${text})entente\",\n" PARENT_SCOPE)
endfunction()

set(script "")
literal("(() => {\n'use strict';\n" piece)
string(APPEND script "${piece}")
foreach(name IN LISTS scripts)
  file(READ ${ROOT}/web/${name}.js text)
  # The first line is matched like every other one.
  set(text "\n${text}")
  string(REGEX REPLACE "\nimport [^;]*;" "" text "${text}")
  string(REGEX REPLACE "\nexport " "\n" text "${text}")
  literal("${text}" piece)
  string(APPEND script "${piece}")
endforeach()
literal("})();\n" piece)
string(APPEND script "${piece}")

set(style "")
foreach(name IN LISTS styles)
  file(READ ${ROOT}/web/${name}.css text)
  literal("${text}" piece)
  string(APPEND style "${piece}")
endforeach()

file(WRITE ${OUT} "// Made from web/ by cmake/embed.cmake; do not edit.
#include \"report/assets.h\"

namespace entente::report {
namespace {

constexpr std::string_view kScript[] = {
${script}};
constexpr std::string_view kStyle[] = {
${style}};

}  // namespace

std::span<const std::string_view> page_script() { return kScript; }
std::span<const std::string_view> page_style() { return kStyle; }

}  // namespace entente::report
")

# Scripts and styles of web/, built into the program for its reports.

set(assets ${CMAKE_BINARY_DIR}/generated/report_assets.cpp)
file(GLOB web_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/charts/*.js
     ${CMAKE_SOURCE_DIR}/web/charts/*.css ${CMAKE_SOURCE_DIR}/web/report/*)
add_custom_command(
  OUTPUT ${assets}
  COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_SOURCE_DIR} -DOUT=${assets}
          -P ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
  DEPENDS ${CMAKE_SOURCE_DIR}/cmake/embed.cmake ${web_sources}
  COMMENT "Packing the scripts of reports"
  VERBATIM)
target_sources(entente_report PRIVATE ${assets})

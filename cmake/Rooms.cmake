# One static library a room, linked to the rooms of its row in src/floors.txt and to no others.

set(floors ${CMAKE_SOURCE_DIR}/src/floors.txt)
set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${floors})

# analysis/casus -> entente_analysis_casus
function(room_target room out)
  string(REPLACE "/" "_" name "entente_${room}")
  set(${out} ${name} PARENT_SCOPE)
endfunction()

# The sources of a room without its tests, without entry points and without the embedded library.
function(room_sources room out)
  file(GLOB_RECURSE found CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/*.cpp)
  list(FILTER found EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER found EXCLUDE REGEX "/src/scenario/embedded\\.cpp$")
  list(FILTER found EXCLUDE REGEX "/src/faces/[a-z]+/main\\.cpp$")
  set(${out} ${found} PARENT_SCOPE)
endfunction()

# The targets behind one word of a row: a room, or every room under a folder ("analysis").
function(rooms_named word rooms out)
  set(targets "")
  foreach(room IN LISTS rooms)
    if(room STREQUAL word OR room MATCHES "^${word}/")
      room_target(${room} target)
      list(APPEND targets ${target})
    endif()
  endforeach()
  set(${out} ${targets} PARENT_SCOPE)
endfunction()

function(add_room room words rooms)
  room_target(${room} target)
  room_sources(${room} sources)
  string(REPLACE "/" "_" short ${room})
  if(sources)
    add_library(${target} STATIC ${sources})
    set(scope PUBLIC)
  else()  # Headers only.
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} ${CMAKE_SOURCE_DIR}/src)
  foreach(word IN LISTS words)
    rooms_named(${word} "${rooms}" below)
    target_link_libraries(${target} ${scope} ${below})
  endforeach()
  if(room STREQUAL "faces/server")  # The library that speaks HTTP is compiled once, in http_library.cpp.
    target_compile_definitions(${target} PRIVATE BOOST_ASIO_SEPARATE_COMPILATION
                                                 BOOST_BEAST_SEPARATE_COMPILATION)
  endif()
  if(sources)  # Private: no header of ours shows a package.
    target_link_libraries(${target} PRIVATE ${packages_${short}})
  endif()
endfunction()

file(STRINGS ${floors} rows REGEX "^[a-z]")
set(rooms "")
foreach(row IN LISTS rows)
  string(REGEX MATCH "^[^ \t]+" room "${row}")
  list(APPEND rooms ${room})
endforeach()
set(room_targets "")
foreach(row IN LISTS rows)
  string(REGEX REPLACE "[ \t]+" ";" words "${row}")
  list(POP_FRONT words room floor)
  add_room(${room} "${words}" "${rooms}")
  room_target(${room} target)
  list(APPEND room_targets ${target})
endforeach()

# Unit tests beside the sources, one further executable a folder of tests/, fuzzers and benchmarks.
# The list of test programs is left in tests.list of the build folder, which ./dev reads.

set(test_targets "")

# One GoogleTest program that may use every room and the built-in library.
function(add_test_program name)
  add_executable(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE ${room_targets} GTest::gtest_main GTest::gmock rapidcheck
                                        rapidcheck_gtest nlohmann_json::nlohmann_json test_places)
  if(TARGET scenario_embedded)
    target_link_libraries(${name} PRIVATE scenario_embedded)
  endif()
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/tests)
  # Checks are compiled without optimising, which takes half as long. Not under sanitizers: what headers
  # share with the rooms is linked from the checks, and runs several times slower there.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O0>)
  if(TARGET entente)
    add_dependencies(${name} entente)
  endif()
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set(test_targets ${test_targets} ${name} PARENT_SCOPE)
endfunction()

if(ENTENTE_TESTS)
  find_package(GTest QUIET)
  find_package(rapidcheck QUIET)
  if(GTest_FOUND AND rapidcheck_FOUND)
    enable_testing()
    add_library(test_places STATIC ${CMAKE_SOURCE_DIR}/tests/places.cpp)
    target_include_directories(test_places PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_compile_definitions(test_places PRIVATE ENTENTE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                                   ENTENTE_PROGRAM="${CMAKE_BINARY_DIR}/entente")
    file(GLOB_RECURSE units CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*_test.cpp)
    if(units)
      add_test_program(unit_tests ${units})
    endif()
    file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true ${CMAKE_SOURCE_DIR}/tests/*)
    foreach(folder IN LISTS folders)
      get_filename_component(name ${folder} NAME)
      file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
      if(sources AND NOT name STREQUAL "fuzz")
        add_test_program(${name}_tests ${sources})
      endif()
    endforeach()
  else()
    message(STATUS "GoogleTest or rapidcheck is not installed: no tests in this build")
  endif()
endif()

set(programs "")
foreach(target IN LISTS test_targets)
  string(APPEND programs "$<TARGET_FILE:${target}>\n")
endforeach()
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/tests.list CONTENT "${programs}")

if(ENTENTE_FUZZ)
  add_custom_target(fuzzers)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp)
  foreach(source IN LISTS sources)
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} EXCLUDE_FROM_ALL ${source})
    target_link_libraries(${name} PRIVATE ${room_targets})
    if(TARGET scenario_embedded)
      target_link_libraries(${name} PRIVATE scenario_embedded)
    endif()
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzzers)
    add_dependencies(fuzzers ${name})
  endforeach()
endif()

find_package(benchmark QUIET)
if(benchmark_FOUND AND NOT ENTENTE_FUZZ)
  add_custom_target(benches ALL)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/bench/*.cpp)
  foreach(source IN LISTS sources)
    get_filename_component(name ${source} NAME_WE)
    add_executable(${name} EXCLUDE_FROM_ALL ${source})
    target_link_libraries(${name} PRIVATE ${room_targets} benchmark::benchmark)
    if(TARGET scenario_embedded)
      target_link_libraries(${name} PRIVATE scenario_embedded)
    endif()
    target_compile_definitions(${name} PRIVATE ENTENTE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bench)
    add_dependencies(benches ${name})
  endforeach()
endif()

# What many threads share, apart from the engine, so that it can be built under the thread sanitizer
# in a minute: preset `threads`.
if(ENTENTE_TESTS AND GTest_FOUND AND rapidcheck_FOUND)
  set(server ${CMAKE_SOURCE_DIR}/src/faces/server)
  file(GLOB kept CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/store/*_test.cpp)
  add_executable(threads_tests EXCLUDE_FROM_ALL
    ${kept} ${CMAKE_SOURCE_DIR}/src/base/threads_test.cpp
    ${server}/attempts.cpp ${server}/attempts_test.cpp ${server}/http.cpp ${server}/http_library.cpp
    ${server}/http_session.cpp ${server}/http_test.cpp ${server}/kept.cpp ${server}/reply.cpp
    ${server}/runs.cpp ${server}/runs_test.cpp ${server}/runs_work.cpp ${server}/target.cpp)
  target_compile_definitions(threads_tests PRIVATE BOOST_ASIO_SEPARATE_COMPILATION
                                                   BOOST_BEAST_SEPARATE_COMPILATION)
  target_link_libraries(threads_tests PRIVATE entente_store entente_report entente_text entente_base
                                              ${packages_faces_server} GTest::gtest_main)
  target_include_directories(threads_tests PRIVATE ${CMAKE_SOURCE_DIR}/src)
endif()

# The library of facts packed into a snapshot, the snapshot built into the program, and the program.

set(snapshot ${CMAKE_BINARY_DIR}/library.snapshot)
set(embedded ${CMAKE_SOURCE_DIR}/src/scenario/embedded.cpp)
set(entry ${CMAKE_SOURCE_DIR}/src/faces/cli/main.cpp)
set(packer ${CMAKE_SOURCE_DIR}/tools/pack/main.cpp)

# The packer reads the library from its folder, so it must never link the snapshot it makes.
if(EXISTS ${packer})
  add_executable(pack ${packer})
  target_link_libraries(pack PRIVATE entente_scenario)
  file(GLOB_RECURSE facts CONFIGURE_DEPENDS LIST_DIRECTORIES false ${CMAKE_SOURCE_DIR}/library/*)
  add_custom_command(
    OUTPUT ${snapshot}
    COMMAND pack ${CMAKE_SOURCE_DIR}/library ${snapshot}
    DEPENDS pack ${facts}
    COMMENT "Packing the library of facts"
    VERBATIM)
  add_custom_target(snapshot DEPENDS ${snapshot})
endif()

# An object library: its one object is linked always, whatever the order of the archives.
if(EXISTS ${embedded} AND TARGET snapshot)
  add_library(scenario_embedded OBJECT ${embedded})
  add_dependencies(scenario_embedded snapshot)
  target_link_libraries(scenario_embedded PUBLIC entente_scenario)
  target_compile_definitions(scenario_embedded PRIVATE ENTENTE_SNAPSHOT_FILE="${snapshot}")
  set_source_files_properties(${embedded} PROPERTIES OBJECT_DEPENDS ${snapshot})
  # The compiler cache cannot see that the object holds the bytes of another file.
  set_target_properties(scenario_embedded PROPERTIES CXX_COMPILER_LAUNCHER "")
endif()

if(EXISTS ${entry} AND TARGET scenario_embedded)
  add_executable(entente ${entry})
  target_link_libraries(entente PRIVATE entente_faces_cli scenario_embedded)
  install(TARGETS entente RUNTIME DESTINATION bin)
endif()

# The server is a program of its own, so that the program of law and facts links no server library.
set(server_entry ${CMAKE_SOURCE_DIR}/src/faces/server/main.cpp)
if(EXISTS ${server_entry} AND TARGET scenario_embedded)
  add_executable(entente-server ${server_entry})
  target_link_libraries(entente-server PRIVATE entente_faces_server scenario_embedded)
  add_dependencies(entente entente-server)
  install(TARGETS entente-server RUNTIME DESTINATION bin)
  install(DIRECTORY ${CMAKE_SOURCE_DIR}/web/dist/ DESTINATION share/entente/web OPTIONAL)
endif()

# The command line on several processes; only where there is an MPI, which nothing else needs.
set(mpi_entry ${CMAKE_SOURCE_DIR}/src/faces/mpi/main.cpp)
find_package(MPI QUIET COMPONENTS CXX)
if(EXISTS ${mpi_entry} AND TARGET scenario_embedded AND MPI_CXX_FOUND)
  add_executable(entente-mpi ${mpi_entry})
  target_link_libraries(entente-mpi PRIVATE entente_faces_cli scenario_embedded MPI::MPI_CXX)
  install(TARGETS entente-mpi RUNTIME DESTINATION bin)
endif()

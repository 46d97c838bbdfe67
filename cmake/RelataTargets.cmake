# relata_library(NAME SOURCES... [PUBLIC libs...] [PRIVATE libs...]): one library per stage, as relata::NAME.
function(relata_compile_options target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
  if(RELATA_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(RELATA_SANITIZE)
    # GCC takes instrumented code of its own library for reads of uninitialised variables.
    target_compile_options(${target} PRIVATE -fsanitize=${RELATA_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
                                             -Wno-maybe-uninitialized)
    target_link_options(${target} PUBLIC -fsanitize=${RELATA_SANITIZE})
  endif()
endfunction()

function(relata_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
  set(target relata_${name})
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(relata::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON)
  target_include_directories(${target}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  relata_compile_options(${target})
  set_property(GLOBAL APPEND PROPERTY RELATA_LIBRARIES ${target})
endfunction()

# relata_test(NAME SOURCES... LIBRARIES libs...): one Catch2 program per room, run by CTest.
function(relata_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
  set(target test_${name})
  add_executable(${target} ${arg_SOURCES})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE ${arg_LIBRARIES} relata_test_main)
  target_compile_definitions(${target} PRIVATE RELATA_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  relata_compile_options(${target})
  target_precompile_headers(${target} REUSE_FROM relata_test_headers)
  # Out of a precompiled header GCC 12 warns of overflows in its own library that are none.
  target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-stringop-overflow)
  add_test(NAME ${name} COMMAND ${target})
  set_tests_properties(${name} PROPERTIES TIMEOUT 600 SKIP_RETURN_CODE 77)
endfunction()

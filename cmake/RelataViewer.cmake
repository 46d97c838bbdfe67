# What the viewer's page is bundled from: sets RELATA_VIEWER_MODULES to a folder with its packages and RELATA_NODE, or
# leaves the first unset where the viewer is not built.
#
# RELATA_VIEWER: ON fails where the packages cannot be had, OFF leaves the viewer out, AUTO (the default) leaves it out
# with a warning where there is no npm or it fails.
set(RELATA_VIEWER AUTO CACHE STRING "Build the viewer, which needs Node.js 18 and npm: ON, OFF or AUTO")
set_property(CACHE RELATA_VIEWER PROPERTY STRINGS AUTO ON OFF)
set(RELATA_VIEWER_MODULES "")

function(relata_no_viewer reason)
  if(RELATA_VIEWER STREQUAL "AUTO")
    message(WARNING "relata is built WITHOUT THE VIEWER (`relata view`, graph.html): ${reason}. "
      "Install Node.js 18 or newer and npm and configure again, or set RELATA_VIEWER=OFF to be quiet about it.")
  else()
    message(FATAL_ERROR "The viewer cannot be built: ${reason}. RELATA_VIEWER=OFF builds relata without it.")
  endif()
endfunction()

# Gets the packages that package.json names, by exact version, into the build folder; again when the file changes.
function(relata_fetch_viewer_modules)
  find_program(RELATA_NODE NAMES node nodejs)
  find_program(RELATA_NPM npm)
  mark_as_advanced(RELATA_NODE RELATA_NPM)
  if(NOT RELATA_NODE OR NOT RELATA_NPM)
    relata_no_viewer("there is no node or no npm on the path")
    return()
  endif()
  execute_process(COMMAND ${RELATA_NODE} --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(REGEX REPLACE "^v" "" version "${version}")
  if(version VERSION_LESS 18)
    relata_no_viewer("Node.js ${version} is too old")
    return()
  endif()
  set(package ${PROJECT_SOURCE_DIR}/src/viewer/web/package.json)
  set(modules ${PROJECT_BINARY_DIR}/viewer-modules)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${package})
  file(SHA256 ${package} wanted)
  set(present "")
  if(EXISTS ${modules}/.complete)
    file(READ ${modules}/.complete present)
  endif()
  if(NOT wanted STREQUAL present)
    message(STATUS "Getting the viewer's packages with npm")
    file(REMOVE_RECURSE ${modules})
    file(COPY ${package} DESTINATION ${modules})
    execute_process(
      COMMAND ${RELATA_NPM} install --ignore-scripts --no-audit --no-fund --no-package-lock --no-update-notifier
              --loglevel=error --fetch-retries=2 --fetch-timeout=60000
      WORKING_DIRECTORY ${modules} TIMEOUT 300 RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE errors)
    if(NOT result EQUAL 0)
      relata_no_viewer("npm install failed (${result}): ${errors}")
      return()
    endif()
    file(WRITE ${modules}/.complete ${wanted})
  endif()
  set(RELATA_VIEWER_MODULES ${modules} PARENT_SCOPE)
endfunction()

if(RELATA_VIEWER)
  relata_fetch_viewer_modules()
endif()

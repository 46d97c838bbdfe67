# Installs the program, the libraries with their headers, and the data they look for; `find_package(relata)` then gives
# relata::relata and one target per stage.
include(CMakePackageConfigHelpers)

get_property(libraries GLOBAL PROPERTY RELATA_LIBRARIES)
add_library(relata_all INTERFACE)
add_library(relata::relata ALIAS relata_all)
target_link_libraries(relata_all INTERFACE ${libraries})
set_target_properties(relata_all PROPERTIES EXPORT_NAME relata)

install(TARGETS relata RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS relata_all ${libraries} EXPORT relataTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/relata DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY graph_schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/relata)
if(EXISTS ${PROJECT_SOURCE_DIR}/data/models)
  install(DIRECTORY data/models DESTINATION ${CMAKE_INSTALL_DATADIR}/relata)
endif()

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/relata)
install(EXPORT relataTargets NAMESPACE relata:: DESTINATION ${package_dir})
configure_package_config_file(cmake/relataConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/relataConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/relataConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/relataConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/relataConfigVersion.cmake
  DESTINATION ${package_dir})

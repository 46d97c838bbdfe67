# Installs the program, the libraries with their headers, and the data they look for; `find_package(relata)` then gives
# relata::relata and one target per stage.
include(CMakePackageConfigHelpers)

get_property(libraries GLOBAL PROPERTY RELATA_LIBRARIES)
add_library(relata_all INTERFACE)
add_library(relata::relata ALIAS relata_all)
target_link_libraries(relata_all INTERFACE ${libraries})
set_target_properties(relata_all PROPERTIES EXPORT_NAME relata)

install(TARGETS relata RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(TARGETS relata_all ${libraries} EXPORT relataTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/relata DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY graph_schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/relata COMPONENT program)
if(EXISTS ${PROJECT_SOURCE_DIR}/data/models)
  file(REAL_PATH data/models models)  # it may be a link
  install(DIRECTORY ${models}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/relata/models COMPONENT program)
endif()

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/relata)
install(EXPORT relataTargets NAMESPACE relata:: DESTINATION ${package_dir})
configure_package_config_file(cmake/relataConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/relataConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/relataConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/relataConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/relataConfigVersion.cmake
  DESTINATION ${package_dir})

install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/relata RENAME copyright COMPONENT program)

# `cpack --config build/release/CPackConfig.cmake` makes a Debian package of the program, its data and its papers.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME relata)
set(CPACK_PACKAGE_CONTACT "The relata developers <relata@relata.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Knowledge graphs out of news articles")
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME relata)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
include(CPack)

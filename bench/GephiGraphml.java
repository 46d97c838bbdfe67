// SPDX-License-Identifier: MIT
import java.io.File;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Reads a graph and writes it as GraphML, as Gephi does. */
public class GephiGraphml {
  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(arguments[0]));
    importer.process(container, new DefaultProcessor(), workspace);
    Lookup.getDefault().lookup(ExportController.class).exportFile(new File(arguments[1]));
    System.exit(0); // Gephi's threads would keep it
  }
}

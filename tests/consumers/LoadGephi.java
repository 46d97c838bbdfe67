// SPDX-License-Identifier: MIT
import com.google.gson.Gson;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.TimeRepresentation;
import org.gephi.graph.api.types.TimestampSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDraft;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.importer.plugin.file.spreadsheet.process.SpreadsheetGeneralConfiguration.Mode;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** What Gephi's own import code holds of GraphML, GEXF and the two tables; prints what part.py describes. */
public class LoadGephi {
  private static final Gson JSON = new Gson();
  private static final PrintStream OUT = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
  private static final ImportController IMPORTER = Lookup.getDefault().lookup(ImportController.class);
  private static final ProjectController PROJECTS = Lookup.getDefault().lookup(ProjectController.class);

  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    File folder = new File(arguments[0]);
    say("consumer", "Gephi", arguments[1]);
    for (String name : new String[] {"graph.graphml", "graph.gexf"}) {
      say("file", name);
      Workspace workspace = newWorkspace();
      long begin = System.nanoTime();
      process(IMPORTER.importFile(new File(folder, name)), name, new DefaultProcessor(), workspace);
      tell(workspace, begin);
    }
    say("file", "*.csv");
    Workspace workspace = newWorkspace();
    long begin = System.nanoTime();
    process(table(new File(folder, "nodes.csv"), Mode.NODES_TABLE), "nodes.csv", new DefaultProcessor(), workspace);
    process(table(new File(folder, "edges.csv"), Mode.EDGES_TABLE), "edges.csv", new AppendProcessor(), workspace);
    tell(workspace, begin);
    OUT.flush();
    System.exit(0);
  }

  private static void say(Object... line) {
    OUT.print(JSON.toJson(line));
    OUT.print('\n');
  }

  private static Workspace newWorkspace() {
    PROJECTS.newProject();
    return PROJECTS.getCurrentWorkspace();
  }

  /** A table as the import dialog offers to read it, but for days, which it takes for the times at which an edge exists. */
  private static Container table(File file, Mode mode) throws Exception {
    ImporterSpreadsheetCSV reader = new ImporterSpreadsheetCSV();
    reader.setFile(file);
    reader.setCharset(StandardCharsets.UTF_8);
    reader.setFieldDelimiter(',');
    reader.setMode(mode);
    reader.refreshAutoDetections();
    reader.setMode(mode);
    Map<String, Class> wanted = new LinkedHashMap<>(reader.getColumnsClasses());
    wanted.replaceAll((column, guessed) -> guessed == TimestampSet.class ? String.class : guessed);
    reader.setColumnsClasses(wanted);
    return IMPORTER.importFile(file, reader);
  }

  private static void process(Container container, String file, Processor processor, Workspace workspace) {
    for (Iterator<Issue> issues = container.getReport().getIssues(1000); issues.hasNext(); ) {
      Issue issue = issues.next();
      if (issue.getLevel() != Issue.Level.INFO) System.err.println(file + ": " + issue.getLevel() + ": " + issue.getMessage());
    }
    // An edge for each sentence (--no-aggregate) is kept only where the import dialog is told so.
    Set<List<Object>> known = new HashSet<>();
    for (EdgeDraft edge : container.getUnloader().getEdges()) {
      if (known.add(Arrays.asList(edge.getSource().getId(), edge.getType(), edge.getTarget().getId()))) continue;
      container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
      break;
    }
    IMPORTER.process(container, processor, workspace);
  }

  private static void tell(Workspace workspace, long begin) {
    say("seconds", (System.nanoTime() - begin) / 1e9);
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    boolean dated = model.getConfiguration().getTimeRepresentation() == TimeRepresentation.TIMESTAMP;
    for (Node node : model.getDirectedGraph().getNodes()) say("node", node.getId(), held(node, model.getNodeTable(), false));
    for (Edge edge : model.getDirectedGraph().getEdges()) {
      Map<String, Object> attributes = held(edge, model.getEdgeTable(), dated);
      attributes.put("kind", edge.getTypeLabel());
      attributes.put("weight", edge.getWeight());
      say("edge", edge.getId(), edge.getSource().getId(), edge.getTarget().getId(), attributes);
    }
  }

  private static Map<String, Object> held(Element element, Table table, boolean dated) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Column column : table) {
      if (column.isProperty()) continue;
      Object value = element.getAttribute(column);
      if (value != null) attributes.put(column.getTitle().toLowerCase().replace(' ', '_'), value.getClass().isArray() ? list(value) : value);
    }
    attributes.put("label", element.getLabel());
    if (dated) {
      List<String> days = new ArrayList<>();
      for (double time : element.getTimestamps()) days.add(Instant.ofEpochMilli((long) time).atZone(ZoneOffset.UTC).toLocalDate().toString());
      attributes.put("days", days);
    }
    return attributes;
  }

  private static List<Object> list(Object array) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) values.add(Array.get(array, i));
    return values;
  }
}

// SPDX-License-Identifier: MIT
import java.io.File;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.lang.StreamRDFCounting;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Loads a folder of exports with Gephi's import code and with Jena; ends with 1 where a count differs or one complains. */
public class Consumers {
  private static boolean failed = false;

  public static void main(String[] arguments) throws Exception {
    File folder = new File(arguments[0]);
    long[] first = gephi(new File(folder, "graph.graphml"));
    long[] second = gephi(new File(folder, "graph.gexf"));
    check(first[0] == second[0] && first[1] == second[1], "Gephi sees another graph in GEXF than in GraphML");
    long triples = jena(new File(folder, "graph.ttl"))[0];
    check(jena(new File(folder, "graph.nt"))[0] == triples, "graph.nt has other triples than graph.ttl");
    check(jena(new File(folder, "graph.jsonld"))[0] == triples, "graph.jsonld has other triples than graph.ttl");
    long quads = jena(new File(folder, "graph.nq"))[1];
    check(jena(new File(folder, "graph.trig"))[1] == quads, "graph.trig has other quads than graph.nq");
    System.exit(failed ? 1 : 0);
  }

  private static void check(boolean holds, String otherwise) {
    if (holds) return;
    failed = true;
    System.out.println("consumers: " + otherwise);
  }

  private static long[] gephi(File file) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(file);
    int complaints = 0;
    for (Iterator<Issue> issues = container.getReport().getIssues(1000); issues.hasNext(); ) {
      Issue issue = issues.next();
      if (issue.getLevel() == Issue.Level.INFO) continue;
      complaints++;
      System.out.println(file.getName() + ": " + issue.getLevel() + ": " + issue.getMessage());
    }
    importer.process(container, new DefaultProcessor(), workspace);
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    DirectedGraph graph = model.getDirectedGraph();
    System.out.printf("%-16s Gephi  %d nodes, %d edges of %d kinds, %d complaints%n", file.getName(), graph.getNodeCount(),
        graph.getEdgeCount(), model.getEdgeTypeCount() - 1, complaints);
    check(complaints == 0, "Gephi complains of " + file.getName());
    return new long[] {graph.getNodeCount(), graph.getEdgeCount()};
  }

  private static long[] jena(File file) {
    AtomicInteger complaints = new AtomicInteger();
    ErrorHandler handler = new ErrorHandler() {
      private void count(String message, long line, long column) {
        complaints.incrementAndGet();
        System.out.println(file.getName() + ":" + line + ":" + column + ": " + message);
      }
      public void warning(String message, long line, long column) { count(message, line, column); }
      public void error(String message, long line, long column) { count(message, line, column); }
      public void fatal(String message, long line, long column) { count(message, line, column); }
    };
    StreamRDFCounting counts = StreamRDFLib.count();
    RDFParser.source(file.getPath()).strict(true).checking(true).errorHandler(handler).parse(counts);
    System.out.printf("%-16s Jena   %d triples, %d quads, %d complaints%n", file.getName(), counts.countTriples(),
        counts.countQuads(), complaints.get());
    check(complaints.get() == 0, "Jena complains of " + file.getName());
    return new long[] {counts.countTriples(), counts.countQuads()};
  }
}

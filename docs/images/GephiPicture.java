// SPDX-License-Identifier: MIT
import java.awt.Color;
import java.awt.Font;
import java.io.File;
import java.io.FileWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.io.exporter.preview.SVGExporter;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.DependantColor;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** The picture of gephi.md: a GEXF file of relata's as Gephi's own Preview draws it. Arguments: graph.gexf, picture.svg. */
public class GephiPicture {
  private static final Map<String, Color> STATUSES = Map.of("factual", new Color(0x8c8c96), "planned", new Color(0x2f6fde),
      "hypothetical", new Color(0x8b4bc4), "reported", new Color(0xb57a00), "denied", new Color(0xd0312d));
  private static final float CLOSER = 0.34f;

  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(arguments[0]));
    importer.process(container, new DefaultProcessor(), workspace);
    prepare(Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph());
    PreviewController preview = Lookup.getDefault().lookup(PreviewController.class);
    settings(preview.getModel(workspace).getProperties());
    preview.refreshPreview(workspace);
    SVGExporter exporter = new SVGExporter();
    exporter.setWorkspace(workspace);
    try (Writer out = new FileWriter(arguments[1], StandardCharsets.UTF_8)) {
      exporter.setWriter(out);
      exporter.execute();
    }
    System.exit(0);
  }

  /** Filter: the largest component without dates and amounts. Layout: closer together. Appearance: edges by status. */
  private static void prepare(Graph graph) {
    for (Node node : graph.getNodes().toArray()) if (node.getId().toString().startsWith("literal:")) graph.removeNode(node);
    List<Node> largest = new ArrayList<>();
    for (Node node : graph.getNodes().toArray()) {
      List<Node> reached = new ArrayList<>(List.of(node));
      for (int i = 0; i < reached.size(); i++) {
        for (Node next : graph.getNeighbors(reached.get(i)).toArray()) if (!reached.contains(next)) reached.add(next);
      }
      if (reached.size() > largest.size()) largest = reached;
    }
    for (Node node : graph.getNodes().toArray()) if (!largest.contains(node)) graph.removeNode(node);
    for (Node node : graph.getNodes()) {
      node.setX(node.x() * CLOSER);
      node.setY(node.y() * CLOSER);
    }
    for (Edge edge : graph.getEdges()) edge.setColor(STATUSES.get(edge.getAttribute("status")));
  }

  private static void settings(PreviewProperties properties) {
    properties.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
    properties.putValue(PreviewProperty.NODE_LABEL_FONT, new Font("DejaVu Sans", Font.PLAIN, 16));
    properties.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
    properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_SIZE, 5f);
    properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_OPACITY, 90f);
    properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_COLOR, new DependantColor(Color.WHITE));
    properties.putValue(PreviewProperty.NODE_LABEL_SHORTEN, true);
    properties.putValue(PreviewProperty.NODE_LABEL_MAX_CHAR, 26);
    properties.putValue(PreviewProperty.NODE_BORDER_WIDTH, 0f);
    properties.putValue(PreviewProperty.EDGE_CURVED, true);
    properties.putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(EdgeColor.Mode.ORIGINAL));
    properties.putValue(PreviewProperty.EDGE_OPACITY, 75f);
    properties.putValue(PreviewProperty.EDGE_THICKNESS, 1.8f);
    properties.putValue(PreviewProperty.ARROW_SIZE, 3f);
    properties.putValue(PreviewProperty.MARGIN, 4f);
  }
}

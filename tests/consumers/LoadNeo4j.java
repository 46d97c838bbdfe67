// SPDX-License-Identifier: MIT
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.neo4j.cli.AdminTool;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GqlStatusObject;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** What Neo4j holds of the tables that its own import took, and of the Cypher script after it ran twice; prints what part.py describes. */
public class LoadNeo4j {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PrintStream OUT = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
  // Done, nothing to tell, and a constraint that is there already.
  private static final Set<String> EXPECTED = Set.of("00000", "00001", "00NA0");
  private static final int BATCH = 20; // statements of a transaction, of up to 200 rows each
  private static final List<String> OF_NODES = List.of("label", "class", "wikidata", "datatype", "value", "aliases", "mentions");
  private static final List<String> OF_EDGES = List.of(
      "relation", "status", "verdict", "first", "last", "articles", "said_by", "sentence", "weight", "confidence", "open");

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    say("consumer", "Neo4j", arguments[1]);
    withHome(home -> {
      say("file", "neo4j/*.csv");
      long begin = System.nanoTime();
      importTables(home, folder.resolve("neo4j"));
      open(home, database -> tell(database, begin, true));
    });
    withHome(home -> open(home, database -> {
      say("file", "graph.cypher");
      long begin = System.nanoTime();
      run(database, folder.resolve("graph.cypher"));
      spoil(database);
      run(database, folder.resolve("graph.cypher"));
      tell(database, begin, false);
    }));
    OUT.flush();
    System.exit(0);
  }

  private interface Step<T> {
    void take(T what) throws Exception;
  }

  private static void say(Object... line) throws IOException {
    OUT.print(JSON.writeValueAsString(line));
    OUT.print('\n');
  }

  private static void withHome(Step<Path> step) throws Exception {
    Path home = Files.createTempDirectory("neo4j");
    try {
      step.take(home);
    } finally {
      try (Stream<Path> files = Files.walk(home)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static void open(Path home, Step<GraphDatabaseService> step) throws Exception {
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(home).build();
    try {
      step.take(service.database("neo4j"));
    } finally {
      service.shutdown();
    }
  }

  /** `neo4j-admin database import full`. */
  private static void importTables(Path home, Path tables) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Path configuration = home.resolve("conf");
    int status = AdminTool.execute(new ExecutionContext(home, configuration, stream, stream, new org.neo4j.io.fs.DefaultFileSystemAbstraction()),
        "database", "import", "full", "neo4j", "--nodes=" + tables.resolve("nodes.csv"), "--relationships=" + tables.resolve("edges.csv"),
        "--report-file=" + home.resolve("report"));
    String report = home.resolve("report").toFile().length() > 0 ? "the import reports faults; " : "";
    if (status != 0 || !report.isEmpty()) System.err.println(report + "the import ended with " + status + ": " + said.toString(StandardCharsets.UTF_8));
  }

  /** Statements end at the ends of lines; no string holds one. */
  private static void run(GraphDatabaseService database, Path script) throws IOException {
    List<String> lines = Arrays.asList(Files.readString(script).split(";\n"));
    execute(database, lines.subList(0, 1)); // a constraint, which no transaction makes beside data
    for (int at = 1; at < lines.size(); at += BATCH) execute(database, lines.subList(at, Math.min(lines.size(), at + BATCH)));
  }

  private static void execute(GraphDatabaseService database, List<String> statements) {
    try (Transaction transaction = database.beginTx()) {
      for (String statement : statements) {
        try (Result result = transaction.execute(statement)) {
          result.accept(row -> true);
          for (GqlStatusObject status : result.getGqlStatusObjects()) {
            if (!EXPECTED.contains(status.gqlStatus())) System.err.println(status.gqlStatus() + " " + status.statusDescription());
          }
        }
      }
      transaction.commit();
    }
  }

  /** Gives every property a value that the graph does not have: the script has to take it away. */
  private static void spoil(GraphDatabaseService database) {
    try (Transaction transaction = database.beginTx(); Stream<Node> nodes = transaction.getAllNodes().stream();
         Stream<Relationship> edges = transaction.getAllRelationships().stream()) {
      nodes.forEach(node -> OF_NODES.forEach(name -> node.setProperty(name, "stale")));
      edges.forEach(edge -> OF_EDGES.forEach(name -> edge.setProperty(name, "stale")));
      transaction.commit();
    }
  }

  private static void tell(GraphDatabaseService database, long begin, boolean table) throws Exception {
    double seconds = (System.nanoTime() - begin) / 1e9;
    try (Transaction transaction = database.beginTx()) {
      for (Node node : (Iterable<Node>) transaction.getAllNodes().stream()::iterator) {
        Map<String, Object> properties = properties(node, table);
        Set<String> labels = new HashSet<>();
        for (Label label : node.getLabels()) labels.add(label.name());
        Set<String> expected = new HashSet<>(Set.of("Entity"));
        if (properties.get("class") instanceof String name && !name.isEmpty()) expected.add(name);
        if (!labels.equals(expected)) System.err.println("labels " + labels + ", not " + expected);
        say("node", node.getProperty("id"), properties);
      }
      for (Relationship edge : (Iterable<Relationship>) transaction.getAllRelationships().stream()::iterator) {
        Map<String, Object> properties = properties(edge, table);
        properties.put("kind", edge.getType().name());
        say("edge", edge.getProperty("id"), edge.getStartNode().getProperty("id"), edge.getEndNode().getProperty("id"), properties);
      }
    }
    say("seconds", seconds);
  }

  /** All but the identifier and what literals have besides; lists of tables as they stand there. */
  private static Map<String, Object> properties(Entity entity, boolean table) {
    Map<String, Object> properties = new LinkedHashMap<>(entity.getAllProperties());
    for (String name : List.of("id", "datatype", "value")) properties.remove(name);
    if (table) properties.replaceAll((name, value) -> value instanceof String[] texts ? String.join(";", texts) : value);
    return properties;
  }
}

// SPDX-License-Identifier: MIT
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.core.Quad;

/**
 * What Jena's parsers hold of the five syntaxes of RDF, in their strict mode with all checks, and whether the whole conforms to shapes.ttl; prints what
 * part.py describes.
 */
public class LoadJena {
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final int MOST_FAULTS = 10; // that are told one by one
  private static final PrintStream OUT = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);

  public static void main(String[] arguments) {
    say("consumer", "Jena", arguments[1]);
    for (String name : new String[] {"graph.ttl", "graph.nt", "graph.jsonld"}) load(new File(arguments[0], name), false);
    for (String name : new String[] {"graph.nq", "graph.trig"}) load(new File(arguments[0], name), true);
    File shapes = new File(arguments[0], "shapes.ttl");
    if (shapes.exists()) validate(new File(arguments[0], "graph.ttl"), shapes);
    OUT.flush();
  }

  private static void say(Object... line) {
    OUT.print(JSON.toJson(line));
    OUT.print('\n');
  }

  private static void load(File file, boolean quads) {
    say("file", file.getName());
    long begin = System.nanoTime();
    RDFParser.source(file.getPath()).strict(true).checking(true).errorHandler(complaining(file.getName())).parse(new StreamRDFBase() {
      @Override
      public void triple(Triple triple) {
        tell(triple, "");
      }
      @Override
      public void quad(Quad quad) {
        tell(quad.asTriple(), quad.isDefaultGraph() ? "" : quad.getGraph().getURI());
      }
      private void tell(Triple triple, String graph) {
        Node object = triple.getObject();
        String kind = !object.isLiteral() ? "" : object.getLiteralLanguage().isEmpty() ? object.getLiteralDatatypeURI() : "@" + object.getLiteralLanguage();
        String value = object.isLiteral() ? object.getLiteralLexicalForm() : object.getURI();
        if (quads) say("quad", triple.getSubject().getURI(), triple.getPredicate().getURI(), value, kind, graph);
        else say("triple", triple.getSubject().getURI(), triple.getPredicate().getURI(), value, kind);
      }
    });
    say("seconds", (System.nanoTime() - begin) / 1e9);  // what is told of the triples included
  }

  /** By SHACL; what does not conform is a warning. */
  private static void validate(File file, File shapes) {
    say("file", shapes.getName());
    Graph graph = RDFDataMgr.loadGraph(file.getPath());
    long begin = System.nanoTime();
    ValidationReport report = ShaclValidator.get().validate(Shapes.parse(RDFDataMgr.loadGraph(shapes.getPath())), graph);
    report.getEntries().stream().limit(MOST_FAULTS).forEach(fault -> System.err.println(fault.focusNode() + ": " + fault.message()));
    say("count", "triples", graph.size());
    say("seconds", (System.nanoTime() - begin) / 1e9);
  }

  private static ErrorHandler complaining(String file) {
    return new ErrorHandler() {
      private void say(String message, long line, long column) {
        System.err.println(file + ":" + line + ":" + column + ": " + message);
      }
      @Override
      public void warning(String message, long line, long column) {
        say(message, line, column);
      }
      @Override
      public void error(String message, long line, long column) {
        say(message, line, column);
      }
      @Override
      public void fatal(String message, long line, long column) {
        say(message, line, column);
      }
    };
  }
}

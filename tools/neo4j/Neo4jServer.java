import java.nio.file.Path;

import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j Community server over Bolt, for tests.
 *
 * <p>Takes its home directory, which holds {@code neo4j.conf}. Prints {@code bolt PORT} when it answers, and stops when
 * its standard input ends: so it goes away with the process that started it, however that one ends.
 */
public class Neo4jServer {
    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var service = new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(home.resolve("neo4j.conf")).build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        var database = (GraphDatabaseAPI) service.database("neo4j");
        var ports = database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        System.out.println("bolt " + ports.getLocalAddress(ConnectorType.BOLT).getPort());
        while (System.in.read() >= 0) {
            // Nothing is expected: only the end of the input counts.
        }
        System.exit(0);
    }
}

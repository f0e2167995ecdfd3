package portage.job;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import org.h2.tools.Server;

import portage.testing.RealRedis;

/**
 * The redis-server and the job repository that all tests of one JVM share; each takes a
 * namespace of its own.
 */
final class JobServers {

	private static final RealRedis REDIS = RealRedis.start();

	private static final RedisCommands<String, String> COMMANDS = RedisClient.create(REDIS.uri()).connect().sync();

	private static final Server H2 = startH2();

	private static final AtomicInteger NAMESPACES = new AtomicInteger();

	private JobServers() {
	}

	static String redisUrl() {
		return REDIS.uri();
	}

	static RedisCommands<String, String> redis() {
		return COMMANDS;
	}

	/** A namespace that nobody used before. */
	static String newNamespace() {
		return "test-" + NAMESPACES.incrementAndGet();
	}

	/** Every key of a namespace. */
	static List<String> keys(String namespace) {
		List<String> keys = new ArrayList<>();
		ScanIterator.scan(COMMANDS, ScanArgs.Builder.matches("{" + namespace + "}:*").limit(1000))
			.forEachRemaining(keys::add);
		return keys;
	}

	/** A database of its own, made when somebody connects to it. */
	static String repositoryUrl(String name) {
		return "jdbc:h2:tcp://localhost:" + H2.getPort() + "/mem:" + name + ";DB_CLOSE_DELAY=-1";
	}

	/** How many tables a database has. */
	static int tables(String repositoryUrl) {
		try (Connection connection = DriverManager.getConnection(repositoryUrl, "sa", "");
				ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "%", null)) {
			int count = 0;
			while (tables.next()) {
				count++;
			}
			return count;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Server startH2() {
		try {
			return Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-ifNotExists").start();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package portage.api.batch;

import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The connection to the job repository. Nothing connects before somebody asks, and each
 * question tries anew, so that a repository that is away neither keeps the API from
 * starting nor has to be waited for.
 */
final class JobTables implements AutoCloseable {

	/** SQL states for "there is no such table": H2's three, and PostgreSQL's. */
	private static final Set<String> NO_TABLE = Set.of("42S02", "42S03", "42S04", "42P01");

	/** How long to wait for a server that took the question and says nothing. */
	private static final Duration FROZEN = Duration.ofSeconds(10);

	private final HikariDataSource connections = new HikariDataSource();

	private volatile @Nullable JobRepository repository;

	JobTables(RepositoryProperties properties) {
		this.connections.setPoolName("job-repository");
		this.connections.setJdbcUrl(properties.url());
		this.connections.setUsername(properties.username());
		this.connections.setPassword(properties.password());
		this.connections.setReadOnly(true);
		this.connections.setMaximumPoolSize(4);
		this.connections.setMinimumIdle(0);
		this.connections.setConnectionTimeout(properties.timeout().toMillis());
		this.connections.setValidationTimeout(250);
		this.connections.setInitializationFailTimeout(-1);
		if (properties.url().startsWith("jdbc:postgresql:")) {
			this.connections.addDataSourceProperty("socketTimeout", String.valueOf(FROZEN.toSeconds()));
		}
	}

	/**
	 * Asks.
	 * @param noRuns the answer as long as the job has never run, and so has made no
	 * tables
	 * @throws RepositoryUnavailable if there is no answer
	 */
	<T> T ask(Function<JobRepository, T> question, T noRuns) {
		return answer(() -> question.apply(repository()), noRuns);
	}

	/** The same for what only SQL can ask. */
	<T> T askSql(Function<JdbcClient, T> question, T noRuns) {
		return answer(() -> question.apply(JdbcClient.create(this.connections)), noRuns);
	}

	private <T> T answer(Question<T> question, T noRuns) {
		try {
			return question.ask();
		}
		catch (Exception ex) {
			if (ex instanceof DataAccessException
					&& NestedExceptionUtils.getMostSpecificCause(ex) instanceof SQLException cause
					&& NO_TABLE.contains(String.valueOf(cause.getSQLState()))) {
				return noRuns;
			}
			forgetConnections();
			throw new RepositoryUnavailable(ex);
		}
	}

	/**
	 * The pool takes a connection that was used a moment ago for a good one, and does not
	 * know H2's word for a broken one: asked often enough, it would hand out the same
	 * dead connection for ever.
	 */
	private void forgetConnections() {
		HikariPoolMXBean pool = this.connections.getHikariPoolMXBean();
		if (pool != null) {
			pool.softEvictConnections();
		}
	}

	/**
	 * Building it asks the database what it is, so this fails as long as that is away.
	 */
	private JobRepository repository() throws Exception {
		JobRepository built = this.repository;
		if (built == null) {
			JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
			factory.setDataSource(this.connections);
			factory.setTransactionManager(new JdbcTransactionManager(this.connections));
			factory.setSerializer(new NoContexts());
			factory.afterPropertiesSet();
			built = factory.getObject();
			this.repository = built;
		}
		return built;
	}

	@Override
	public void close() {
		this.connections.close();
	}

	private interface Question<T> {

		T ask() throws Exception;

	}

	/**
	 * Checkpoints are the job's own business: its classes are unknown here, and nothing
	 * from a table is to become one.
	 */
	private static final class NoContexts implements ExecutionContextSerializer {

		@Override
		public Map<String, Object> deserialize(InputStream context) {
			return Map.of();
		}

		@Override
		public void serialize(Map<String, Object> context, OutputStream out) {
			throw new UnsupportedOperationException("the job repository is only read here");
		}

	}

}

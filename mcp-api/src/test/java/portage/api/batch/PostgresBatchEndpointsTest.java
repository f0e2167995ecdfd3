package portage.api.batch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** With a role that may only SELECT, which production gives the API. */
class PostgresBatchEndpointsTest extends BatchEndpointsContract {

	private EmbeddedPostgres postgres;

	@Override
	void startDatabase(Path directory) throws Exception {
		this.postgres = EmbeddedPostgres.builder().start();
		try (Connection connection = this.postgres.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE ROLE reader LOGIN PASSWORD 'only-select'");
		}
	}

	@Override
	void stopDatabase() throws Exception {
		this.postgres.close();
	}

	@Override
	DataSource owner() {
		return this.postgres.getPostgresDatabase();
	}

	@Override
	String platform() {
		return "postgresql";
	}

	@Override
	List<String> readerSettings() {
		return List.of("portage.repository.url=" + this.postgres.getJdbcUrl("reader", "postgres"),
				"portage.repository.username=reader", "portage.repository.password=only-select");
	}

	@Override
	List<String> grants() {
		return List.of("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
	}

}

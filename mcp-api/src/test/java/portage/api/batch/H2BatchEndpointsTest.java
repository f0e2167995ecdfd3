package portage.api.batch;

import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import portage.testing.H2Server;

class H2BatchEndpointsTest extends BatchEndpointsContract {

	private H2Server h2;

	@Override
	void startDatabase(Path directory) {
		this.h2 = new H2Server(directory);
	}

	@Override
	void stopDatabase() {
		this.h2.close();
	}

	@Override
	DataSource owner() {
		return new DriverManagerDataSource(this.h2.url(), "sa", "");
	}

	@Override
	String platform() {
		return "h2";
	}

	@Override
	List<String> readerSettings() {
		return List.of("portage.repository.url=" + this.h2.url());
	}

	@Override
	List<String> grants() {
		return List.of();
	}

}

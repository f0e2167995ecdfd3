package portage.job;

import java.sql.DriverManager;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchDataSourceScriptDatabaseInitializer;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcProperties;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** The job repository: H2 or PostgreSQL, as the URL says. */
@Configuration(proxyBeanMethods = false)
class RepositoryContext {

	@Bean
	HikariDataSource dataSource(@Value("${portage.repository.url}") String url,
			@Value("${portage.repository.username}") String username,
			@Value("${portage.repository.password}") String password) {
		requireDriver(url);
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(url);
		dataSource.setUsername(username);
		dataSource.setPassword(password);
		dataSource.setMaximumPoolSize(2);
		dataSource.setConnectionTimeout(5000);
		return dataSource;
	}

	/** Does not repeat the URL, which may hold a password. */
	private static void requireDriver(String url) {
		try {
			DriverManager.getDriver(url);
		}
		catch (SQLException ex) {
			throw new IllegalArgumentException("portage.repository.url must be a JDBC URL of H2 or PostgreSQL, like "
					+ "jdbc:h2:tcp://localhost:9092/./portage", ex);
		}
	}

	@Bean
	JdbcTransactionManager transactionManager(DataSource dataSource) {
		return new JdbcTransactionManager(dataSource);
	}

	@Bean
	BatchDataSourceScriptDatabaseInitializer schema(DataSource dataSource) {
		BatchJdbcProperties properties = new BatchJdbcProperties();
		properties.setInitializeSchema(DatabaseInitializationMode.ALWAYS);
		return new BatchDataSourceScriptDatabaseInitializer(dataSource, properties);
	}

	@Bean
	@DependsOn("schema")
	JdbcJobRepositoryFactoryBean jobRepository(DataSource dataSource, PlatformTransactionManager transactions) {
		JdbcJobRepositoryFactoryBean repository = new JdbcJobRepositoryFactoryBean();
		repository.setDataSource(dataSource);
		repository.setTransactionManager(transactions);
		// With the default, PostgreSQL loses steps that begin side by side.
		repository.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
		return repository;
	}

	@Bean
	JobRegistry jobRegistry() {
		return new MapJobRegistry();
	}

	@Bean
	TaskExecutorJobOperator jobOperator(JobRepository repository, JobRegistry registry) {
		TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
		operator.setJobRepository(repository);
		operator.setJobRegistry(registry);
		return operator;
	}

}

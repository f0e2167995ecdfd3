package portage.api;

import java.time.Clock;
import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchJobLauncherAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;

import portage.api.probe.Probe;

/**
 * Reads Redis or the bundled JSON, and serves.
 *
 * <p>
 * What Boot would set up for Redis, JDBC and Batch is off: there are two Redis clients,
 * not one, and neither Redis nor the job repository may keep the API from starting.
 */
@SpringBootApplication(exclude = { BatchAutoConfiguration.class, BatchJdbcAutoConfiguration.class,
		BatchJobLauncherAutoConfiguration.class, DataSourceAutoConfiguration.class,
		DataSourceTransactionManagerAutoConfiguration.class, DataRedisAutoConfiguration.class,
		DataRedisReactiveAutoConfiguration.class, DataRedisRepositoriesAutoConfiguration.class })
public class McpApi {

	public static void main(String[] args) {
		if (args.length > 0 && args[0].equals("probe")) {
			System.exit(Probe.run(Arrays.copyOfRange(args, 1, args.length), System.out));
		}
		SpringApplication.run(McpApi.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}

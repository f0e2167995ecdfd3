package portage.job;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Writes Redis, and exits. */
@SpringBootApplication
public class MigrationJob {

	public static void main(String[] args) {
		System.exit(SpringApplication.exit(SpringApplication.run(MigrationJob.class, args)));
	}

}

package portage.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Reads Redis or the bundled JSON, and serves. */
@SpringBootApplication
public class McpApi {

	public static void main(String[] args) {
		SpringApplication.run(McpApi.class, args);
	}

}

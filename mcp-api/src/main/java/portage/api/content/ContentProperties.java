package portage.api.content;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this room.
 *
 * @param json the JSON side
 */
@ConfigurationProperties("portage")
record ContentProperties(@DefaultValue Json json) {

	/**
	 * {@code portage.json}.
	 *
	 * @param directory where the files {@code projects}, {@code resources} and
	 * {@code audit} lie, each ending in {@code .json}, {@code .jsonl} or {@code .ndjson},
	 * with or without {@code .gz}; absent for the content that ships with Portage
	 */
	record Json(@Nullable Path directory) {
	}

}

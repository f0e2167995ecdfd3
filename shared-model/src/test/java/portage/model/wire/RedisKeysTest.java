package portage.model.wire;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import portage.model.content.ContentType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RedisKeysTest {

	private final RedisKeys keys = new RedisKeys("my-site");

	/** Data in somebody's Redis is found by these names: changing one is a migration. */
	@Test
	void areThese() {
		ContentType type = ContentType.AUDIT;
		assertThat(Stream.of(this.keys.prefix(), this.keys.current(), this.keys.control(), this.keys.notices(),
				this.keys.progress(), this.keys.generations(), this.keys.rejects(7), this.keys.generation(7),
				this.keys.content(7, type), this.keys.document(7, type, "a}1"), this.keys.order(7, type),
				this.keys.listing(7, type), this.keys.facet(7, type, "action:read"), this.keys.facets(7, type)))
			.containsExactly("{my-site}:", "{my-site}:current", "{my-site}:control", "{my-site}:notices",
					"{my-site}:progress", "{my-site}:generations", "{my-site}:g7:rejects", "{my-site}:g7:",
					"{my-site}:g7:audit:", "{my-site}:g7:audit:doc:a}1", "{my-site}:g7:audit:order",
					"{my-site}:g7:audit:time", "{my-site}:g7:audit:facet:action:read", "{my-site}:g7:audit:facets")
			.as("one hash tag, so that a script may touch any of them on a cluster")
			.allMatch((key) -> key.startsWith("{my-site}:"));
	}

	@Test
	void projectsAndResourcesAreListedInTheirOrder() {
		assertThat(this.keys.listing(1, ContentType.PROJECT)).isEqualTo(this.keys.order(1, ContentType.PROJECT));
		assertThat(this.keys.listing(1, ContentType.RESOURCE)).isEqualTo(this.keys.order(1, ContentType.RESOURCE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-a", "A", "a_b", "a{b", "a}b", "a b", "é", "a:b",
			"0123456789012345678901234567890123456789012345678901234567890123" })
	void refuseANamespaceThatCouldBreakTheHashTag(String namespace) {
		assertThatIllegalArgumentException().isThrownBy(() -> new RedisKeys(namespace))
			.withMessage("portage.namespace must be 1 to 63 lower-case letters, digits or '-', beginning with a letter "
					+ "or digit, but is '" + namespace + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "7", "a-b-", "012345678901234567890123456789012345678901234567890123456789012" })
	void acceptANamespace(String namespace) {
		assertThat(new RedisKeys(namespace).prefix()).isEqualTo("{" + namespace + "}:");
	}

}

package portage.api.content;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import portage.api.content.Origin.Source;
import portage.api.redis.Clients;
import portage.model.content.ContentType;
import portage.model.wire.RedisKeys;
import portage.testing.AnnouncedContent;
import portage.testing.RealRedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RedisContentTest extends ContentStoreContract {

	private final RealRedis redis = RealRedis.start();

	private final Clients clients = Clients.of(this.redis.uri());

	private final RedisClient admin = RedisClient.create(this.redis.uri());

	private final RedisCommands<String, String> commands = this.admin.connect().sync();

	@Override
	ContentStore serving(Path directory) {
		RedisKeys keys = new RedisKeys("contract");
		AnnouncedContent.directory(this.redis, keys, directory);
		return new RedisContent(this.clients.read(), keys);
	}

	@Override
	Origin origin() {
		return new Origin(Source.REDIS, false, 1);
	}

	@AfterAll
	void end() {
		this.admin.shutdown();
		this.clients.close();
		this.redis.close();
	}

	@Test
	void worksWhenTheServerHasForgottenItsScripts() {
		RedisContent content = sample("forgotten");
		this.commands.scriptFlush();
		assertAnswersEverything(content);
		assertAnswersEverything(content);
	}

	@Test
	void needsOnlyTheRightToRead() {
		sample("acl");
		CommandArgs<String, String> user = new CommandArgs<>(StringCodec.UTF8).add("SETUSER").add("reader");
		List.of("on", ">secret", "%R~{acl}:*", "+@read", "+@connection", "+eval_ro", "+evalsha_ro").forEach(user::add);
		this.commands.dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8), user);
		try (Clients reader = Clients.of(this.redis.uri(), "reader", "secret")) {
			assertAnswersEverything(new RedisContent(reader.read(), new RedisKeys("acl")));
		}
	}

	@Test
	void worksOnAReplica() {
		sample("replicated");
		try (RealRedis replica = RealRedis.start("--replicaof", this.redis.replicationSource());
				Clients reader = Clients.of(replica.uri())) {
			RedisContent content = new RedisContent(reader.read(), new RedisKeys("replicated"));
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.ignoreExceptions()
				.untilAsserted(() -> assertAnswersEverything(content));
		}
	}

	@Test
	void doesNotAnswerWithoutAnAnnouncement() {
		assertUnavailable(new RedisContent(this.clients.read(), new RedisKeys("nothing")), "no announcement");
	}

	@Test
	void doesNotAnswerWithLessThanWasAnnounced() {
		RedisContent content = sample("incomplete");
		RedisKeys keys = new RedisKeys("incomplete");
		String id = this.commands.zrange(keys.order(1, ContentType.PROJECT), 0, 0).get(0);
		this.commands.del(keys.document(1, ContentType.PROJECT, id));
		assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> content.find(ContentType.PROJECT, id))
			.withMessageContaining("INCOMPLETE");
		this.commands.del(keys.order(1, ContentType.PROJECT));
		assertUnavailable(content, "INCOMPLETE");
	}

	@Test
	void doesNotKeepItsCallersWaiting() {
		try (RealRedis other = RealRedis.start(); Clients reader = Clients.of(other.uri())) {
			RedisKeys keys = new RedisKeys("silent");
			AnnouncedContent.sample(other, keys);
			RedisContent content = new RedisContent(reader.read(), keys);
			assertAnswersEverything(content);
			other.pause();
			long start = System.nanoTime();
			assertThatExceptionOfType(StoreUnavailable.class)
				.isThrownBy(() -> content.counts(ContentType.PROJECT, List.of()))
				.withMessageContaining("does not answer");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
			other.kill();
			assertUnavailable(content, "does not answer");
		}
	}

	private RedisContent sample(String namespace) {
		RedisKeys keys = new RedisKeys(namespace);
		AnnouncedContent.sample(this.redis, keys);
		return new RedisContent(this.clients.read(), keys);
	}

	private static void assertAnswersEverything(RedisContent content) {
		assertThat(content.counts(ContentType.PROJECT, List.of()).total()).isPositive();
		Page page = content.page(all());
		assertThat(page.documents()).hasSize(3);
		assertThat(content.find(ContentType.PROJECT, page.documents().get(0).id()).document()).isPresent();
		assertThat(content.find(ContentType.PROJECT, "unknown").document()).isEmpty();
	}

	private static void assertUnavailable(RedisContent content, String message) {
		assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> content.find(ContentType.PROJECT, "unknown"))
			.withMessageContaining(message);
		assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> content.page(all()))
			.withMessageContaining(message);
		assertThatExceptionOfType(StoreUnavailable.class)
			.isThrownBy(() -> content.counts(ContentType.PROJECT, List.of()))
			.withMessageContaining(message);
	}

	private static PageQuery all() {
		return new PageQuery(ContentType.PROJECT, List.of(), Long.MIN_VALUE, Long.MAX_VALUE, 3, null);
	}

}

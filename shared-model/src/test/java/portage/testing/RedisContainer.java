package portage.testing;

import java.util.ArrayList;
import java.util.List;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A redis-server in a container. Another image than {@code redis:7} can be named by
 * {@code -Dredis.image}.
 */
final class RedisContainer implements RealRedis {

	private static final int INSIDE = 6379;

	private final GenericContainer<?> container;

	private final int port;

	private RedisContainer(GenericContainer<?> container, int port) {
		this.container = container;
		this.port = port;
	}

	static RedisContainer start(String... options) {
		List<String> command = new ArrayList<>(
				List.of("redis-server", "--save", "", "--appendonly", "yes", "--protected-mode", "no"));
		command.addAll(List.of(options));
		DockerImageName image = DockerImageName.parse(System.getProperty("redis.image", "redis:7"));
		GenericContainer<?> container = new GenericContainer<>(image).withExposedPorts(INSIDE)
			.withCommand(command.toArray(String[]::new));
		// Docker would choose another port at each restart; a server that comes back has
		// the old one.
		int port = RealRedis.freePort();
		container.setPortBindings(List.of(port + ":" + INSIDE));
		container.start();
		RedisContainer redis = new RedisContainer(container, port);
		redis.awaitAnswer();
		return redis;
	}

	@Override
	public String host() {
		return this.container.getHost();
	}

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public String replicationSource() {
		String address = this.container.getContainerInfo()
			.getNetworkSettings()
			.getNetworks()
			.values()
			.iterator()
			.next()
			.getIpAddress();
		return address + " " + INSIDE;
	}

	@Override
	public void stop() {
		this.container.getDockerClient().stopContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void kill() {
		this.container.getDockerClient().killContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void restart() {
		this.container.getDockerClient().startContainerCmd(this.container.getContainerId()).exec();
		awaitAnswer();
	}

	@Override
	public void pause() {
		this.container.getDockerClient().pauseContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void resume() {
		this.container.getDockerClient().unpauseContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void close() {
		this.container.stop();
	}

}

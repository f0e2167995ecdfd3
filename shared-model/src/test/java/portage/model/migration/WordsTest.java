package portage.model.migration;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The words that stand in Redis, which another release reads. */
class WordsTest {

	@Test
	void phasesAreThese() {
		assertThat(Arrays.stream(Phase.values()).map(Phase::key)).containsExactly("json", "read-only", "dual-write",
				"redis-primary");
		assertThat(Phase.values()).allSatisfy((phase) -> assertThat(Phase.of(phase.key())).contains(phase));
		assertThat(Phase.of("JSON")).isEmpty();
		assertThat(Phase.values()).filteredOn(Phase::readsRedis)
			.containsExactly(Phase.READ_ONLY, Phase.DUAL_WRITE, Phase.REDIS_PRIMARY);
	}

	@Test
	void runStatesAreThese() {
		assertThat(Arrays.stream(RunState.values()).map(RunState::key)).containsExactly("running", "verifying",
				"completed", "failed", "stopped");
		assertThat(RunState.values()).allSatisfy((state) -> assertThat(RunState.of(state.key())).contains(state));
		assertThat(RunState.of("")).isEmpty();
	}

}

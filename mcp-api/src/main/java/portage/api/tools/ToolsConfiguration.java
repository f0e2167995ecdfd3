package portage.api.tools;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import portage.api.content.BundledContent;
import portage.api.migration.MigrationWatch;
import portage.api.migration.PhasedContent;
import portage.model.migration.Phase;

import static portage.api.tools.ContentWords.PROJECT;
import static portage.api.tools.ContentWords.RESOURCE;

/** The tools, in the order in which they are listed. */
@Configuration(proxyBeanMethods = false)
class ToolsConfiguration {

	@Bean
	Toolbox toolbox(PhasedContent content, BundledContent bundled, MigrationWatch watch, Clock clock) {
		Supplier<Phase> phase = () -> watch.state().phase();
		return new Toolbox(List.of(new ListContent(PROJECT, content), new ListContent(RESOURCE, content),
				new GetContent(PROJECT, content), new GetContent(RESOURCE, content), new UpdateContent(PROJECT, phase),
				new UpdateContent(RESOURCE, phase), new GetAuditLog(content), new GetAuditStats(content),
				new GetMigrationStatus(watch, content, bundled)), clock);
	}

}

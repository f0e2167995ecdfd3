package portage.job.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;

import org.jspecify.annotations.Nullable;

import portage.job.backfill.ProgressListener;

/** What people see while a run goes on: a bar on a terminal, a line a step elsewhere. */
interface ProgressView extends ProgressListener, AutoCloseable {

	@Override
	void close();

	/** The view that fits where errors are printed. */
	static ProgressView ofTerminal(PrintWriter out) {
		return isTerminal(System.console()) ? new ProgressBars() : new ProgressLines(out);
	}

	/**
	 * Since Java 22 there is a console without a terminal, too; it can be asked, but not
	 * by Java 17.
	 */
	private static boolean isTerminal(@Nullable Console console) {
		if (console == null || "dumb".equals(System.getenv("TERM"))) {
			return false;
		}
		try {
			return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
		}
		catch (NoSuchMethodException ex) {
			return true;
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			return false;
		}
	}

}

package portage.api.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Whether somebody listens on a port of this machine; asked by connecting, which shows
 * other users' servers too.
 */
final class Ports {

	private static final int TIMEOUT_MILLIS = 1000;

	private Ports() {
	}

	static boolean isTaken(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), TIMEOUT_MILLIS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}

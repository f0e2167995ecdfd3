package portage.api.batch;

import java.util.List;

/**
 * One page of an answer, as it goes out.
 *
 * @param items of this page
 * @param total on all pages
 * @param page which one, from 0
 * @param size the most items of a page
 */
record Slice<T>(List<T> items, long total, int page, int size) {

	Slice {
		items = List.copyOf(items);
	}

	/**
	 * Which page is asked for.
	 *
	 * @param page from 0 to 1,000,000
	 * @param size from 1 to 100
	 */
	record Request(int page, int size) {

		Request {
			if (page < 0 || page > 1_000_000) {
				throw new IllegalArgumentException("page must be 0 to 1,000,000, but is " + page);
			}
			if (size < 1 || size > 100) {
				throw new IllegalArgumentException("size must be 1 to 100, but is " + size);
			}
		}

		int offset() {
			return this.page * this.size;
		}

		<T> Slice<T> of(List<T> items, long total) {
			return new Slice<>(items, total, this.page, this.size);
		}

	}

}

/** Rows fetched at a time: neither a long-held connection nor all rows in memory. */
export const pageRows = 500;

/**
 * The rows of a query in its order, page after page.
 * @param fetchAfter the next rows after this one, at most `pageRows`; the first ones without it
 */
export async function* pages<Row>(
	fetchAfter: (last: Row | undefined) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
	for (let last: Row | undefined; ;) {
		const rows = await fetchAfter(last);
		if (rows.length > 0) yield rows;
		if (rows.length < pageRows) return;
		last = rows.at(-1);
	}
}

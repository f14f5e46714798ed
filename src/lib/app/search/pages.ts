const perPage = 30;

/**
 * One page of a list.
 * @param wanted from 1; what is no page of the list is the nearest that is one
 */
export function pageOf<T>(list: readonly T[], wanted: number) {
	const pages = Math.max(1, Math.ceil(list.length / perPage));
	const page = Math.min(pages, Math.max(1, Math.trunc(wanted) || 1));
	const start = (page - 1) * perPage;
	const items = list.slice(start, start + perPage);
	/** of the items shown, counted from 1 */
	const [from, to] = [start + 1, start + items.length];
	return { items, page, pages, from, to };
}

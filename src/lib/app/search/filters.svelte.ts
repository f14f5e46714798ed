/** Filters of the search: what the catalogue can be narrowed to, what a query says of it, what is chosen. */
import {
	asksForAll,
	facets,
	isEmpty,
	readFilter,
	type Filter,
	type SaidFilter,
} from '#lib/search/index.ts';
import { search as words } from '#content/messages/search.vi.ts';
import { announcer } from '../announcer.svelte.ts';
import { catalogue } from '../catalogue.svelte.ts';
import { search } from '../search.svelte.ts';
import { without } from './filter-labels.ts';

class Filters {
	readonly facets = $derived(facets(catalogue.entries));

	/** An order in the query ("… chỉ cấp xã"): it narrows by itself. */
	readOrder(query: string): SaidFilter | undefined {
		const said = readFilter(query, this.facets);
		return said?.command ? said : undefined;
	}

	/** Words in the query that may mean a filter: offered, since names hold them as well. */
	offer(query: string): SaidFilter | undefined {
		const said = readFilter(query, this.facets);
		const applied = said?.command && said.rest !== '';
		return applied ? undefined : said;
	}

	async take({ filter, rest }: SaidFilter) {
		await search.narrow({ ...search.filter, ...filter }, rest || search.query);
	}

	/** Takes one kind of filter, or lets it go with `undefined`. */
	async choose<Kind extends keyof Filter>(kind: Kind, value: Filter[Kind] | undefined) {
		const others = without(search.filter, kind);
		await search.narrow(value === undefined ? others : { ...others, [kind]: value });
	}

	async clear() {
		if (isEmpty(search.filter)) return;
		await search.narrow({});
		announcer.show(words.filters.cleared);
	}

	/**
	 * Takes what was said as a word about the list that is shown: "chỉ cấp xã", "bỏ lọc".
	 * @returns false where it is none: it is a new question
	 */
	async heed(heard: string): Promise<boolean> {
		if (asksForAll(heard)) {
			await this.clear();
			return true;
		}
		const order = this.readOrder(heard);
		if (!order || order.rest !== '' || search.query === '') return false;
		await search.narrow({ ...search.filter, ...order.filter });
		return true;
	}
}

export const filters = new Filters();

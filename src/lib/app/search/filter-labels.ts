import { isEmpty, type Filter } from '#lib/search/index.ts';
import { search as words } from '#content/messages/search.vi.ts';

/** One thing a filter asks for, as a person reads it, and the filter without it. */
export interface FilterLabel {
	readonly text: string;
	readonly without: Filter;
}

const text = words.filters.only;

/** A filter that does not ask for one thing any more. */
export const without = (filter: Filter, kind: keyof Filter): Filter =>
	Object.fromEntries(Object.entries(filter).filter(([key]) => key !== kind));

/** What a filter asks for, one label each. */
export function filterLabels(filter: Filter): FilterLabel[] {
	const label = (key: keyof Filter, text: string): FilterLabel => ({
		text,
		without: without(filter, key),
	});
	const list = (key: 'fields' | 'agencies', names: readonly string[]) => {
		const [first = '', ...others] = names;
		return label(key, others.length > 0 ? text.namedMore(first, others.length) : text.named(first));
	};
	const { fields, agencies, levels, audience, online } = filter;
	return [
		...(levels ?? []).map((level): FilterLabel => {
			const left = (levels ?? []).filter((one) => one !== level);
			const others = without(filter, 'levels');
			return {
				text: text.levels[level],
				without: left.length > 0 ? { ...others, levels: left } : others,
			};
		}),
		...(audience ? [label('audience', text.audiences[audience])] : []),
		...(online === undefined ? [] : [label('online', online ? text.online : text.counter)]),
		...(fields ? [list('fields', fields)] : []),
		...(agencies ? [list('agencies', agencies)] : []),
	];
}

/** The labels in a row, for a sentence. */
export const filterText = (filter: Filter): string =>
	isEmpty(filter)
		? ''
		: filterLabels(filter)
				.map(({ text }) => text.charAt(0).toLowerCase() + text.slice(1))
				.join(', ');

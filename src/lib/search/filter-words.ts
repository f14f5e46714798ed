import { facetKey } from './facet-key.ts';
import { isEmpty, type Filter } from './filter.ts';
import {
	clearing,
	commands,
	notAfter,
	notBefore,
	notBeforeBare,
	sayings,
	type Saying,
} from './filter-phrases.ts';
import type { Facet, Facets } from './facets.ts';
import { createPhraseBook } from './phrases.ts';
import { cut, rangesOf, type Token } from './tokens.ts';

/** A filter that was said in a query. */
export interface SaidFilter {
	readonly filter: Filter;
	/** the query without it */
	readonly rest: string;
	/** said as an order ("chỉ cấp xã"), not merely as words that names hold as well ("… tại cấp xã") */
	readonly command: boolean;
}

const book = createPhraseBook(sayings);
const bookOf = (words: readonly string[]) => createPhraseBook(words.map((text) => [text, true]));
const markedBook = bookOf(notBefore);
const bareBook = bookOf([...notBefore, ...notBeforeBare]);
const commandBook = bookOf(commands);
const clearingBook = bookOf(clearing);
/** A name said in part may mean so many; more is no filter. */
const mostMeant = 12;
const mostSyllables = 40;

/** Is the whole query the wish to see everything again: "bỏ lọc"? */
export function asksForAll(query: string): boolean {
	const tokens = cut(query);
	return tokens.length > 0 && clearingBook.longestAt(tokens, 0)?.length === tokens.length;
}

/**
 * Reads a filter off a query's end, or else its beginning: "khai sinh chỉ cấp xã", "lĩnh vực hộ tịch đăng ký lại".
 * @param facets what the catalogue has: names of fields and agencies are read only where they exist
 * @returns `undefined` where none was said
 */
export function readFilter(query: string, facets: Facets): SaidFilter | undefined {
	const tokens = cut(query).slice(0, mostSyllables);
	const ranges = rangesOf(query);
	const words = new Reader(tokens, facets);
	for (let from = 0; from < tokens.length; from++) {
		const read = words.read(from, tokens.length);
		if (read) return { ...read, rest: query.slice(0, ranges[from]![0]).trim() };
	}
	for (let to = tokens.length - 1; to > 0; to--) {
		const read = words.read(0, to);
		if (read) return { ...read, rest: query.slice(ranges[to]![0]).trim() };
	}
	return undefined;
}

interface Piece {
	readonly to: number;
	readonly filter: Filter;
}

class Reader {
	readonly #tokens: readonly Token[];
	readonly #facets: Facets;
	constructor(tokens: readonly Token[], facets: Facets) {
		this.#tokens = tokens;
		this.#facets = facets;
	}

	/** Reads `[from, to)` as filters from end to end. */
	read(from: number, to: number): Pick<SaidFilter, 'filter' | 'command'> | undefined {
		const order = this.#commandAt(from);
		const command = order !== undefined;
		const filter = this.#cover(order ?? from, to, command, new Set());
		return filter && !isEmpty(filter) ? { filter, command } : undefined;
	}

	/** @returns where the command word that begins at `at` ends */
	#commandAt(at: number): number | undefined {
		const [before, first, next] = [at - 1, at, at + 1].map((place) => this.#tokens[place]);
		if (before && notAfter.has(before.folded)) return undefined;
		// Among words with marks a bare "chi" is another word.
		if (!first?.accented && this.#tokens.some(({ accented }) => accented)) return undefined;
		const joining = first?.accented ? markedBook : bareBook;
		if (next && joining.longestAt([next], 0)) return undefined;
		const found = commandBook.longestAt(this.#tokens, at);
		return found && at + found.length;
	}

	/** @param dead places from which `to` was not reached */
	#cover(at: number, to: number, ordered: boolean, dead: Set<number>): Filter | undefined {
		if (at === to) return {};
		if (dead.has(at)) return undefined;
		for (const piece of this.#piecesAt(at, to, ordered)) {
			const after = this.#cover(piece.to, to, ordered, dead);
			if (after) return merge(piece.filter, after);
		}
		dead.add(at);
		return undefined;
	}

	/** The filters that may begin at `at`, longest first; of two as long the phrase before the name. */
	#piecesAt(at: number, to: number, ordered: boolean): Piece[] {
		const pieces: Piece[] = [];
		for (const { end, saying } of this.#sayingsAt(at, to)) {
			if (saying.filter && (ordered || !saying.onlyOrdered)) {
				pieces.push({ to: end, filter: saying.filter });
			}
			if (saying.joins && ordered) pieces.push({ to: end, filter: {} });
			if (saying.names) pieces.push(...this.#namesAt(saying.names, end, to, 'part'));
		}
		if (ordered) {
			pieces.push(...this.#namesAt('fields', at, to, 'whole'));
			pieces.push(...this.#namesAt('agencies', at, to, 'beginning'));
		}
		return pieces.sort((a, b) => b.to - a.to);
	}

	/** Every phrase that begins at `at`, longest first. */
	*#sayingsAt(at: number, to: number): Generator<{ end: number; saying: Saying }> {
		for (let end = to; end > at;) {
			const found = book.longestAt(this.#tokens.slice(0, end), at);
			if (!found) return;
			yield { end: at + found.length, saying: found.value };
			end = at + found.length - 1;
		}
	}

	*#namesAt(
		kind: 'fields' | 'agencies',
		at: number,
		to: number,
		share: NamedShare,
	): Generator<Piece> {
		for (let end = to; end > at; end--) {
			const said = this.#tokens.slice(at, end).map(({ folded }) => folded);
			// One word of an agency's name ("công") means too many.
			const enough = kind === 'agencies' && said.length === 1 ? 'whole' : share;
			const meant = named(this.#facets[kind], facetKey(said.join(' ')), enough);
			if (meant) yield { to: end, filter: { [kind]: meant.map(({ name }) => name) } };
		}
	}
}

/** How much of a name must be said. */
type NamedShare = 'whole' | 'beginning' | 'part';

/** @returns the one of exactly this key, or else those whose key holds it */
function named(list: readonly Facet[], key: string, share: NamedShare): Facet[] | undefined {
	if (key === '') return undefined;
	const exact = list.find((facet) => facet.key === key);
	if (exact) return [exact];
	if (share === 'whole') return undefined;
	const start = share === 'beginning';
	const holding = list.filter((facet) =>
		start ? `${facet.key}-`.startsWith(`${key}-`) : `-${facet.key}-`.includes(`-${key}-`),
	);
	return holding.length > 0 && holding.length <= mostMeant ? holding : undefined;
}

/** Two of a kind said one after the other mean either. */
function merge(a: Filter, b: Filter): Filter {
	const both = { ...a, ...b };
	for (const kind of ['fields', 'agencies', 'levels'] as const) {
		const all = [...new Set([...(a[kind] ?? []), ...(b[kind] ?? [])])];
		if (all.length > 0) Object.assign(both, { [kind]: all });
	}
	return both;
}

import type { IndexEntry } from '#lib/catalogue/index.ts';
import type { Find } from './engines.ts';

/** A query and the codes any of which is right. */
export interface Wish {
	readonly query: string;
	readonly codes: ReadonlySet<string>;
}

export interface Quality {
	/** shares of the queries */
	readonly at1: number;
	readonly at5: number;
	readonly mrr: number;
	readonly queries: number;
}

export interface Answered {
	readonly wish: Wish;
	/** 0 is the first of five; undefined is not among them */
	readonly rank: number | undefined;
	/** the code found first */
	readonly first: string | undefined;
}

/** Asks every query; hits under one name are one answer, and the first five answers count. */
export function askAll(
	find: Find,
	wishes: readonly Wish[],
	sameName: (code: string) => readonly string[],
): Answered[] {
	return wishes.map((wish) => {
		const answers = new Map<string, readonly string[]>();
		for (const hit of find(wish.query)) {
			const key = sameName(hit[0]!)[0]!;
			if (!answers.has(key)) answers.set(key, hit.flatMap(sameName));
		}
		const five = [...answers.values()].slice(0, 5);
		const rank = five.findIndex((codes) => codes.some((code) => wish.codes.has(code)));
		return { wish, rank: rank < 0 ? undefined : rank, first: five[0]?.[0] };
	});
}

export function qualityOf(answered: readonly Answered[]): Quality {
	const share = (sum: number) => Math.round((sum / Math.max(1, answered.length)) * 1000) / 1000;
	const sumOf = (worth: (rank: number) => number) =>
		share(answered.reduce((sum, { rank }) => sum + (rank === undefined ? 0 : worth(rank)), 0));
	return {
		at1: sumOf((rank) => (rank === 0 ? 1 : 0)),
		at5: sumOf(() => 1),
		mrr: sumOf((rank) => 1 / (rank + 1)),
		queries: answered.length,
	};
}

/** What each engine missed, as lines for the person who makes it better. */
export function missesOf(
	answered: readonly Answered[],
	entries: readonly IndexEntry[],
	most: number,
): string[] {
	const names = new Map(entries.map(({ code, name }) => [code, name]));
	const nameOf = (code: string | undefined) =>
		code === undefined ? 'nothing' : `${code} ${names.get(code) ?? '(not in the catalogue)'}`;
	return answered
		.filter(({ rank }) => rank !== 0)
		.slice(0, most)
		.map(({ wish, rank, first }) => {
			const place = rank === undefined ? 'not among 5' : `at ${rank + 1}`;
			return `${wish.query}\n\t→ wanted ${nameOf([...wish.codes][0])} (${place})\n\t→ got ${nameOf(first)}`;
		});
}

import type { PlayerItem } from './player-items.ts';

type Items = readonly PlayerItem[];
/** Whether an item is on the way: all are, or those that lead, or those of a block asked for in full. */
export type OnTheWay = (item: PlayerItem) => boolean;

const isHeading = (items: Items, at: number) =>
	items[at]?.sectionId !== undefined && items[at].sectionId !== items[at - 1]?.sectionId;

/** `items.length` when there is none. */
export function itemAfter(items: Items, from: number, onTheWay: OnTheWay): number {
	const at = items.findIndex((item, place) => place > from && onTheWay(item));
	return at === -1 ? items.length : at;
}

/** The first item when there is none. */
export const itemBefore = (items: Items, from: number, onTheWay: OnTheWay): number =>
	Math.max(
		0,
		items.findLastIndex((item, place) => place < from && onTheWay(item)),
	);

/** Where the next section begins, `items.length` after the last. */
export function sectionAfter(items: Items, from: number): number {
	const at = items.findIndex((_, place) => place > from && isHeading(items, place));
	return at === -1 ? items.length : at;
}

/** Where the section begins; from its beginning, where the one before does. */
export const sectionBefore = (items: Items, from: number): number =>
	Math.max(
		0,
		items.findLastIndex((_, place) => place < from && isHeading(items, place)),
	);

/** `-1` when the script has no such section. */
export const sectionStart = (items: Items, sectionId: string): number =>
	items.findIndex((item) => item.sectionId === sectionId);

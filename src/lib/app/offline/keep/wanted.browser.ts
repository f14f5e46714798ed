/** Which details come to this phone, and in which order: what was asked for first, then by use. */
import { chunksOf, fetchOrder, type Manifest, type PackRef } from '#lib/catalogue/index.ts';
import { decodeIndex, type PhoneCatalogue } from '#lib/catalogue/index.browser.ts';
import { readStored, store } from '../../stored.browser.ts';
import { isAsked, isWish, type Wish } from './wishes.ts';

const key = 'mot-cua-noi.kept-offline';
const mostFields = 6;

interface Leanings {
	readonly wishes: readonly Wish[];
	/** of procedures that were opened, the last first */
	readonly fields: readonly string[];
	readonly province?: string;
}

export function leanings(): Leanings {
	const { wishes, fields, province } = readStored(key);
	return {
		wishes: Array.isArray(wishes) ? wishes.filter(isWish) : [],
		fields: Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [],
		...(typeof province === 'string' ? { province } : {}),
	};
}

export const keepWishes = (wishes: readonly Wish[]) => store(key, { ...leanings(), wishes });

/** A procedure of this field was opened: others of it are likely to be needed. */
export function noteField(field: string) {
	const fields = [field, ...leanings().fields.filter((known) => known !== field)];
	store(key, { ...leanings(), fields: fields.slice(0, mostFields) });
}

/** @param unitName of the unit that receives a dossier, its province last: "Phường Ba Đình, Hà Nội" */
export function noteProvince(unitName: string) {
	const province = unitName
		.split(',')
		.at(-1)
		?.replace(/^\s*(tỉnh|thành phố)\s+/i, '')
		.trim();
	if (province) store(key, { ...leanings(), province });
}

export const isAnyAsked = (): boolean => leanings().wishes.length > 0;

/** @param saving only what was asked for */
export async function chooseDetails(
	phone: PhoneCatalogue,
	release: Manifest,
	saving: boolean,
): Promise<readonly PackRef[]> {
	const text = await phone.readIndexText();
	const entries = text.ok ? decodeIndex(text.value) : [];
	const { wishes, fields, province } = leanings();
	const asked = chunksOf(entries, isAsked(wishes));
	const likely = { fields: new Set(fields), ...(province ? { province } : {}) };
	const order = fetchOrder(entries, release.chunks.length, likely);
	const others = saving ? [] : order.filter((at) => !asked.has(at));
	return [...order.filter((at) => asked.has(at)), ...others].flatMap(
		(at) => release.chunks[at] ?? [],
	);
}

/** So much stays free for a dossier and its photographs: what can be fetched again comes after what cannot. */
const reserve = 15_000_000;

/** Would more details take the room that dossiers may need? */
export async function isTight(): Promise<boolean> {
	const { quota, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
	return quota !== undefined && quota - usage < reserve;
}

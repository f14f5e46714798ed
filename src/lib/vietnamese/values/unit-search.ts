import { toNumber } from './decimal.ts';
import { numberMeanings } from './hear-number.ts';
import { isNumeral, lengthAt, type Token } from './tokens.ts';
import {
	nearness,
	type CommuneUnit,
	type Nearness,
	type ProvinceUnit,
	type UnitIndex,
} from './unit-index.ts';

const words = (text: string) => text.split('|');
const provinceWords = words(
	'tỉnh|thành phố|tp|thủ đô|tỉnh thành|thành phố trực thuộc trung ương|t p',
);
export const districtWords = words('quận|huyện|thị xã|thành phố|tp|q|tx');
export const communeWords = words('xã|phường|thị trấn|đặc khu|p|tt|x');
/** What the spoken or written word calls the type of a commune. */
const typeOf: Readonly<Record<string, string>> = {
	xa: 'Xã',
	x: 'Xã',
	phuong: 'Phường',
	p: 'Phường',
	'thi tran': 'Thị trấn',
	tt: 'Thị trấn',
	'dac khu': 'Đặc khu',
};
/** Longest names of units in syllables: "Văn Miếu - Quốc Tử Giám", "Bà Rịa – Vũng Tàu". */
const longestName = 6;

export interface ProvinceTail {
	readonly from: number;
	readonly province: ProvinceUnit;
}

/** Provinces that end the answer, at the nearest kind of match there is for each beginning. */
export function provinceTails(
	said: readonly Token[],
	index: UnitIndex,
	how: readonly Nearness[],
): ProvinceTail[] {
	const found: ProvinceTail[] = [];
	for (let from = 0; from < said.length; from++) {
		const type = lengthAt(said, from, provinceWords);
		if (said.length - from - type > longestName) continue;
		const starts = type > 0 && from + type < said.length ? [from + type, from] : [from];
		for (const start of starts) {
			const name = said.slice(start).map(({ text }) => text);
			const near = how.find((one) => index.provinces.find(name, one).length > 0);
			if (near === undefined) continue;
			const all = index.provinces.find(name, near);
			const today = all.filter((one) => one.type === 'today');
			for (const { unit } of today.length > 0 ? today : all) found.push({ from, province: unit });
		}
	}
	return found;
}

export interface FoundCommunes {
	/** the tokens of the commune: `said.slice(from, to)` */
	readonly from: number;
	/** empty where only a district was named */
	readonly communes: readonly CommuneUnit[];
	readonly province?: ProvinceUnit;
	/** by a name of before July 2025 */
	readonly old?: boolean;
	/** 0 is best */
	readonly cost: number;
}

/** The communes a whole answer can mean, the nearest matches only. */
export const findCommunes = (
	said: readonly Token[],
	index: UnitIndex,
	within?: string,
): FoundCommunes[] => cheapest(communesFrom(said, index, within, (from) => from === 0));

/** Communes that stand at the end of the answer, or before its district or province. `mayBegin` says where one may begin. */
export function communesFrom(
	said: readonly Token[],
	index: UnitIndex,
	within: string | undefined,
	mayBegin: (from: number, isTyped: boolean) => boolean,
): FoundCommunes[] {
	const near = nearness.filter((one) => one !== 'sound');
	const tails: { from: number; province?: ProvinceUnit }[] = [
		...provinceTails(said, index, near),
		{ from: said.length },
	];
	return tails.flatMap((tail) => {
		const inProvince = tail.province?.code ?? within;
		const end = districtStart(said, tail.from);
		// A province after the district counts: without it the commune may be anywhere.
		const district = end + lengthAt(said, end, districtWords);
		const leavesOut = tails.some((one) => one.province && one.from > district);
		if (!tail.province && leavesOut && end < said.length) return [];
		const found: FoundCommunes[] = [];
		for (let from = Math.max(0, end - longestName - 2); from < end; from++) {
			const type = lengthAt(said.slice(0, end), from, communeWords);
			if (!mayBegin(from, type > 0)) continue;
			const typeWord = said
				.slice(from, from + type)
				.map(({ folded }) => folded)
				.join(' ');
			const names = type > 0 && from + type < end ? [from + type, from] : [from];
			for (const start of names) {
				const match = matchName(
					said.slice(start, end),
					start > from ? typeOf[typeWord] : undefined,
					index,
					inProvince,
				);
				if (!match) continue;
				const cost = match.cost * 2 + (tail.province ? 0 : 1);
				found.push({ from, ...match, cost, ...(tail.province ? { province: tail.province } : {}) });
			}
		}
		if (end === 0 && tail.from > 0) found.push({ from: 0, communes: [], cost: 99 });
		return found;
	});
}

export function cheapest(found: readonly FoundCommunes[]): FoundCommunes[] {
	const least = Math.min(...found.map(({ cost }) => cost));
	return found.filter(({ cost }) => cost === least);
}

/** Where the district before the province begins; `to` if none is named. A city that is no province is a district too. */
function districtStart(said: readonly Token[], to: number): number {
	for (let at = 0; at < to; at++) {
		const length = lengthAt(said.slice(0, to), at, districtWords);
		if (length > 0 && at + length < to) return at;
	}
	return to;
}

/** Names of today go before old ones, the right type before another, letters before sounds. */
function matchName(
	name: readonly Token[],
	type: string | undefined,
	index: UnitIndex,
	province: string | undefined,
): { communes: readonly CommuneUnit[]; cost: number; old: boolean } | undefined {
	const spellings = [name.map(({ text }) => text)];
	const number = name.every(isNumeral) ? undefined : numberIn(name);
	if (number !== undefined) spellings.push([String(number)]);
	else if (name.length === 1 && isNumeral(name[0])) spellings.push([String(Number(name[0].text))]);
	for (const [level, how] of nearness.entries()) {
		const matches = [index.today, index.before].map((lookup) =>
			spellings
				.flatMap((words) => lookup.find(words, how))
				.filter(({ unit }) => province === undefined || unit.province.code === province),
		);
		for (const rightType of [true, false])
			for (const [old, named] of matches.entries()) {
				const fitting = named.filter(
					(one) => rightType === (type === undefined || one.type === type),
				);
				if (fitting.length > 0)
					return {
						communes: fitting.map(({ unit }) => unit),
						old: old === 1,
						cost: level * 4 + (rightType ? 0 : 2) + old,
					};
			}
	}
	return undefined;
}

/** "phường mười hai" */
function numberIn(name: readonly Token[]): number | undefined {
	const [value, other] = numberMeanings(name);
	return value && other === undefined && value.digits < 100n ? toNumber(value) : undefined;
}

import { notHeard, heard, type Heard } from './heard.ts';
import { nonAnswer } from './non-answers.ts';
import { withoutPoliteness } from './fillers.ts';
import { lengthAt, tokens, type Token } from './tokens.ts';
import { nearness, type ProvinceUnit, type UnitIndex } from './unit-index.ts';
import { districtWords, findCommunes, provinceTails, type FoundCommunes } from './unit-search.ts';

export interface HeardUnit {
	readonly code: string;
	readonly name: string;
}
/** Offered with its province, since a name may stand in several. */
export interface UnitChoice extends HeardUnit {
	readonly province: string;
}

export const livingIn =
	'ở|tại|tôi ở|tôi ở tại|em ở|con ở|nhà tôi ở|nhà ở|quê tôi ở|quê ở|quê|quê quán|thuộc|sống ở|đang ở|đang sống ở|thường trú|thường trú tại|địa chỉ|địa chỉ là|địa chỉ ở|sinh ra ở|sinh ở|sinh tại'.split(
		'|',
	);

/** The words of the answer; without its last where that may be "nha" or the end of a name (Chế Cu Nha). */
export function unitAnswers(text: string): readonly (readonly Token[])[] {
	const all = tokens(text).filter((token) => token.text !== '-');
	const said = withoutPoliteness(all, livingIn);
	const abroad = said.length > 2 && lengthAt(said, said.length - 2, ['việt nam']) === 2;
	const name = abroad ? said.slice(0, -2) : said;
	return name.length > 1 && name.at(-1)?.text === 'nha' ? [name, name.slice(0, -1)] : [name];
}

/** A province by its name of today, or an old one by what it belongs to today. */
export function hearProvince(text: string, index: UnitIndex): Heard<HeardUnit> {
	const none = nonAnswer(tokens(text));
	if (none) return notHeard(none);
	const answers = unitAnswers(text);
	const whole = answers.map((said) =>
		provinceTails(said, index, nearness).filter(({ from }) => from === 0),
	);
	const found = distinct((whole.find(({ length }) => length > 0) ?? []).map((one) => one.province));
	if (found.length > 0) return settle(found.map(({ code, name }) => ({ code, name })));
	const named = answers[0]?.some((_, at, said) => lengthAt(said, at, districtWords) > 0);
	return notHeard(named ? 'no-district' : 'not-understood');
}

/**
 * A commune of today, also by an old name ("merged from"), with or without its province.
 * @param province only communes of this province (code)
 */
export function hearCommune(
	text: string,
	index: UnitIndex,
	{ province }: { readonly province?: string } = {},
): Heard<HeardUnit, UnitChoice> {
	const none = nonAnswer(tokens(text));
	if (none) return notHeard(none);
	const found =
		unitAnswers(text)
			.map((said) => findCommunes(said, index, province))
			.find(({ length }) => length > 0) ?? [];
	if (found.length === 0) return notHeard('not-understood');
	if (found.every(({ communes }) => communes.length === 0)) return notHeard('no-district');
	const choices = choicesOf(found);
	const [only, other] = choices;
	if (only && !other) return heard({ code: only.code, name: only.name });
	return notHeard('ambiguous', choices);
}

export const choicesOf = (found: readonly FoundCommunes[]): UnitChoice[] =>
	distinct(found.flatMap(({ communes }) => communes)).map(({ code, name, province }) => ({
		code,
		name,
		province: province.name,
	}));

const distinct = <Unit extends ProvinceUnit>(units: readonly Unit[]): Unit[] => [
	...new Map(units.map((unit) => [unit.code, unit])).values(),
];

function settle(units: readonly HeardUnit[]): Heard<HeardUnit> {
	const [only, other] = units;
	return only && !other ? heard(only) : notHeard('ambiguous', units);
}

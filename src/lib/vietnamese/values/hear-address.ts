import { addressLine, hasStreet } from './address-line.ts';
import { unitAnswers, choicesOf, type HeardUnit } from './hear-units.ts';
import { heard, notHeard, type Heard } from './heard.ts';
import { nonAnswer } from './non-answers.ts';
import { lengthAt, tokens, type Token } from './tokens.ts';
import type { UnitIndex } from './unit-index.ts';
import {
	cheapest,
	communesFrom,
	communeWords,
	provinceTails,
	type FoundCommunes,
} from './unit-search.ts';

export interface HeardAddress {
	/** house number, street, hamlet: what stands before the commune; may be empty */
	readonly line: string;
	readonly commune: HeardUnit;
	readonly province: HeardUnit;
}

/** House, commune and province of today; districts are left out, they no longer exist. */
export function hearAddress(text: string, index: UnitIndex): Heard<HeardAddress> {
	const none = nonAnswer(tokens(text));
	if (none) return notHeard(none);
	const said = unitAnswers(text).at(-1) ?? [];
	const found = communesFrom(said, index, undefined, () => true).filter(
		(one) => one.communes.length > 0 && isLikely(said, one),
	);
	const best = cheapest(
		found.map((one) => ({ ...one, cost: one.cost + 3 * unsureness(said, one.from) })),
	);
	const first = best.toSorted((a, b) => a.from - b.from)[0];
	if (!first) {
		const province = provinceTails(said, index, ['exact', 'folded']).length > 0;
		const district = said.some(({ folded }) => /^(?:quan|huyen)$/.test(folded));
		return notHeard(district ? 'no-district' : province ? 'incomplete' : 'not-understood');
	}
	const line = addressLine(said.slice(0, first.from));
	const choices = choicesOf([first]).map(({ code, name }) => {
		const province = first.communes.find((one) => one.code === code)?.province;
		return {
			line,
			commune: { code, name },
			province: { code: province?.code ?? '', name: province?.name ?? '' },
		};
	});
	const [only, other] = choices;
	// "số 5, Nguyễn Trãi, Hà Nội": once a commune, but more likely a street.
	const asked = first.old === true && unsureness(said, first.from) > 0;
	return only && !other && !asked ? heard(only) : notHeard('ambiguous', choices);
}

/** A commune named as one, or after a pause, is surer than the last words of a street. */
function unsureness(said: readonly Token[], from: number): number {
	if (lengthAt(said, from, communeWords) > 0) return 0;
	return from === 0 || said[from]?.pause === true ? 1 : 2;
}

/** In the middle of a breath only a commune of today with its province, after the words of a street. */
function isLikely(said: readonly Token[], { from, province, old }: FoundCommunes): boolean {
	if (unsureness(said, from) < 2) return true;
	return province !== undefined && old !== true && hasStreet(said.slice(0, from));
}

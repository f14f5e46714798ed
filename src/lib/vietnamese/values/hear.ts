import { hearAddress } from './hear-address.ts';
import { hearChoice } from './hear-choice.ts';
import { hearDate } from './hear-date.ts';
import { hearDigits, hearId, hearPhone } from './hear-digits.ts';
import { hearMoney } from './hear-money.ts';
import { hearName } from './hear-name.ts';
import { hearNumber } from './hear-number.ts';
import { hearTime } from './hear-time.ts';
import { hearCommune, hearProvince } from './hear-units.ts';
import { hearYesNo } from './hear-yes-no.ts';
import type { Heard } from './heard.ts';
import type { UnitIndex } from './unit-index.ts';

export const kinds = [
	'number',
	'money',
	'date',
	'time',
	'digits',
	'phone',
	'id',
	'yesno',
	'choice',
	'name',
	'province',
	'commune',
	'address',
] as const;
export type Kind = (typeof kinds)[number];

/** What an answer is heard against. */
export interface HearContext {
	/** `YYYY-MM-DD` */
	readonly today?: string;
	/** for `choice` */
	readonly choices?: readonly string[];
	/** for `province`, `commune`, `address` */
	readonly units?: UnitIndex;
	/** for `commune`: only of this province (code) */
	readonly province?: string;
}

/** What these words are as an answer of this kind. Any text may come in; the same text is always heard alike. */
export function hear(kind: Kind, text: string, context: HearContext = {}): Heard<unknown> {
	switch (kind) {
		case 'number':
			return hearNumber(text);
		case 'money':
			return hearMoney(text);
		case 'date':
			return hearDate(text, context);
		case 'time':
			return hearTime(text);
		case 'digits':
			return hearDigits(text);
		case 'phone':
			return hearPhone(text);
		case 'id':
			return hearId(text);
		case 'yesno':
			return hearYesNo(text);
		case 'choice':
			return hearChoice(text, context.choices ?? []);
		case 'name':
			return hearName(text);
		case 'province':
			return hearProvince(text, unitsOf(context));
		case 'commune':
			return hearCommune(text, unitsOf(context), context);
		case 'address':
			return hearAddress(text, unitsOf(context));
	}
}

function unitsOf({ units }: HearContext): UnitIndex {
	if (!units) throw new Error('units are heard against a unit index');
	return units;
}

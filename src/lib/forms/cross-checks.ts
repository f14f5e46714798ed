import type { Answers, Path } from './answers.ts';
import { holds } from './conditions.ts';
import { monthsBetween, readIsoDate, yearsBetween } from './dates.ts';
import type { Check, FormDefinition } from './definition.ts';
import { walk, type Walked } from './walk.ts';

/** Something about the answers at `path`, in words for the person. */
export interface Remark {
	readonly path: Path;
	readonly message: string;
}

/**
 * The form's checks over more than one answer.
 * @param today `YYYY-MM-DD` by the phone's clock; only warnings look at it
 */
export function crossChecks(
	form: FormDefinition,
	answers: Answers,
	level: Check['level'],
	today?: string,
): Remark[] {
	const checks = form.checks.filter((check) => check.level === level);
	if (checks.length === 0) return [];
	const asked = walk(form, answers).walked.filter((step) => step.asked);
	return checks.flatMap((check) => {
		const places = asked.filter(({ question }) => question.id === check.question);
		const seen = new Set<unknown>();
		return places
			.filter(({ scope }) => holds(check.when, scope))
			.filter((place) => fails(check, place, seen, today))
			.map(({ path }) => ({ path, message: check.message }));
	});
}

function fails(check: Check, { value, scope }: Walked, seen: Set<unknown>, today?: string) {
	if (value === undefined || value === '') return false;
	switch (check.kind) {
		case 'distinct':
			return seen.size === seen.add(value).size;
		case 'different':
			return value === scope.answer(check.than);
		case 'notBefore':
			return isEarlier(value, scope.answer(check.than));
		case 'notAfterToday':
			return isEarlier(today, value);
		case 'age': {
			const years = yearsBetween(value, check.on === undefined ? today : scope.answer(check.on));
			if (years === undefined) return false;
			return years < (check.from ?? -Infinity) || years >= (check.below ?? Infinity);
		}
		case 'withinMonths': {
			const months = monthsBetween(scope.answer(check.than), value);
			if (months === undefined) return false;
			const from = readIsoDate(scope.answer(check.than))?.day;
			const exact = from === readIsoDate(value)?.day;
			return months > check.months || (months === check.months && !exact);
		}
		case 'idNumberAgrees':
			return !idNumberAgrees(
				value,
				scope.answer(check.birthDate),
				check.sex === undefined ? undefined : scope.answer(check.sex),
			);
	}
}

/** Full dates compare as text; of partial ones only what both know. */
function isEarlier(a: unknown, b: unknown): boolean {
	if (typeof a !== 'string' || typeof b !== 'string') return false;
	if (!readIsoDate(a) || !readIsoDate(b)) return false;
	const known = Math.min(a.length, b.length);
	return a.slice(0, known) < b.slice(0, known);
}

/**
 * Digit 4 of the 12 is century and sex (0 and 1: born 1900–1999, 2 and 3: 2000–2099; even: male), digits 5 and 6 are the
 * year. Source: Decree 137/2015/NĐ-CP, article 13, kept by 70/2024/NĐ-CP.
 */
function idNumberAgrees(idNumber: unknown, birthDate: unknown, sex: unknown): boolean {
	if (typeof idNumber !== 'string' || !/^\d{12}$/.test(idNumber)) return true;
	const century = Number(idNumber[3]);
	const year = 1900 + Math.floor(century / 2) * 100 + Number(idNumber.slice(4, 6));
	const born = readIsoDate(birthDate)?.year;
	const writtenSex = century % 2 === 0 ? 'male' : 'female';
	return (
		(born === undefined || born === year) &&
		((sex !== 'male' && sex !== 'female') || sex === writtenSex)
	);
}

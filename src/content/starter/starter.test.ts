import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { lifeEvents, procedureSchema, type Procedure } from '#lib/catalogue/index.ts';
import { lifeEventNames } from '../life-events.ts';
import { starterProcedures } from './index.ts';

/** Everything in a record that is written by us and shown or read to a citizen. */
function ownTexts({ plain, steps, conditions, requiredDocuments, channels }: Procedure): string[] {
	const { summary = '', who = '', where = '', keywords = [] } = plain ?? {};
	const papers = requiredDocuments.flatMap((paper) => [paper.name, paper.case ?? '']);
	const notes = channels.map((channel) => channel.note ?? '');
	return [summary, who, where, ...keywords, ...steps, ...conditions, ...papers, ...notes];
}

/** `[code, what]` of every record for which `find` finds something: an empty list says that all is well. */
function findings(find: (procedure: Procedure) => readonly string[]): [string, string][] {
	return starterProcedures.flatMap((procedure) =>
		find(procedure).map((found): [string, string] => [procedure.code, found]),
	);
}

const sentences = (text: string) => text.split(/(?<=[.!?])\s+/);
const unitWords = {
	hour: 'giờ',
	workingDay: 'ngày làm việc',
	day: 'ngày',
	month: 'tháng',
	year: 'năm',
};
const fees = (procedure: Procedure) => procedure.channels.flatMap((channel) => channel.fees);

describe('the starter catalogue', () => {
	it('holds at least 64 procedures, each under its own code', () => {
		expect(starterProcedures.length).toBeGreaterThanOrEqual(64);
		const codes = starterProcedures.map(({ code }) => code);
		expect(new Set(codes).size).toBe(codes.length);
	});

	it('keeps the contract of a procedure, with nothing added to it', () => {
		expect(
			findings((procedure) => {
				const parsed = v.safeParse(procedureSchema, procedure);
				if (!parsed.success)
					return parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
				return JSON.stringify(sorted(parsed.output)) === JSON.stringify(sorted(procedure))
					? []
					: ['has a field that a procedure does not know'];
			}),
		).toEqual([]);
	});

	it('has a procedure behind every entry of the home screen', () => {
		const served = new Set(starterProcedures.map(({ plain }) => plain?.lifeEvent));
		expect(Object.keys(lifeEventNames).filter((event) => !served.has(event as never))).toEqual([]);
		expect(Object.keys(lifeEventNames).sort()).toEqual([...lifeEvents].sort());
	});

	it('says of every record that it is a starter, where its facts come from and of when they are', () => {
		expect(
			findings(({ origin, source, sources }) => [
				...(origin === 'starter' ? [] : ['origin']),
				...(source.url?.startsWith('https://') ? [] : ['source.url']),
				...(source.date ? [] : ['source.date']),
				...(sources ? ['sources: facts from elsewhere'] : []),
			]),
		).toEqual([]);
	});
});

describe('the plain words', () => {
	it('stand beside every record with who, where, a priority and the day they were checked', () => {
		expect(
			findings(({ plain }) =>
				plain?.who && plain.where && plain.priority !== undefined && plain.reviewedOn
					? []
					: ['plain'],
			),
		).toEqual([]);
	});

	it('are one to three short sentences in the summary', () => {
		expect(
			findings(({ plain }) => {
				const summary = plain?.summary ?? '';
				const parts = sentences(summary);
				return [
					...(summary.length > 300 ? [`${summary.length} characters`] : []),
					...(parts.length > 3 ? [`${parts.length} sentences`] : []),
					...parts.filter((sentence) => sentence.length > 160 || !/[.!?]$/.test(sentence)),
				];
			}),
		).toEqual([]);
	});

	it('name each procedure in 8 to 20 ways, each once and in small letters', () => {
		expect(
			findings(({ plain }) => {
				const words = plain?.keywords ?? [];
				return [
					...(words.length < 8 || words.length > 20 ? [`${words.length} keywords`] : []),
					...words.filter((word, index) => words.indexOf(word) !== index),
					...words.filter((word) => word !== word.toLocaleLowerCase('vi').trim()),
				];
			}),
		).toEqual([]);
	});

	it('lead through three to six steps of at most 190 characters', () => {
		expect(
			findings(({ steps }) => [
				...(steps.length < 3 || steps.length > 6 ? [`${steps.length} steps`] : []),
				...steps.filter((step) => step.length > 190),
			]),
		).toEqual([]);
	});

	it('are composed letters (NFC) without stray spaces', () => {
		expect(
			findings((procedure) =>
				ownTexts(procedure).filter(
					(text) => text !== text.normalize('NFC') || /\s{2}|^\s|\s$|\s[.,;:]/.test(text),
				),
			),
		).toEqual([]);
	});

	it('send nobody to a district, a town or a ministry that no longer exists', () => {
		const gone =
			/(?<!\p{L})(?:cấp huyện|huyện|quận|thị xã|thị trấn|bộ lao động|bộ kế hoạch|bộ giao thông|bộ tài nguyên)(?!\p{L})/iu;
		expect(findings((procedure) => ownTexts(procedure).filter((text) => gone.test(text)))).toEqual(
			[],
		);
	});

	it('tell which papers to bring, or say that the source does not', () => {
		expect(
			findings(({ requiredDocuments, documentsText, flags }) =>
				requiredDocuments.length > 0 || (documentsText && flags.includes('components_unparsed'))
					? []
					: ['no papers'],
			),
		).toEqual([]);
	});
});

describe('times and fees', () => {
	it('are never a number without its unit', () => {
		expect(
			findings(({ channels, flags }) =>
				channels.flatMap(({ time }) => {
					if (time.kind === 'known')
						return time.text.toLocaleLowerCase('vi').endsWith(` ${unitWords[time.unit]}`)
							? []
							: [time.text];
					const bare = time.kind === 'unknown' && time.text !== '';
					return bare && !flags.includes('time_unit_missing') ? [`unmarked: ${time.text}`] : [];
				}),
			),
		).toEqual([]);
	});

	it('are free only where the source says so, and an amount always has its currency', () => {
		expect(
			findings((procedure) =>
				fees(procedure).flatMap((fee) => [
					...(fee.kind === 'free' && !/^(?:miễn|không|0 đồng|phí ?: ?0)/i.test(fee.text)
						? [fee.text]
						: []),
					...((fee.kind === 'amount') === (fee.amount !== undefined && fee.currency !== undefined)
						? []
						: [`${fee.kind} ${fee.amount ?? ''}`]),
					...(fee.kind === 'described' && fee.text === '' ? ['described by nothing'] : []),
				]),
			),
		).toEqual([]);
	});

	it('end with 2026 where they stand under Thông tư 64/2025/TT-BTC', () => {
		const circular = '64/2025/TT-BTC';
		const standing = starterProcedures.filter((procedure) =>
			procedure.legalBasis.some(({ number }) => number === circular),
		);
		expect(standing.length).toBeGreaterThan(0);
		for (const procedure of standing) {
			const paid = fees(procedure).filter(({ kind }) => kind === 'amount' || kind === 'described');
			expect(paid.map(({ validUntil }) => validUntil)).toEqual(paid.map(() => '2026-12-31'));
		}
	});

	it('are flagged where they are unclear or run out', () => {
		expect(
			findings((procedure) => {
				const { channels, flags } = procedure;
				const unclear = fees(procedure).some(({ kind }) => kind === 'described');
				const ends = fees(procedure).some(({ validUntil }) => validUntil);
				const vague = channels.some(({ time }) => time.kind === 'described');
				return [
					...(unclear === flags.includes('fee_unclear') ? [] : ['fee_unclear']),
					...(Boolean(ends) === flags.includes('fee_expires') ? [] : ['fee_expires']),
					...(vague === flags.includes('time_unclear') ? [] : ['time_unclear']),
				];
			}),
		).toEqual([]);
	});
});

/** Keys in one order, so that two objects of the same content look the same. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (value === null || typeof value !== 'object') return value;
	const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [
		key,
		sorted(inner),
	]);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

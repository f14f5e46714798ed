import { describe, expect, it } from 'vitest';
import type { Channel, Procedure } from '#lib/catalogue/index.ts';
import { hasRealCatalogue, realRecords } from '../../../tests/support/real-catalogue.ts';
import { starterProcedures } from './index.ts';

/** `[code, what]` of every record for which `find` finds a difference: an empty list says that all agree. */
function differences(
	find: (procedure: Procedure, record: OfficialRecord | undefined) => readonly string[],
): [string, string][] {
	return starterProcedures.flatMap((procedure) =>
		find(procedure, records.get(procedure.code)).map((found): [string, string] => [
			procedure.code,
			found,
		]),
	);
}

interface OfficialRecord {
	readonly code: string;
	readonly name: string;
	readonly url: string;
	readonly decision: string;
	readonly snapshot: string;
	readonly methods: readonly { channel: string; time: string; fee: string; desc: string }[];
}

if (!hasRealCatalogue)
	process.stderr.write('starter catalogue not compared: ../shared/data is missing\n');

const records = readOfficial();

describe.skipIf(!hasRealCatalogue)('beside the official catalogue, the starter', () => {
	it('uses only codes and names that exist, with their page, decision and day', () => {
		expect(
			differences((procedure, record) => {
				if (!record) return ['no such code'];
				const { name, source } = procedure;
				return [
					...(record.name.trim() === name ? [] : [`name: ${record.name}`]),
					...(record.url === source.url ? [] : ['url']),
					...(record.decision === (source.decision ?? '') ? [] : ['decision']),
					...(record.snapshot === source.date ? [] : ['date']),
				];
			}),
		).toEqual([]);
	});

	it('has the same ways of handing in, in the same order', () => {
		expect(
			differences((procedure, record) => {
				const theirs = record?.methods.map(({ channel }) => channel).join();
				const ours = procedure.channels.map(({ name }) => name).join();
				return theirs === ours ? [] : [`${theirs} / ${ours}`];
			}),
		).toEqual([]);
	});

	it('repeats each time as it is written', () => {
		expect(
			differences((procedure, record) =>
				procedure.channels.flatMap(({ time }, index) => {
					const theirs = record?.methods[index]?.time.trim() ?? '';
					if (time.kind === 'described') return [];
					const known =
						time.kind === 'known' ? Number(/^\d+/.exec(theirs)?.[0]) === time.amount : true;
					return time.text === theirs && known ? [] : [`${theirs} / ${time.text}`];
				}),
			),
		).toEqual([]);
	});

	it('names no sum of money that the official record does not name for the same way', () => {
		expect(
			differences((procedure, record) =>
				procedure.channels.flatMap((channel, index) => {
					const method = record?.methods[index];
					const theirs = new Set(
						sums(`${method?.fee ?? ''} ${method?.desc ?? ''} ${method?.time ?? ''}`),
					);
					return sums(moneyOf(channel)).filter((sum) => !theirs.has(sum));
				}),
			),
		).toEqual([]);
	});

	it('calls free only what is free there, and unknown only what is empty there', () => {
		expect(
			differences((procedure, record) =>
				procedure.channels.flatMap(({ fees: ours }, index) => {
					const fee = record?.methods[index]?.fee.trim() ?? '';
					return ours.flatMap(({ kind }) => {
						if (kind === 'free')
							return /^(?:miễn phí|không|(?:phí : )?0 đồng)/i.test(fee) &&
								!/hội đồng nhân dân/i.test(fee)
								? []
								: [fee];
						if (kind === 'unknown') return fee === '' ? [] : [fee];
						return [];
					});
				}),
			),
		).toEqual([]);
	});
});

function readOfficial(): Map<string, OfficialRecord> {
	const found = new Map<string, OfficialRecord>();
	for (const record of realRecords() as OfficialRecord[]) {
		if (!found.has(record.code)) found.set(record.code, record);
	}
	return found;
}

/** "10.000 đồng", "10,000 VNĐ", "10 USD" → their bare digits; numbers of legal texts, dates and days are left out. */
function sums(text: string): string[] {
	const money = /(?<![\d/.,])(\d{1,3}(?:[.,]\d{3})+|\d+(?= USD))(?![\d/])/g;
	return [...text.matchAll(money)].map(([, digits = '']) => digits.replace(/[.,]/g, ''));
}

const moneyOf = (channel: Channel) =>
	channel.fees
		.map(
			({ text, amount, currency }) =>
				`${text} ${amount === undefined ? '' : grouped(amount, currency)}`,
		)
		.join(' ');

const grouped = (amount: number, currency = '') =>
	currency === 'VND' ? amount.toLocaleString('en-US') : `${amount} ${currency}`;

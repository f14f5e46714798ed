import { createInterface } from 'node:readline';
import { hear, kinds, type HearContext, type Kind, type UnitIndex } from '#lib/vietnamese/index.ts';
import { CommandFailure, printJson } from './output.ts';

export interface HearOptions {
	readonly kind: string;
	/** `YYYY-MM-DD`; default: the day in Vietnam */
	readonly today?: string;
	/** between `|` */
	readonly choices?: string;
}

/** `motcua hear`: each line of stdin, heard as an answer of this kind, a line of JSON each. */
export async function runHear(options: HearOptions): Promise<void> {
	const kind = readKind(options.kind);
	const context = await readContext(kind, options);
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
		const answer = hear(kind, line, context);
		// Whether to say it back is the app's business.
		await printJson({ ...answer, confirm: undefined });
	}
}

function readKind(text: string): Kind {
	const kind = kinds.find((one) => one === text);
	if (kind) return kind;
	throw new CommandFailure(`--kind: expected one of ${kinds.join(', ')}, got "${text}"`);
}

async function readContext(kind: Kind, options: HearOptions): Promise<HearContext> {
	const choices = options.choices?.split('|').map((choice) => choice.trim());
	if (kind === 'choice' && !choices?.some((choice) => choice !== ''))
		throw new CommandFailure('--choices: --kind choice needs them, as in --choices "có|không"');
	if (choices?.includes('')) throw new CommandFailure('--choices: one of them is empty');
	return {
		today: readToday(options.today),
		...(choices ? { choices } : {}),
		...(/^(?:province|commune|address)$/.test(kind) ? { units: await readUnits() } : {}),
	};
}

function readToday(text: string | undefined): string {
	if (text === undefined)
		return new Date().toLocaleDateString('sv', { timeZone: 'Asia/Ho_Chi_Minh' });
	const date = new Date(`${text}T00:00:00Z`);
	const isDay =
		/^\d{4}-\d{2}-\d{2}$/.test(text) &&
		!Number.isNaN(date.getTime()) &&
		date.toISOString().startsWith(text);
	if (!isDay) throw new CommandFailure(`--today: expected a day like 2026-11-22, got "${text}"`);
	return text;
}

/** Only where a unit is asked for: the names are most of what there is to read. */
async function readUnits(): Promise<UnitIndex> {
	const [{ unitIndex }, { decodeUnits, unitLists }, { packedUnits }, { packedOldUnits }] =
		await Promise.all([
			import('#lib/vietnamese/index.ts'),
			import('#lib/forms/index.ts'),
			import('#content/units/index.ts'),
			import('#content/units/old.ts'),
		]);
	return unitIndex(unitLists(decodeUnits(packedUnits), packedOldUnits));
}

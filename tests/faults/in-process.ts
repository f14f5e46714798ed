/** The layer for breadth: the phone's real outbox over IndexedDB in memory, the service's contract in memory. */
import type { Enqueue } from '#lib/outbox/index.ts';
import type { Fault } from './fake-service.ts';
import { dossier, file } from './phone.ts';
import type { Random } from './random.ts';
import { live, type Life, type Outcome, type Plant } from './schedule.ts';
import type { Tally } from './tally.ts';

const kinds = [
	'no-request',
	'no-answer',
	'hang',
	'hang-after',
	'portal',
	'mangled',
	'cut',
	'spoilt',
] as const;
const statuses = [400, 401, 403, 404, 408, 409, 410, 413, 415, 423, 429, 460, 500, 501, 502, 503];
const day = 86_400_000;

function randomFault(random: Random, tally: Tally): Fault | undefined {
	if (random.is(0.4)) return undefined;
	if (random.is(0.2)) {
		const status = random.of(statuses);
		tally.count(`status ${status}`);
		return { kind: 'answer', status, headers: { 'retry-after': '30' } };
	}
	if (random.is(0.1)) {
		tally.count('slow');
		return { kind: 'slow', ms: 20_000 };
	}
	const kind = random.of(kinds);
	tally.count(kind);
	return { kind };
}

function randomLife(random: Random, tally: Tally): Life {
	const line = Array.from({ length: random.below(16) }, () => randomFault(random, tally));
	const when = random.of(['before', 'after'] as const);
	const kill = random.is(0.6) ? { kill: { at: 1 + random.below(50), when } } : {};
	const clock = random.is(0.3) ? { clockMoves: (random.next() * 2 - 1) * 400 * day } : {};
	const tabs = random.is(0.4) ? { secondTab: random.of([0, 1, 5_000, 15_000]) } : {};
	const full = random.is(0.15) ? { fullFrom: 1 + random.below(12) } : {};
	const server = random.is(0.2) ? { oldServer: true } : {};
	if ('oldServer' in server) tally.count('server without compression');
	if ('kill' in kill) tally.count('page killed');
	if ('clockMoves' in clock) tally.count('clock moved');
	if ('secondTab' in tabs) tally.count('two tabs');
	if ('fullFrom' in full) tally.count('storage full');
	return { line, ...kill, ...clock, ...tabs, ...full, ...server };
}

/** One schedule: a few dossiers, a few lives, everything by chance. */
export async function inProcess(
	random: Random,
	tally: Tally,
	plant: Plant | undefined,
): Promise<Outcome & { lives: readonly Life[] }> {
	tally.schedules++;
	const entries: Enqueue[] = [];
	for (let i = 1 + random.below(3); i > 0; i--) {
		const files = [];
		for (let f = random.below(3); f > 0; f--)
			files.push(await file(`file-${f}`, random.of([0, 1, 900, 40_000, 150_000])));
		entries.push(await dossier(files));
	}
	const lives = Array.from({ length: 1 + random.below(4) }, () => randomLife(random, tally));
	return { ...(await live(entries, lives, plant)), lives };
}

/** Very many items over a line that loses three of ten requests or answers. */
export async function manyOverBadLine(
	count: number,
	random: Random,
	tally: Tally,
): Promise<Outcome> {
	tally.schedules++;
	tally.count('waiting items over a line that loses 30 %', count);
	const entries: Enqueue[] = [];
	for (let i = 0; i < count; i++) entries.push(await dossier());
	const loses = (): Fault | undefined =>
		random.is(0.3) ? { kind: random.of(['no-request', 'no-answer'] as const) } : undefined;
	// A drain gives the line up at three failures in a row: about 35 requests.
	const lives = Array.from({ length: Math.ceil(count / 25) }, () => ({
		line: Array.from({ length: 300 }, loses),
	}));
	return live(entries, lives);
}

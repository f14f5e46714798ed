/**
 * `npm run bench:voice`: every form filled in by voice alone, and the journeys in a real Chromium, for which the app has
 * to be built. Turns are utterances of the person; seconds are what talking takes.
 */
import commands from '#content/commands.json' with { type: 'json' };
import { createInterpreter, screens } from '#lib/voice/index.ts';
import { holdTalk, type HeldTalk } from '../support/hold-talk.ts';
import { mishearing } from '../support/listening-noise.ts';
import { talks } from '../support/form-talk.ts';
import { measureInBrowser } from './voice/in-browser.ts';
import { secondsOf } from './voice/seconds.ts';

const seconds = ({ turns }: HeldTalk) =>
	secondsOf(turns.map(({ prompt, said }) => ({ said, answer: prompt })));

function perField({ turns }: HeldTalk, risk: 'low' | 'high') {
	const own = turns.filter((turn) => turn.risk === risk);
	return own.length / new Set(own.map(({ path }) => path)).size;
}

/** Each form's own, so that the whole takes less than three minutes. */
const runs = 8;
const width = Math.max(...talks.map(({ name }) => name.length)) + 2;
const failures: string[] = [];
const utterances: string[] = [];
console.log(
	'A clean run. Turns per field (at most 1.2 low-risk, 2.2 high-risk), turns and time in all.',
);
for (const talk of talks) {
	const held = holdTalk(talk);
	utterances.push(...held.turns.map(({ said }) => said));
	const [low, high] = [perField(held, 'low'), perField(held, 'high')];
	if (low > 1.2 || high > 2.2 || held.last.state.phase !== 'submitted') failures.push(talk.name);
	console.log(
		`  ${talk.name.padEnd(width)} low ${low.toFixed(2)}  high ${high.toFixed(2)}  ${String(held.turns.length).padStart(3)} turns  ${Math.round(seconds(held))} s`,
	);
}
for (const rate of [1 / 6, 1 / 3, 0.6]) {
	console.log(
		`Misheard ${Math.round(rate * 100)} % of the time, ${runs} seeds each. Turns per field, handed in, left to a person, mean and most turns.`,
	);
	for (const talk of talks) {
		const held = Array.from({ length: runs }, (_, seed) =>
			holdTalk(talk, mishearing(seed, rate), 3),
		);
		const done = held.filter(({ last }) => last.state.phase === 'submitted').length;
		const counts = held.map(({ turns }) => turns.length);
		const mean = (values: readonly number[]) =>
			values.reduce((sum, value) => sum + value, 0) / values.length;
		const [low, high] = (['low', 'high'] as const).map((risk) =>
			mean(held.map((one) => perField(one, risk))).toFixed(2),
		);
		console.log(
			`  ${talk.name.padEnd(width)} low ${low}  high ${high}  ${done} / ${runs - done}  ${mean(counts).toFixed(1)}  ${Math.max(...counts)}`,
		);
	}
}

/** From what was said to the order or answer it is; a slow phone takes six times as long. */
const interpret = createInterpreter(commands);
const said = [
	...utterances,
	...commands.fillers,
	'hồ sơ của tôi đến đâu rồi',
	'đọc lệ phí đi cháu',
];
const times = screens.flatMap((screen) =>
	said.map((text) => {
		const start = performance.now();
		interpret(text, screen, { searchScore: () => 0 });
		return performance.now() - start;
	}),
);
const sorted = times.toSorted((a, b) => a - b);
const at = (share: number) =>
	(6 * (sorted[Math.floor(share * (sorted.length - 1))] ?? 0)).toFixed(1);
console.log(
	`From transcript to command at 6×, ${times.length} utterances: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, 99 % ${at(0.99)} ms, slowest ${at(1)} ms (at most 100 ms at 95 %).`,
);
if (Number(at(0.95)) > 100) failures.push('transcript to command');
failures.push(...(await measureInBrowser()));
if (failures.length > 0) {
	console.error(`over the bar: ${failures.join(', ')}`);
	process.exit(1);
}

/**
 * `npm run bench:voice`: every form filled in by voice alone. Turns are utterances of the person, by field; seconds are
 * what speaking takes: prompts at 4.5 syllables a second, answers at 3.5, and 0.8 s to begin.
 */
import { holdTalk, type HeldTalk } from '../support/hold-talk.ts';
import { mishearing } from '../support/listening-noise.ts';
import { talks } from '../support/form-talk.ts';

const syllables = (text: string) => text.split(/\s+/).filter(Boolean).length;
const seconds = ({ turns }: HeldTalk) =>
	turns.reduce(
		(sum, { prompt, said }) => sum + syllables(prompt) / 4.5 + syllables(said) / 3.5 + 0.8,
		0,
	);

function perField({ turns }: HeldTalk, risk: 'low' | 'high') {
	const own = turns.filter((turn) => turn.risk === risk);
	return own.length / new Set(own.map(({ path }) => path)).size;
}

const runs = 40;
const failures: string[] = [];
console.log('a clean run: turns per field (at most 1.2 low-risk, 2.2 high-risk)');
for (const talk of talks) {
	const held = holdTalk(talk);
	const [low, high] = [perField(held, 'low'), perField(held, 'high')];
	if (low > 1.2 || high > 2.2 || held.last.state.phase !== 'submitted') failures.push(talk.name);
	console.log(
		`  ${talk.name.padEnd(32)} low ${low.toFixed(2)}  high ${high.toFixed(2)}  ${held.turns.length} turns  ${Math.round(seconds(held))} s`,
	);
}
console.log(`misheard, ${runs} seeds each: handed in / left to a person, mean and most turns`);
for (const rate of [1 / 6, 1 / 3, 0.6]) {
	for (const talk of talks) {
		const held = Array.from({ length: runs }, (_, seed) =>
			holdTalk(talk, mishearing(seed, rate), 3),
		);
		const done = held.filter(({ last }) => last.state.phase === 'submitted').length;
		const counts = held.map(({ turns }) => turns.length);
		const mean = counts.reduce((sum, count) => sum + count, 0) / runs;
		console.log(
			`  ${Math.round(rate * 100)} % ${talk.name.padEnd(32)} ${done} / ${runs - done}  ${mean.toFixed(1)}  ${Math.max(...counts)}`,
		);
	}
}
if (failures.length > 0) {
	console.error(`too many turns: ${failures.join(', ')}`);
	process.exit(1);
}

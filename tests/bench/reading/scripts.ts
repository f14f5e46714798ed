import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { importRecord } from '#lib/catalogue/index.ts';
import { readProcedure } from '#lib/reading/index.ts';
import { toWords, type TokenClass } from '#lib/vietnamese/index.ts';
import { reading } from '../../support/reading-words.ts';
import { leftOver, leftOverKinds, type LeftOver } from './left-over.ts';
import { spread, type Spread } from './spread.ts';

export interface ScriptsReport {
	readonly procedures: number;
	/** lines of the file that are no procedure */
	readonly refused: number;
	readonly sentences: number;
	readonly syllables: number;
	/** CPU milliseconds for one procedure: script and words of all its sentences */
	readonly milliseconds: Spread;
	readonly longest: { readonly code: string; readonly characters: number; readonly words: string };
	/** of all tokens, 0…1 */
	readonly classes: Readonly<Partial<Record<TokenClass, number>>>;
	readonly leftOver: Readonly<Record<LeftOver, number>>;
	/** the first of each kind: code, sentence, piece */
	readonly examples: readonly string[];
	/** spoken sentences spread over the catalogue, for the voice to be measured with */
	readonly sample: readonly string[];
}

const examplesShown = 20;
const sampleSize = 200;

/** Reads an export of JSON lines, gzipped or not. */
export const readLines = (path: string): string[] => {
	const bytes = readFileSync(path);
	const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
	return text.toString('utf8').split('\n').filter(Boolean);
};

/** Makes every procedure's script and the words of each of its sentences. `today` is an ISO date. */
export function measureScripts(lines: readonly string[], today: string): ScriptsReport {
	const times: number[] = [];
	const classes = new Map<TokenClass, number>();
	const counts = Object.fromEntries(leftOverKinds.map((kind) => [kind, 0])) as Record<
		LeftOver,
		number
	>;
	const examples: string[] = [];
	const spoken: string[] = [];
	let longest = { code: '', characters: 0, words: '' };
	let refused = 0;

	for (const line of lines) {
		const imported = importRecord(JSON.parse(line));
		if (!imported.ok) {
			refused += 1;
			continue;
		}
		const { code } = imported.procedure;
		const before = cpu();
		const { title, sections } = readProcedure(imported.procedure, reading, today);
		const texts = [
			title.spoken ?? title.text,
			...sections.flatMap(({ heading, blocks }) => [
				heading,
				...blocks.flatMap(({ sentences }) => sentences.map(({ text, spoken = text }) => spoken)),
			]),
		];
		const all = texts.map((text) => toWords(text));
		times.push(cpu() - before);

		for (const { words, tokens } of all) {
			spoken.push(words);
			if (words.length > longest.characters) longest = { code, characters: words.length, words };
			for (const token of tokens) classes.set(token.class, (classes.get(token.class) ?? 0) + 1);
			for (const { kind, piece } of leftOver(words)) {
				counts[kind] += 1;
				if (examples.length < examplesShown)
					examples.push(`${code}: ${kind} ${piece} in “${words}”`);
			}
		}
	}

	const tokens = [...classes.values()].reduce((sum, count) => sum + count, 0);
	const step = Math.max(1, Math.floor(spoken.length / sampleSize));
	return {
		procedures: times.length,
		refused,
		sentences: spoken.length,
		syllables: spoken.reduce((sum, words) => sum + words.split(' ').length, 0),
		milliseconds: spread(times),
		longest,
		classes: Object.fromEntries(
			[...classes].sort(([, a], [, b]) => b - a).map(([name, count]) => [name, count / tokens]),
		),
		leftOver: counts,
		examples,
		sample: spoken.filter((words, at) => at % step === 0 && words.length > 20).slice(0, sampleSize),
	};
}

function cpu() {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}

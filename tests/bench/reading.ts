/**
 * Reading aloud, measured: every real procedure as a script and in words, and the bundled voice in a real Chromium.
 * `npm run bench:reading -- [--catalogue FILE] [--json] [--no-voice]`
 * Exits with 1 when a digit, a symbol or an unread capital is left for the voice, with 2 on a file it cannot read.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureScripts, readLines, type ScriptsReport } from './reading/scripts.ts';
import type { Spread } from './reading/spread.ts';
import { measureVoice, type VoiceReport } from './reading/voice.ts';

const { values: options } = parseArgs({
	options: {
		catalogue: { type: 'string' },
		json: { type: 'boolean', default: false },
		'no-voice': { type: 'boolean', default: false },
	},
});
const real = new URL('../../../shared/data/catalogue.jsonl.gz', import.meta.url).pathname;
const path = options.catalogue ?? real;
if (!existsSync(path)) {
	console.error(`${path}: no such file; name an export with --catalogue`);
	process.exit(2);
}

const today = new Date().toISOString().slice(0, 10);
const scripts = measureScripts(readLines(path), today);
const voice = options['no-voice'] ? [] : await measureVoice(scripts.sample, [1, 4, 6]);
if (options.json) {
	const { sample, ...shown } = scripts;
	console.log(JSON.stringify({ scripts: shown, measuredWith: sample.length, voice }, null, '\t'));
} else {
	printScripts(scripts);
	voice.forEach(printVoice);
}
if (Object.values(scripts.leftOver).some((count) => count > 0)) process.exitCode = 1;

function row(name: string, value: string) {
	console.log(`${name.padEnd(44)}${value}`);
}

function printScripts(report: ScriptsReport) {
	console.log(`\n${report.procedures} procedures, ${report.refused} lines refused`);
	row('sentences / syllables', `${report.sentences} / ${report.syllables}`);
	row('a procedure: script and words, CPU ms', shown(report.milliseconds, 1));
	row('longest sentence, characters', `${report.longest.characters} (${report.longest.code})`);
	for (const [name, share] of Object.entries(report.classes)) {
		row(`  tokens: ${name}`, `${(share * 100).toFixed(3)} %`);
	}
	for (const [kind, count] of Object.entries(report.leftOver))
		row(`left over: ${kind}`, String(count));
	for (const example of report.examples) console.log(`  ${example}`);
}

function printVoice(report: VoiceReport) {
	console.log(
		`\neSpeak in Chromium, slowed ${report.slowDown} times (measured ${report.measuredSlowDown.toFixed(1)})`,
	);
	row('load, ms', shown(report.load));
	row('tap → first sound, cold, ms', shown(report.firstSoundCold));
	row('tap → first sound, warm, ms', shown(report.firstSoundWarm));
	row('silence between two sentences, ms', shown(report.gap));
	row('work for a second of speech, s', shown(report.realTimeFactor, 3));
	row("the worker's heap, MB", report.heap.toFixed(1));
}

function shown({ p50, p95, max }: Spread, digits = 0) {
	const [a, b, c] = [p50, p95, max].map((value) => value.toFixed(digits));
	return `p50 ${a}, p95 ${b}, max ${c}`;
}

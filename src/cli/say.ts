import { toWords } from '#lib/vietnamese/index.ts';
import { printText } from './output.ts';

export interface SayOptions {
	readonly region: 'north' | 'south';
	readonly mode: 'full' | 'skim';
}

/** `motcua say`: answers each line of stdin with what a voice would say for it, as it comes; an empty one with an empty one. */
export async function runSay(options: SayOptions): Promise<void> {
	for await (const line of lines(process.stdin))
		await printText(toWords(line.replace(/\r$/, ''), options).words);
}

/** Only "\n" ends a line here: readline also splits at a lone "\r" and at U+2028, and the count would not be the same. */
async function* lines(input: NodeJS.ReadStream): AsyncGenerator<string> {
	input.setEncoding('utf8');
	let rest = '';
	for await (const chunk of input as AsyncIterable<string>) {
		const parts = (rest + chunk).split('\n');
		rest = parts.pop() ?? '';
		yield* parts;
	}
	if (rest !== '') yield rest;
}

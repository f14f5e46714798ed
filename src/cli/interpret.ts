import { createInterface } from 'node:readline';
import commands from '#content/commands.json' with { type: 'json' };
import { synonyms } from '#content/synonyms/index.ts';
import { createSearchIndex } from '#lib/search/index.ts';
import { publishedEntries } from '#lib/server/index.ts';
import { createInterpreter, screens, type Screen } from '#lib/voice/index.ts';
import { CommandFailure, printJson } from './output.ts';

export interface InterpretOptions {
	readonly screen: string;
}

/** `motcua interpret`: says of each line of stdin which command it is on that screen. */
export async function runInterpret(options: InterpretOptions): Promise<void> {
	const screen = readScreen(options.screen);
	const index = createSearchIndex(await publishedEntries(), { synonyms });
	const searchScore = (query: string) => index.search(query, { limit: 1 }).hits[0]?.score ?? 0;
	const interpret = createInterpreter(commands);
	const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
	for await (const line of lines) await printJson(interpret(line, screen, { searchScore }));
}

function readScreen(text: string): Screen {
	const screen = screens.find((one) => one === text);
	if (screen) return screen;
	throw new CommandFailure(`--screen: expected one of ${screens.join(', ')}, got "${text}"`);
}

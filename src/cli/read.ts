import { reading } from '#content/messages/reading.vi.ts';
import type { Procedure } from '#lib/catalogue/index.ts';
import { readProcedure, spokenScript } from '#lib/reading/index.ts';
import { fileProcedure, getProcedure } from '#lib/server/index.ts';
import { toWords } from '#lib/vietnamese/index.ts';
import { CommandFailure, printJson } from './output.ts';

export interface ReadOptions {
	/** an export to read from instead of this server's catalogue */
	readonly catalogue?: string;
}

/** `motcua read`: the reading script of one procedure; its schema is `src/lib/reading/script.schema.json`. */
export async function runRead(code: string, { catalogue }: ReadOptions): Promise<void> {
	const procedure = await find(code, catalogue);
	const today = new Date().toISOString().slice(0, 10);
	const script = readProcedure(procedure, reading, today);
	await printJson(spokenScript(script, (text) => toWords(text).words));
}

async function find(code: string, catalogue: string | undefined): Promise<Procedure> {
	if (catalogue === undefined) {
		const known = await getProcedure(code);
		if (known) return known;
		throw new CommandFailure(`no procedure has the code ${printable(code)}`);
	}
	const found = await fileProcedure(catalogue, code);
	if (!found.ok) throw new CommandFailure(found.line, { cause: 'file' });
	if (found.procedure) return found.procedure;
	const left = found.broken > 0 ? ` (${found.broken} broken records were left out)` : '';
	throw new CommandFailure(`${catalogue}: no procedure has the code ${printable(code)}${left}`, {
		cause: 'file',
	});
}

/** What was typed must not move the operator's cursor. */
const printable = (text: string) =>
	JSON.stringify(text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').slice(0, 40));

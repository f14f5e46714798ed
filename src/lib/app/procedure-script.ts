import type { Procedure } from '#lib/catalogue/index.ts';
import { readProcedure, type Script } from '#lib/reading/index.ts';
import { reading } from '#content/messages/reading.vi.ts';

/**
 * A procedure as it is shown and read.
 * @param today `YYYY-MM-DD`, decides which facts are out of date
 */
export const procedureScript = (procedure: Procedure, today: string): Script =>
	readProcedure(procedure, reading, today);

/** @param lines what a person must know before they rely on the summary: shown and read at its end */
export function withWarning(script: Script, lines: readonly string[]): Script {
	const [summary, ...others] = script.sections;
	if (!summary || lines.length === 0) return script;
	const sentences = lines.map((text, at) => ({ id: `${summary.id}.warning.${at + 1}`, text }));
	const facts = summary.blocks.findIndex(({ kind }) => kind !== 'text');
	const at = facts < 0 ? summary.blocks.length : facts;
	const warning = { kind: 'warning' as const, sentences };
	const blocks = [...summary.blocks.slice(0, at), warning, ...summary.blocks.slice(at)];
	return { ...script, sections: [{ ...summary, blocks }, ...others] };
}

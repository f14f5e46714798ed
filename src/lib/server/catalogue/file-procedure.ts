import { withPlainLayer, type Procedure } from '#lib/catalogue/index.ts';
import { readRecords } from './read-records.ts';

export type FileProcedure =
	/** `broken`: records of the file that were left out */
	| { readonly ok: true; readonly procedure: Procedure | null; readonly broken: number }
	/** `FILE:LINE: reason` or `FILE: reason` */
	| { readonly ok: false; readonly line: string };

/** One procedure of an export that is not imported, with its plain layer; of several records the last. */
export async function fileProcedure(
	file: string,
	code: string,
	starter: readonly Procedure[],
): Promise<FileProcedure> {
	const layer = starter.find((procedure) => procedure.code === code);
	let procedure: Procedure | null = null;
	let broken = 0;
	for await (const record of readRecords(file)) {
		if (record.kind === 'unreadable') return { ok: false, line: record.line };
		if (record.kind === 'broken') broken++;
		else if (record.procedure.code === code) procedure = record.procedure;
	}
	return { ok: true, procedure: procedure && withPlainLayer(procedure, layer), broken };
}

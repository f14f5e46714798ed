import { importRecord, type Procedure } from '#lib/catalogue/index.ts';
import { readLines, type FileLine } from './read-lines.ts';

export type FileRecord =
	| { readonly kind: 'procedure'; readonly procedure: Procedure }
	/** one record that is left out; `line` is `FILE:LINE: reason` */
	| { readonly kind: 'broken'; readonly line: string }
	/** the file cannot be read to its end; `line` is `FILE:LINE: reason` or `FILE: reason`; nothing follows */
	| { readonly kind: 'unreadable'; readonly line: string };

/** The longest official record is 0.15 MB. */
const recordLimit = 2 * 1024 * 1024;

/** The records of a JSONL file, plain or gzip: one JSON object a line. Blank lines are skipped. */
export async function* readRecords(path: string, signal?: AbortSignal): AsyncGenerator<FileRecord> {
	for await (const line of readLines(path, recordLimit, signal)) {
		const record = toRecord(path, line);
		if (record) yield record;
	}
}

function toRecord(path: string, line: FileLine): FileRecord | undefined {
	const place = line.number === undefined ? path : `${path}:${line.number}`;
	const broken = (reason: string): FileRecord => ({ kind: 'broken', line: `${place}: ${reason}` });
	const cutOff: FileRecord = {
		kind: 'unreadable',
		line: `${place}: the file is cut off in the middle of a record`,
	};
	if (line.kind === 'unreadable') return { kind: 'unreadable', line: `${place}: ${line.reason}` };
	if (line.kind === 'oversized') {
		const whole = line.ended || line.lastByte === '}'.charCodeAt(0);
		return whole ? broken('record is larger than 2 MB') : cutOff;
	}
	if (line.text.trim() === '') return undefined;
	let raw: unknown;
	try {
		raw = JSON.parse(line.text);
	} catch (error) {
		if (!line.ended) return cutOff;
		return broken(`not valid JSON (${printable((error as Error).message)})`);
	}
	const imported = importRecord(raw);
	return imported.ok
		? { kind: 'procedure', procedure: imported.procedure }
		: broken(printable(imported.reason));
}

/** V8 quotes the text it stumbled over: it must not move the operator's cursor. */
const printable = (text: string) =>
	text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').slice(0, 160);

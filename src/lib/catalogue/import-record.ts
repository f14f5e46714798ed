import * as v from 'valibot';
import { namesAbolishedUnit } from './abolished-units.ts';
import { readLevels, splitAudience } from './audience.ts';
import { circular64End, citesCircular64 } from './fee-validity.ts';
import { readLegalBasis } from './legal-basis.ts';
import { normaliseText, oneLine, paragraphs } from './normalise-text.ts';
import { parseFees } from './parse-fees.ts';
import { parseQuantity } from './parse-quantity.ts';
import { parseTime } from './parse-time.ts';
import type { Channel, Fee, Procedure } from './procedure.ts';
import { explainIssue, sourceRecordSchema, type SourceRecord } from './source-record.ts';
import { flags as allFlags, type Flag } from './terms.ts';

export type ImportedRecord =
	| { readonly ok: true; readonly procedure: Procedure }
	/** one line of English for the operator, naming the field */
	| { readonly ok: false; readonly reason: string };

const publisher = 'Cơ sở dữ liệu quốc gia về thủ tục hành chính';

/**
 * One record of the national database's export (any JSON value) → a procedure: one spelling, times, fees and quantities
 * read where they can be read without guessing, and flags for what a reader should know.
 */
export function importRecord(raw: unknown): ImportedRecord {
	if (Array.isArray(raw)) return { ok: false, reason: 'expected an object, got a list' };
	const parsed = v.safeParse(sourceRecordSchema, raw, { abortEarly: true });
	if (!parsed.success) return { ok: false, reason: explainIssue(parsed.issues[0]) };
	const name = oneLine(parsed.output.name);
	if (name === '') return { ok: false, reason: 'name: is empty' };
	return { ok: true, procedure: toProcedure(parsed.output, name) };
}

function toProcedure(record: SourceRecord, name: string): Procedure {
	const found = new Set<Flag>(allFlags.filter((flag) => record.flags?.includes(flag)));
	const { levels, namesDistrict } = readLevels(record.level ?? '');
	if (namesDistrict) found.add('abolished_unit');
	const legalBasis = readLegalBasis(record.legal_basis ?? []);
	const agency = oneLine(record.agency ?? '');
	const authority = oneLine(record.authority ?? '');
	const url = oneLine(record.url ?? '');
	const date = sourceDate(record.snapshot ?? '');
	const procedure: Procedure = {
		code: record.code,
		name,
		ministry: oneLine(record.ministry ?? ''),
		field: oneLine(record.field ?? ''),
		agency,
		...given('authority', authority === agency ? '' : authority),
		levels,
		audience: splitAudience(record.audience ?? ''),
		...given('kind', oneLine(record.type ?? '')),
		steps: paragraphs(record.steps ?? ''),
		channels: readChannels(record, found),
		requiredDocuments: readDocuments(record),
		...given('documentsText', normaliseText(record.components_raw ?? '')),
		forms: [...new Set((record.forms ?? []).map(oneLine).filter(Boolean))],
		conditions: paragraphs(record.conditions ?? '').filter((text) => !saysNone.test(text)),
		legalBasis,
		...given('legalText', legalBasis.length > 0 ? '' : normaliseText(record.legal_text ?? '')),
		...given('result', normaliseText(record.result ?? '')),
		...given('address', normaliseText(record.address ?? '')),
		...given('description', normaliseText(record.description ?? '')),
		...given('officialKeywords', oneLine(record.keywords ?? '')),
		flags: [],
		origin: 'official',
		source: {
			name: publisher,
			...given('url', /^https?:\/\/\S+$/.test(url) ? url : ''),
			...given('decision', oneLine(record.decision ?? '')),
			...given('date', date),
		},
	};
	if (placesOf(procedure).some(namesAbolishedUnit)) found.add('abolished_unit');
	return { ...procedure, flags: allFlags.filter((flag) => found.has(flag)) };
}

/** "Không", "Không có.", "Không yêu cầu": the field is filled in to say that it is empty. */
const saysNone = /^[-+\s]*không(?: có| quy định| yêu cầu)*(?:,? điều kiện)*[\s.!;]*$/i;

const given = <Key extends string>(key: Key, text: string) =>
	(text === '' ? {} : { [key]: text }) as Partial<Record<Key, string>>;

/** `2026`, `2026-01`, `2025-12-02`; anything else says nothing. */
const sourceDate = (text: string) =>
	/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text.trim()) ? text.trim() : '';

function readChannels(record: SourceRecord, found: Set<Flag>): Channel[] {
	const underCircular64 = [
		record.legal_text,
		...(record.legal_basis ?? []).map(({ number }) => number),
	].some((text) => citesCircular64(text ?? ''));
	return (record.methods ?? []).map((method) => {
		const { time, flag } = parseTime(method.time ?? '');
		if (flag) found.add(flag);
		const parsed = parseFees(method.fee ?? '');
		if (parsed.unclear) found.add('fee_unclear');
		const note = normaliseText(method.desc ?? '');
		const fees = parsed.fees.map((fee) =>
			underCircular64 || citesCircular64(note) ? endsBy(fee, circular64End) : fee,
		);
		if (fees.some(({ validUntil }) => validUntil)) found.add('fee_expires');
		const name = oneLine(method.channel ?? '');
		return { kind: channelKind(name), name, time, fees, ...given('note', note) };
	});
}

/** A fee nobody knows cannot expire; one with a later day of its own keeps it. */
const endsBy = (fee: Fee, day: string): Fee =>
	fee.kind === 'unknown' || (fee.validUntil ?? '') > day ? fee : { ...fee, validUntil: day };

function channelKind(name: string): Channel['kind'] {
	if (/trực tuyến|qua mạng|online/i.test(name)) return 'online';
	if (/bưu chính|bưu điện/i.test(name)) return 'post';
	return /trực tiếp/i.test(name) ? 'counter' : 'other';
}

/** "Bao gồm", "Thành phần hồ sơ:" are headings of the source's table, not cases. */
const heading =
	/^(?:[a-z]\)|-|\d+(?:\.\d+)*\.?)?\s*(?:thành phần hồ sơ)?\s*(?:bao gồm|gồm(?: có)?)?\s*:?$/i;

function readDocuments(record: SourceRecord): Procedure['requiredDocuments'] {
	return (record.components ?? []).flatMap((component) => {
		const name = normaliseText(component.name ?? '');
		if (!/[\p{L}\d]/u.test(name)) return [];
		const when = oneLine(component.case ?? '');
		return [
			{
				...given('case', heading.test(when) ? '' : when),
				name,
				...given('form', oneLine(component.form ?? '')),
				...parseQuantity(component.qty ?? ''),
			},
		];
	});
}

/** Every text of a procedure that may say where to go; not the legal basis, which is history. */
function placesOf(procedure: Procedure): string[] {
	const { name, ministry, agency, authority, address, result, description, documentsText } =
		procedure;
	return [
		...[name, ministry, agency, authority, address, result, description, documentsText],
		...procedure.steps,
		...procedure.conditions,
		...procedure.requiredDocuments.flatMap((document) => [document.case, document.name]),
		...procedure.channels.flatMap(({ note, time, fees }) => [
			note,
			time.text,
			...fees.map(({ text }) => text),
		]),
	].filter((text) => text !== undefined);
}

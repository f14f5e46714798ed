import { roles, type Entry, type KeptField, type Page, type Role } from './entries.ts';

type Raw = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Raw =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.length <= 10_000 && value.isWellFormed();
const isCount = (value: unknown): value is number => Number.isSafeInteger(value);
const isId = (value: unknown): value is string =>
	typeof value === 'string' && /^[A-Za-z0-9_-]{1,80}$/.test(value);
const isName = (value: string) => /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(value);

/** An entry as an import or an older version of the app gives it, built anew. @returns undefined for anything else */
export function parseEntry(raw: unknown): Entry | undefined {
	if (!isObject(raw) || !isId(raw.id)) return undefined;
	const { id } = raw;
	if (raw.kind === 'subject') {
		if (!roles.includes(raw.role as Role) || !isObject(raw.fields)) return undefined;
		const fields = Object.entries(raw.fields).flatMap(([name, field]) => {
			const read = isName(name) ? parseField(field) : undefined;
			return read ? [[name, read] as const] : [];
		});
		return { id, kind: 'subject', role: raw.role as Role, fields: Object.fromEntries(fields) };
	}
	if (!isCount(raw.savedAt)) return undefined;
	const { savedAt } = raw;
	if (raw.kind === 'paper') {
		if (!isText(raw.name) || !Array.isArray(raw.pages)) return undefined;
		const pages = raw.pages.map(parsePage);
		if (pages.includes(undefined)) return undefined;
		const result = raw.result === true;
		return { id, kind: 'paper', name: raw.name, result, pages: pages as Page[], savedAt };
	}
	const { title, procedure, unitName, code, receivedAt, json } = raw;
	if (raw.kind !== 'receipt' || !isText(title) || !isText(procedure)) return undefined;
	if (!isText(unitName) || !isText(code) || !isText(receivedAt) || !isText(json)) return undefined;
	return { id, kind: 'receipt', title, procedure, unitName, code, receivedAt, json, savedAt };
}

function parseField(raw: unknown): KeptField | undefined {
	if (!isObject(raw) || !isText(raw.shown) || !isText(raw.label) || !isCount(raw.savedAt))
		return undefined;
	const { value, shown, label, savedAt } = raw;
	const plain = isText(value) || typeof value === 'boolean' || Number.isFinite(value);
	return plain ? { value: value as KeptField['value'], shown, label, savedAt } : undefined;
}

function parsePage(raw: unknown): Page | undefined {
	if (!isObject(raw) || !isId(raw.id) || !isText(raw.name) || !isText(raw.type)) return undefined;
	const { id, name, type, bytes, sha256 } = raw;
	if (!isCount(bytes) || bytes < 0) return undefined;
	if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
	return { id, name, type, bytes, sha256 };
}

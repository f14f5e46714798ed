import type { Manifest, PackRef } from './release.ts';

const hashPattern = /^[0-9a-f]{64}$/;
/** A catalogue ten times Vietnam's needs fewer; what is larger is not a catalogue. */
const mostChunks = 5_000;
const mostBytes = 64_000_000;

/**
 * Checks the manifest by hand (a schema library would cost the phone more bytes than the manifest itself).
 * @param text what the server, or whatever stood in for it, answered
 * @returns undefined for anything that is not a manifest, such as a captive portal's page
 */
export function parseManifest(text: string): Manifest | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}
	return isManifest(value) ? value : undefined;
}

function isManifest(value: unknown): value is Manifest {
	if (!isRecord(value) || value.format !== 1) return false;
	const { version, publishedAt, procedures, index, words, phrases, chunks } = value;
	const { updates, keys, signature } = value;
	return (
		isCount(version) &&
		isCount(procedures) &&
		typeof publishedAt === 'string' &&
		!Number.isNaN(Date.parse(publishedAt)) &&
		isPackRef(index) &&
		(words === undefined || isPackRef(words)) &&
		(phrases === undefined || isPackRef(phrases)) &&
		Array.isArray(chunks) &&
		chunks.length <= mostChunks &&
		chunks.every(isPackRef) &&
		(updates === undefined || (Array.isArray(updates) && updates.every(isUpdate))) &&
		(keys === undefined || (Array.isArray(keys) && keys.length > 0 && keys.every(isKey))) &&
		(signature === undefined || typeof signature === 'string')
	);
}

export function isPackRef(value: unknown): value is PackRef {
	return (
		isRecord(value) &&
		typeof value.hash === 'string' &&
		hashPattern.test(value.hash) &&
		isCount(value.bytes) &&
		value.bytes <= mostBytes &&
		isCount(value.transferBytes)
	);
}

const isUpdate = (value: unknown) =>
	isRecord(value) && isCount(value.from) && isCount(value.to) && isPackRef(value.pack);

const isKey = (value: unknown) =>
	isRecord(value) &&
	typeof value.key === 'string' &&
	(value.endorsement === undefined || typeof value.endorsement === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

import { fail, ok, sha256, type Result } from '#lib/base/index.ts';
import { parseVoicePack, voicePackBytes, voicePackCache, type VoicePack } from './voice-pack.ts';

export type VoicePackFailure =
	'not-offered' | 'offline' | 'bad-file' | 'no-space' | 'no-storage' | 'aborted';

/** Where the server has the pack. */
const address = '/voice-pack/';
const manifestAddress = `${address}manifest.json`;
const fileAddress = (name: string) => address + name;

/** @returns the pack the operator offers; `not-offered` is the usual case */
export async function offeredVoicePack(
	signal?: AbortSignal,
): Promise<Result<VoicePack, VoicePackFailure>> {
	try {
		const response = await fetch(manifestAddress, signal ? { signal } : {});
		if (response.status === 404) return fail('not-offered');
		if (!response.ok) return fail('offline');
		const pack = parseVoicePack(await response.json().catch(() => undefined));
		return pack ? ok(pack) : fail('bad-file');
	} catch {
		return fail(signal?.aborted ? 'aborted' : 'offline');
	}
}

/** @returns the pack that is on this device, whole; undefined when there is none */
export async function keptVoicePack(): Promise<VoicePack | undefined> {
	try {
		if (!(await caches.has(voicePackCache))) return undefined;
		const kept = await (await caches.open(voicePackCache)).match(manifestAddress);
		return kept ? parseVoicePack(await kept.json()) : undefined;
	} catch {
		// No storage in this browser (a private window), or not ours to read.
		return undefined;
	}
}

/** A file of the pack that is on this device. */
export async function keptVoiceFile(name: string): Promise<Response | undefined> {
	return (await caches.open(voicePackCache)).match(fileAddress(name));
}

export const eraseVoicePack = (): Promise<boolean> => caches.delete(voicePackCache);

/**
 * Brings the pack to this device, once: each file is checked by its hash, and the pack counts when all are there.
 * Files that came before an interruption are not fetched again.
 * @param onProgress share of the bytes, 0…1
 */
export async function fetchVoicePack(
	onProgress: (share: number) => void,
	signal: AbortSignal,
): Promise<Result<VoicePack, VoicePackFailure>> {
	const offered = await offeredVoicePack(signal);
	if (!offered.ok) return offered;
	const pack = offered.value;
	const total = Math.max(1, voicePackBytes(pack));
	let cache: Cache;
	try {
		cache = await caches.open(voicePackCache);
		// From here to the end there is no pack: a mixture of two must never be used.
		await cache.delete(manifestAddress);
	} catch {
		return fail('no-storage');
	}
	let done = 0;
	for (const { name, bytes, sha256: expected } of pack.files) {
		const kept = await cache.match(fileAddress(name));
		if (!kept || (await sha256(await content(kept))) !== expected) {
			const file = await download(name, (got) => onProgress((done + got) / total), signal);
			if (!file.ok) return file;
			if ((await sha256(file.value)) !== expected) return fail('bad-file', name);
			const stored = await store(cache, fileAddress(name), new Response(file.value));
			if (!stored.ok) return stored;
		}
		done += bytes;
		onProgress(done / total);
	}
	const stored = await store(cache, manifestAddress, Response.json(pack));
	return stored.ok ? ok(pack) : stored;
}

const content = async (response: Response) => new Uint8Array(await response.arrayBuffer());

async function store(
	cache: Cache,
	at: string,
	response: Response,
): Promise<Result<void, VoicePackFailure>> {
	try {
		await cache.put(at, response);
		return ok(undefined);
	} catch (error) {
		return fail((error as Error).name === 'QuotaExceededError' ? 'no-space' : 'no-storage');
	}
}

async function download(
	name: string,
	onBytes: (got: number) => void,
	signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>, VoicePackFailure>> {
	try {
		const response = await fetch(fileAddress(name), { signal });
		if (!response.ok || !response.body) return fail('bad-file', name);
		const parts: Uint8Array<ArrayBuffer>[] = [];
		let got = 0;
		const reader = response.body.getReader();
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			parts.push(value);
			onBytes((got += value.length));
		}
		return ok(new Uint8Array(await new Blob(parts).arrayBuffer()));
	} catch {
		return fail(signal.aborted ? 'aborted' : 'offline');
	}
}

/**
 * The catalogue as one file, handed from phone to phone where there is no line: gzip of lines, the signed manifest first,
 * then its packs in order. Whoever carries it can change nothing: the manifest is signed, and names its packs by hash.
 */
import { fail, ok, type Result } from '#lib/base/index.ts';
import { packsOf, type Manifest, type PackRef } from './release.ts';
import { isSignedBy, signerOf, type VerifySignature } from './signature.ts';
import type { CatalogueStore, StoreReason } from './store.ts';
import { parseManifest } from './sync-manifest.ts';
import { missingPacks, strayPacks } from './sync-plan.ts';

/** - `incomplete`: parts of it are still on their way to this phone - `unsigned`: nobody would take it */
export type GiveReason = 'no-catalogue' | 'incomplete' | 'unsigned' | StoreReason;

/** The release in use, to be handed on. */
export async function writeCatalogueFile(store: CatalogueStore): Promise<Result<File, GiveReason>> {
	const releases = await store.releases();
	if (!releases.ok) return releases;
	const held = await store.heldPacks();
	if (!held.ok) return held;
	const [release] = releases.value;
	if (!release) return fail('no-catalogue');
	if (!signerOf(release)) return fail('unsigned');
	if (missingPacks(release, held.value).length > 0) return fail('incomplete');
	const lines = async function* () {
		yield new TextEncoder().encode(JSON.stringify(release));
		for (const { hash } of packsOf(release)) {
			const pack = await store.pack(hash);
			if (!pack.ok || !pack.value) throw new Error(hash);
			yield pack.value;
		}
	};
	try {
		const packed = streamOf(lines()).pipeThrough(new CompressionStream('gzip'));
		const name = `danh-muc-mot-cua-noi-${release.version}.gz`;
		return ok(new File([await new Response(packed).blob()], name, { type: 'application/gzip' }));
	} catch {
		return fail('incomplete');
	}
}

/** A line break after each. */
function streamOf(lines: AsyncGenerator<Uint8Array<ArrayBuffer>>) {
	return new ReadableStream<BufferSource>({
		async pull(controller) {
			const { value, done } = await lines.next();
			if (done) return controller.close();
			controller.enqueue(value);
			controller.enqueue(Uint8Array.of(newline));
		},
	});
}
const newline = 10;

/**
 * - `not-a-catalogue`: some other file - `unknown-signer`: this phone has no catalogue yet to compare with
 * - `bad-signature`: signed by somebody else, or changed - `older`: than what is here - `bad-pack`: cut or changed
 * - `offline`: the signature cannot be looked at just now
 */
export type TakeReason =
	| 'not-a-catalogue'
	| 'unknown-signer'
	| 'bad-signature'
	| 'older'
	| 'bad-pack'
	| 'offline'
	| StoreReason;

export interface TakePorts {
	readonly store: CatalogueStore;
	readonly verify: VerifySignature;
	/** lower-hex SHA-256 */
	readonly hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
	/** told how much of the packs has been read, 0 … 1 */
	readonly onProgress?: (share: number) => void;
}

/**
 * Takes in a catalogue that came as a file, all of it or nothing.
 * @returns the release now in use
 */
export async function takeCatalogueFile(
	file: Blob,
	ports: TakePorts,
): Promise<Result<Manifest, TakeReason>> {
	const { store } = ports;
	const releases = await store.releases();
	if (!releases.ok) return releases;
	const lines = linesOf(file);
	const manifest = parseManifest(decode(await next(lines)));
	if (!manifest) return fail('not-a-catalogue');
	const [active] = releases.value;
	const pinned = active && signerOf(active);
	if (!pinned) return fail('unknown-signer');
	const signed = await isSignedBy(pinned, manifest, ports.verify);
	if (!signed) return fail(signed === undefined ? 'offline' : 'bad-signature');
	if (manifest.version < active.version) return fail('older');

	const taken = await takePacks(packsOf(manifest), lines, ports);
	if (taken.ok) {
		const put = await store.setReleases([manifest]);
		if (!put.ok) return put;
	}
	// What came of a file that was cut is named by nothing, and what the release before had alone neither.
	const held = await store.heldPacks();
	const named = taken.ok ? [manifest] : releases.value;
	if (held.ok) await store.deletePacks(strayPacks(named, held.value));
	return taken.ok ? ok(manifest) : taken;
}

async function takePacks(
	packs: readonly PackRef[],
	lines: Lines,
	{ store, hash, onProgress }: TakePorts,
): Promise<Result<void, TakeReason>> {
	const held = await store.heldPacks();
	if (!held.ok) return held;
	for (const [at, pack] of packs.entries()) {
		const bytes = await next(lines, pack.bytes);
		if (bytes?.length !== pack.bytes || (await hash(bytes)) !== pack.hash) return fail('bad-pack');
		if (!held.value.has(pack.hash)) {
			const put = await store.putPack(pack.hash, bytes);
			if (!put.ok) return put;
		}
		onProgress?.((at + 1) / packs.length);
	}
	return ok(undefined);
}

type Lines = AsyncGenerator<Uint8Array<ArrayBuffer>, void, number>;

/** A manifest of five thousand packs is smaller; so is what unpacks without end. */
const mostOfManifest = 4_000_000;

/** @returns undefined at the end, and where the file is no gzip or breaks off */
const next = async (lines: Lines, most = mostOfManifest) =>
	(await lines.next(most).catch(() => undefined))?.value ?? undefined;

/** The lines of a gzipped file, each asked for with the most bytes it may have; a longer one ends them. */
async function* linesOf(file: Blob): Lines {
	let most = mostOfManifest;
	let held: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	const unpacked = file.stream().pipeThrough(new DecompressionStream('gzip'));
	const reader = unpacked.getReader();
	try {
		for (;;) {
			const { value, done } = await reader.read();
			if (done) return;
			let rest: Uint8Array<ArrayBuffer> = value;
			for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
				most = (yield await join([...held, rest.subarray(0, end)])) ?? mostOfManifest;
				[held, size, rest] = [[], 0, rest.subarray(end + 1)];
			}
			held.push(rest);
			size += rest.length;
			if (size > most) return;
		}
	} finally {
		void reader.cancel().catch(() => undefined);
	}
}

const join = async (parts: readonly Uint8Array<ArrayBuffer>[]) =>
	new Uint8Array(await new Blob([...parts]).arrayBuffer());

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

import {
	makeDelta,
	packsOf,
	type DeltaPack,
	type Packs,
	type PackRef,
} from '#lib/catalogue/index.ts';
import { readChunk, readText, writePack } from './packs.ts';

/** Where the changes are more than this share of what changed, phones had better fetch that. */
const worthwhile = 0.6;

/**
 * Writes what changed between two releases whose packs are in the directory.
 * @returns undefined where that would save little, or a pack of the older release is gone
 */
export async function writeUpdate(
	directory: string,
	before: Packs,
	after: Packs,
): Promise<PackRef | undefined> {
	const read = (hash: string) => readText(directory, hash);
	const known = new Set(packsOf(before).map(({ hash }) => hash));
	const kept = new Set(packsOf(after).map(({ hash }) => hash));
	const fresh = packsOf(after).filter(({ hash }) => !known.has(hash));
	if (fresh.length === 0) return undefined;
	const codesOf = async (hash: string) =>
		new Set((await readChunk(directory, hash)).map(({ code }) => code));
	try {
		const old = await Promise.all(
			before.chunks
				.filter(({ hash }) => !kept.has(hash))
				.map(async ({ hash }) => ({ hash, codes: await codesOf(hash) })),
		);
		const deltas: DeltaPack['deltas'][number][] = [];
		for (const { hash } of fresh) {
			// Other phrases make all chunks others.
			if (hash === after.phrases?.hash) return undefined;
			const text = await read(hash);
			const from =
				hash === after.index.hash
					? before.index.hash
					: hash === after.words?.hash
						? before.words?.hash
						: mostAlike(old, await codesOf(hash));
			// A chunk of nothing but new procedures is fetched as it is.
			if (from) deltas.push({ from, to: hash, delta: makeDelta(await read(from), text) });
		}
		const pack: DeltaPack = { format: 1, deltas };
		const written = await writePack(directory, JSON.stringify(pack));
		const changed = fresh.reduce((sum, { transferBytes }) => sum + transferBytes, 0);
		return written.transferBytes < worthwhile * changed ? written : undefined;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
}

interface OldChunk {
	readonly hash: string;
	readonly codes: ReadonlySet<string>;
}

/** The chunk that shares most codes, if any. */
function mostAlike(old: readonly OldChunk[], codes: ReadonlySet<string>): string | undefined {
	let best: { hash: string; shared: number } | undefined;
	for (const chunk of old) {
		const shared = [...codes].filter((code) => chunk.codes.has(code)).length;
		if (shared > (best?.shared ?? 0)) best = { hash: chunk.hash, shared };
	}
	return best?.hash;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
	makeDelta,
	packsOf,
	type Chunk,
	type DeltaPack,
	type Packs,
	type PackRef,
} from '#lib/catalogue/index.ts';
import { writePack } from './packs.ts';

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
	const read = (hash: string) => readFile(join(directory, `${hash}.json`), 'utf8');
	const known = new Set(packsOf(before).map(({ hash }) => hash));
	const kept = new Set(packsOf(after).map(({ hash }) => hash));
	const fresh = packsOf(after).filter(({ hash }) => !known.has(hash));
	if (fresh.length === 0) return undefined;
	try {
		const old = await Promise.all(
			before.chunks
				.filter(({ hash }) => !kept.has(hash))
				.map(async ({ hash }) => ({ hash, codes: codesOf(await read(hash)) })),
		);
		const deltas: DeltaPack['deltas'][number][] = [];
		for (const { hash } of fresh) {
			const text = await read(hash);
			const from =
				hash === after.index.hash
					? before.index.hash
					: hash === after.words?.hash
						? before.words?.hash
						: mostAlike(old, codesOf(text));
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

const codesOf = (text: string) =>
	new Set((JSON.parse(text) as Chunk).procedures.map(({ code }) => code));

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

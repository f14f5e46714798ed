import { join } from 'node:path';
import {
	composeDeltas,
	makeSince,
	packsOf,
	sinceNewest,
	type ChangesPack,
	type Delta,
	type DeltaPack,
	type Manifest,
	type PackRef,
	type Since,
} from '#lib/catalogue/index.ts';
import { brotli, readText, sinceName, writePack, type SinceFiles } from './packs.ts';
import { readIfThere } from './served-packs.ts';
import { syncDirectory, writeAtomically } from './write-atomically.ts';

/**
 * What is new in a release since older ones, and since itself. The packs of changes are written, the files not yet: they
 * come after the manifest, so that no phone is ahead of it.
 * @param newest as it is shown, signed
 */
export async function sinceFiles(
	directory: string,
	newest: Manifest,
	older: readonly Manifest[],
): Promise<SinceFiles> {
	const texts = new Map<string, string>();
	const packs: PackRef[] = [];
	const put = ({ version }: Manifest, since: Since) =>
		texts.set(sinceName(version), JSON.stringify(since));
	const leaps = await leapsTo(directory, newest);
	for (const release of older.filter(({ version }) => version < newest.version)) {
		const pack = changesOf(release, newest, leaps.get(release.version));
		const changes = pack && (await writePack(directory, JSON.stringify(pack)));
		if (changes) packs.push(changes);
		put(release, makeSince(release, { manifest: newest, changes }));
	}
	put(newest, sinceNewest(newest));
	return { texts, packs };
}

/** Writes what is not there already. */
export async function writeSinceFiles(directory: string, { texts }: SinceFiles): Promise<void> {
	for (const [name, text] of texts) {
		const path = join(directory, name);
		const [known, twin] = await Promise.all([path, `${path}.br`].map(readIfThere));
		if (known?.toString() === text && twin) continue;
		await writeAtomically(`${path}.br`, await brotli(Buffer.from(text), 11));
		await writeAtomically(path, text);
	}
	await syncDirectory(directory);
}

/** How each pack of the newest release comes of one of an older release: newer hash → older hash and change. */
type Leaps = ReadonlyMap<string, { readonly from: string; readonly delta?: Delta }>;

/** All steps that lead to the newest release, joined. @returns by the older release's version */
async function leapsTo(directory: string, newest: Manifest): Promise<ReadonlyMap<number, Leaps>> {
	const byVersion = new Map<number, Leaps>();
	let leaps: Leaps = new Map(packsOf(newest).map(({ hash }) => [hash, { from: hash }]));
	for (const { from, pack } of [...(newest.updates ?? [])].reverse()) {
		const steps = await readSteps(directory, pack);
		if (!steps) break;
		leaps = new Map(
			[...leaps].map(([hash, leap]) => {
				const step = steps.get(leap.from);
				if (!step) return [hash, leap];
				const delta = leap.delta ? composeDeltas(step.delta, leap.delta) : step.delta;
				return [hash, { from: step.from, delta }];
			}),
		);
		byVersion.set(from, leaps);
	}
	return byVersion;
}

/** @returns by the newer hash; undefined where the pack is gone or spoilt */
async function readSteps(directory: string, { hash }: PackRef) {
	try {
		const { deltas } = JSON.parse(await readText(directory, hash)) as DeltaPack;
		return new Map(deltas.map((step) => [step.to, step]));
	} catch {
		return undefined;
	}
}

/** @returns undefined where no change is known */
function changesOf(older: Manifest, newest: Manifest, leaps?: Leaps): ChangesPack | undefined {
	const places = new Map(packsOf(older).map(({ hash }, at) => [hash, at]));
	const deltas = packsOf(newest).flatMap(({ hash }, to) => {
		const leap = leaps?.get(hash);
		const from = leap?.delta && places.get(leap.from);
		return from === undefined ? [] : [[from, to, leap!.delta!] as const];
	});
	return deltas.length > 0 ? { format: 2, deltas } : undefined;
}

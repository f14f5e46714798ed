import { applyDelta, type Delta } from './delta.ts';
import type { DeltaPack, Manifest, PackRef, Update } from './release.ts';
import type { CatalogueStore } from './store.ts';
import { downloadPack, patient, type DownloadPorts } from './sync-download.ts';
import { missingPacks, transferBytes } from './sync-plan.ts';

type Step = DeltaPack['deltas'][number];

export interface UpdatePorts extends DownloadPorts {
	readonly store: CatalogueStore;
}

/**
 * Makes the packs that a release has anew out of those on this phone and what changed since, where that is less to fetch.
 * Each is stored only if it is what its name says; one that does not come about is left to be fetched.
 * @param active the release on this phone
 * @param held hashes of the packs on this phone
 * @returns hashes of the packs made
 */
export async function bringUpdates(
	ports: UpdatePorts,
	active: Manifest,
	release: Manifest,
	held: ReadonlySet<string>,
): Promise<readonly string[]> {
	const missing = missingPacks(release, held);
	const updates = stepsFrom(active, release);
	const cost = transferBytes(updates.map(({ pack }) => pack));
	if (updates.length === 0 || cost >= transferBytes(missing)) return [];

	const steps = new Map<string, Step>();
	for (const { pack } of updates) {
		const got = await downloadPack(ports, { ...patient, attempts: 2 }, pack);
		const read = got.ok ? parseDeltas(got.value) : undefined;
		if (!read) return [];
		for (const step of read.deltas) steps.set(step.to, step);
	}
	const made: string[] = [];
	for (const pack of missing) if (await make(ports, pack, steps, held)) made.push(pack.hash);
	return made;
}

/** The updates that lead from one release to another, or none where there is a gap. */
function stepsFrom(active: Manifest, release: Manifest): readonly Update[] {
	const steps = (release.updates ?? []).filter(({ from }) => from >= active.version);
	let at = active.version;
	for (const { from, to } of steps) {
		if (from !== at) return [];
		at = to;
	}
	return at === release.version ? steps : [];
}

function parseDeltas(bytes: Uint8Array): DeltaPack | undefined {
	try {
		const pack = JSON.parse(new TextDecoder().decode(bytes)) as DeltaPack;
		return pack.format === 1 && Array.isArray(pack.deltas) ? pack : undefined;
	} catch {
		return undefined;
	}
}

async function make(
	{ store, hash }: UpdatePorts,
	pack: PackRef,
	steps: ReadonlyMap<string, Step>,
	held: ReadonlySet<string>,
): Promise<boolean> {
	const way: Delta[] = [];
	let base = pack.hash;
	while (!held.has(base)) {
		const step = steps.get(base);
		if (!step || way.length > steps.size) return false;
		way.unshift(step.delta);
		base = step.from;
	}
	const stored = await store.pack(base);
	if (!stored.ok || !stored.value) return false;
	let text: string | undefined = new TextDecoder().decode(stored.value);
	for (const delta of way) if (text !== undefined) text = applyDelta(text, delta);
	if (text === undefined) return false;
	const bytes = new TextEncoder().encode(text);
	if (bytes.length !== pack.bytes || (await hash(bytes)) !== pack.hash) return false;
	return (await store.putPack(pack.hash, bytes)).ok;
}

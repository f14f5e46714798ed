import { applyDelta, type Delta } from './delta.ts';
import { packsOf, type DeltaPack, type Manifest, type PackRef, type Update } from './release.ts';
import type { ChangesPack } from './since.ts';
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
 * @param changes a `ChangesPack` between the two; where there is none, step by step
 * @returns hashes of the packs made
 */
export async function bringUpdates(
	ports: UpdatePorts,
	active: Manifest,
	release: Manifest,
	held: ReadonlySet<string>,
	changes?: PackRef,
): Promise<readonly string[]> {
	const missing = missingPacks(release, held);
	const worthwhile = (packs: readonly PackRef[]) =>
		packs.length > 0 && transferBytes(packs) < transferBytes(missing);
	const updates = stepsFrom(active, release).map(({ pack }) => pack);
	const ways = [changes ? [changes] : [], updates].filter(worthwhile);
	for (const packs of ways) {
		const steps = await fetchSteps(ports, packs, active, release);
		if (!steps) continue;
		const made: string[] = [];
		for (const pack of missing) if (await make(ports, pack, steps, held)) made.push(pack.hash);
		return made;
	}
	return [];
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

/** @returns by the hash that each leads to; undefined where one does not come */
async function fetchSteps(
	ports: UpdatePorts,
	packs: readonly PackRef[],
	active: Manifest,
	release: Manifest,
): Promise<ReadonlyMap<string, Step> | undefined> {
	const steps = new Map<string, Step>();
	for (const pack of packs) {
		const got = await downloadPack(ports, { ...patient, attempts: 2 }, pack);
		const read = got.ok ? parseSteps(got.value, active, release) : undefined;
		if (!read) return undefined;
		for (const step of read) steps.set(step.to, step);
	}
	return steps;
}

function parseSteps(
	bytes: Uint8Array,
	active: Manifest,
	release: Manifest,
): readonly Step[] | undefined {
	try {
		const pack = JSON.parse(new TextDecoder().decode(bytes)) as DeltaPack | ChangesPack;
		if (pack.format === 1) return Array.isArray(pack.deltas) ? pack.deltas : undefined;
		const [older, newer] = [packsOf(active), packsOf(release)];
		return pack.deltas.map(([from, to, delta]) => ({
			from: older[from]!.hash,
			to: newer[to]!.hash,
			delta,
		}));
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

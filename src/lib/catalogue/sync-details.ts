import { fail, fetchAhead, ok, type Transfer } from '#lib/base/index.ts';
import type { Manifest, PackRef } from './release.ts';
import { missingPacks, strayPacks } from './sync-plan.ts';
import { download, keep, report, type Step, type SyncPorts } from './sync-steps.ts';

/**
 * Brings the details that were chosen, in their order, each verified and stored by itself, so that what was interrupted
 * continues. Then what no release needs any more goes.
 */
export async function syncDetails(
	ports: SyncPorts,
): Promise<Step<{ release: Manifest; changed: boolean }>> {
	const { store } = ports;
	// Read again: another tab may have fetched everything while this one waited.
	const releases = await store.releases();
	if (!releases.ok) return releases;
	const [release] = releases.value;
	if (!release) return fail('no-storage', 'the release is gone');
	const stored = await store.heldPacks();
	if (!stored.ok) return stored;
	const held = new Set(stored.value);
	const chosen = (await ports.choose?.(release)) ?? release.chunks;
	const { phrases, ...rest } = release;
	const wanted = { ...rest, ...(phrases && chosen.length > 0 && { phrases }), chunks: chosen };
	const missing = missingPacks(wanted, held);
	const coming = new Map<string, number>();
	const tell = () => {
		const bytes = [...coming.values()].reduce((sum, wire) => sum + wire, 0);
		report(ports, 'details', wanted, held, bytes);
	};
	async function bring(pack: PackRef, transfer: Transfer): Promise<Step<void>> {
		const got = await download(over(ports, transfer), pack, (wire) => {
			transfer.received(wire);
			coming.set(pack.hash, wire);
			tell();
		});
		if (!got.ok) return got;
		try {
			JSON.parse(new TextDecoder().decode(got.value));
		} catch {
			return fail('bad-pack', pack.hash);
		}
		const put = await keep(store, pack, got.value);
		if (!put.ok) return put;
		held.add(pack.hash);
		coming.delete(pack.hash);
		tell();
		return put;
	}
	tell();
	const { clock, signal } = ports;
	const sizeOf = ({ transferBytes }: PackRef) => transferBytes;
	const brought = await fetchAhead(missing, bring, { sizeOf, clock, signal });
	if (!brought.ok) return brought;

	// What was not chosen is answered by the releases before, as far as they have it.
	const whole = missingPacks(release, held).length === 0;
	if (whole && releases.value.length > 1) {
		const put = await store.setReleases([release]);
		if (!put.ok) return put;
	}
	const stray = strayPacks(whole ? [release] : releases.value, held);
	if (stray.length > 0) {
		const deleted = await store.deletePacks(stray);
		if (!deleted.ok) return deleted;
	}
	report(ports, 'done', wanted, held);
	return ok({ release, changed: missing.length > 0 });
}

/** What is asked through these ports belongs to a transfer. */
const over = (ports: SyncPorts, { answered, signal }: Transfer): SyncPorts => ({
	...ports,
	signal,
	fetch: (url, init) => answered(ports.fetch(url, init)),
});

import type { Result } from '#lib/base/index.ts';
import type { PackRef } from './release.ts';
import type { CatalogueStore } from './store.ts';
import {
	downloadPack,
	type DownloadPorts,
	type DownloadReason,
	type Patience,
} from './sync-download.ts';

/** Bytes over the wire that are lost at most when the app is closed. */
const mostLost = 25_000;
/** By the pack's average: its first bytes may be twice as dense, and a rest begins some kilobytes before what is here. */
const keptEvery = 4_000;

/**
 * A pack's bytes, as `downloadPack` gives them. What came of a large one is kept now and then, so that it is gone on with
 * after the app was closed; where it cannot be kept, it comes all the same.
 * @param onBytes how many of the uncompressed bytes are here
 */
export async function downloadInParts(
	ports: DownloadPorts & { readonly store: CatalogueStore },
	patience: Patience,
	pack: PackRef,
	onBytes?: (received: number) => void,
): Promise<Result<Uint8Array<ArrayBuffer>, DownloadReason>> {
	const { store } = ports;
	if (pack.transferBytes <= mostLost) return downloadPack(ports, patience, pack, onBytes);
	const begun = await store.part(pack.hash);
	const part = begun.ok ? begun.value : undefined;
	const step = (keptEvery * pack.bytes) / pack.transferBytes;
	let kept = part?.length ?? 0;
	let keeping = false;
	const keep = async (received: number, bytes: Uint8Array<ArrayBuffer>) => {
		// Less than there was: it proved wrong.
		const due = received < kept || received >= kept + step;
		if (keeping || !due || received === pack.bytes) return;
		keeping = true;
		kept = received;
		await store.putPart(pack.hash, bytes.slice(0, received));
		keeping = false;
	};
	const tell = (received: number, bytes: Uint8Array<ArrayBuffer>) => {
		onBytes?.(received);
		void keep(received, bytes);
	};
	return downloadPack(ports, patience, pack, tell, part);
}

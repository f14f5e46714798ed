import type { Manifest } from './release.ts';
import { isSignedBy, signerOf, type VerifySignature } from './signature.ts';
import { readSince, type Newer } from './since.ts';
import { downloadText, patient, type DownloadPorts } from './sync-download.ts';

export interface SincePorts extends DownloadPorts {
	readonly verify: VerifySignature;
}

/**
 * The newest release's manifest, told as what is new since the one in use.
 * @returns undefined wherever it is not certain to be as its server wrote it: then the whole manifest is fetched
 */
export async function fetchNewer(ports: SincePorts, active: Manifest): Promise<Newer | undefined> {
	// Without a signature nothing would show that the manifest came about as it was written.
	const pinned = signerOf(active);
	if (!pinned) return undefined;
	const address = `/packs/since-${active.version}.json`;
	const text = await downloadText(ports, { ...patient, attempts: 1 }, address);
	const newer = text.ok ? readSince(active, text.value) : undefined;
	if (!newer || newer.manifest === active) return newer;
	return (await isSignedBy(pinned, newer.manifest, ports.verify)) ? newer : undefined;
}

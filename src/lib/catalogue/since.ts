import { applyDelta, makeDelta, type Delta } from './delta.ts';
import type { Manifest, PackRef } from './release.ts';
import { isPackRef, parseManifest } from './sync-manifest.ts';

/**
 * `/packs/since-<version>.json`: what is new since a release. It changes with every publish, as the manifest does, and is
 * never needed: whoever finds none, or none of the same release, takes the manifest.
 */
export interface Since {
	readonly format: 1;
	/** `Manifest.publishedAt` of that release: a server that began anew counts from 1 again */
	readonly publishedAt: string;
	/** the newest release's manifest as written, as changes to `sinceBase`; absent where that release is the newest */
	readonly manifest?: Delta;
	/** a `ChangesPack`, absent where there are no changes to what that release consists of, or they are not known */
	readonly changes?: PackRef;
}

/** Packs of the newest release as changes to those of an older one: positions in the older's and newest's `packsOf`. */
export interface ChangesPack {
	readonly format: 2;
	readonly deltas: readonly (readonly [from: number, to: number, delta: Delta])[];
}

export interface Newer {
	readonly manifest: Manifest;
	readonly changes?: PackRef | undefined;
}

/** A manifest as written, without who signed it: the same release may be signed again with a new key. */
const sinceBase = (manifest: Manifest) =>
	JSON.stringify({ ...manifest, keys: undefined, signature: undefined });

export const sinceNewest = ({ publishedAt }: Manifest): Since => ({ format: 1, publishedAt });

export const makeSince = (older: Manifest, { manifest, changes }: Newer): Since => ({
	...sinceNewest(older),
	manifest: makeDelta(sinceBase(older), JSON.stringify(manifest)),
	...(changes && { changes }),
});

/**
 * @param older the release in use, itself returned where it is the newest
 * @param text what the server, or whatever stood in for it, answered
 * @returns undefined for what is not about that release. A manifest is as unchecked as one that was fetched.
 */
export function readSince(older: Manifest, text: string): Newer | undefined {
	let since: Since;
	try {
		since = JSON.parse(text) as Since;
	} catch {
		return undefined;
	}
	if (since?.format !== 1 || since.publishedAt !== older.publishedAt) return undefined;
	const { manifest: delta, changes } = since;
	if (delta === undefined) return { manifest: older };
	const manifest = Array.isArray(delta) && applyDelta(sinceBase(older), delta);
	const newer = manifest ? parseManifest(manifest) : undefined;
	return newer && { manifest: newer, changes: isPackRef(changes) ? changes : undefined };
}

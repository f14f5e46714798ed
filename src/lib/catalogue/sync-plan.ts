import { packsOf, samePacks, type Manifest, type PackRef } from './release.ts';

/** A release answers while its successor's details arrive; more than three are never kept. */
const mostReleases = 3;

/**
 * What to do with the manifest the server gave.
 * - `same`: it is the release in use
 * - `stale`: an older one (a cache on the way, a server restored from a backup): ignored, whether or not the one in use
 *   is complete; only where its index is lost, so that nothing can be found, is an older one better
 * - `new`: to be fetched and put in front
 *
 * Older is what counts lower and was published earlier: a server that began anew counts from 1, one whose clock was put
 * right publishes at an earlier time.
 * @param releases newest first, as stored
 * @param held hashes of the packs on the phone
 */
export function judgeManifest(
	releases: readonly Manifest[],
	manifest: Manifest,
	held: ReadonlySet<string>,
): 'same' | 'stale' | 'new' {
	const [active] = releases;
	if (!active) return 'new';
	if (isSameRelease(active, manifest)) return 'same';
	const older =
		manifest.version <= active.version &&
		Date.parse(manifest.publishedAt) < Date.parse(active.publishedAt);
	return older && held.has(active.index.hash) ? 'stale' : 'new';
}

/** Puts a release in front. Kept behind it: the one in use and the oldest, which is the last that was complete. */
export function withRelease(
	releases: readonly Manifest[],
	manifest: Manifest,
): readonly Manifest[] {
	const others = releases.filter((release) => !isSameRelease(release, manifest));
	const kept =
		others.length < mostReleases
			? others
			: [...others.slice(0, mostReleases - 2), ...others.slice(-1)];
	return [manifest, ...kept];
}

export function missingPacks(release: Manifest, held: ReadonlySet<string>): readonly PackRef[] {
	return packsOf(release).filter(({ hash }) => !held.has(hash));
}

/** Packs on the phone that no kept release names. */
export function strayPacks(
	releases: readonly Manifest[],
	held: ReadonlySet<string>,
): readonly string[] {
	const named = new Set(releases.flatMap((release) => packsOf(release).map(({ hash }) => hash)));
	return [...held].filter((hash) => !named.has(hash));
}

/** @returns bytes over the wire */
export const transferBytes = (packs: readonly PackRef[]) =>
	packs.reduce((sum, pack) => sum + pack.transferBytes, 0);

const isSameRelease = (a: Manifest, b: Manifest) =>
	a.version === b.version && a.publishedAt === b.publishedAt && samePacks(a, b);

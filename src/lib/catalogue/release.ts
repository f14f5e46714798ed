/** What `publish` writes and the phone reads: one small manifest, one index pack, one of everyday words, one of phrases, many chunks. All JSON, UTF-8. */
import type { Delta } from './delta.ts';
import type { Level, LifeEvent } from './terms.ts';

/** A file that never changes: its name is the lower-hex SHA-256 of its (uncompressed) bytes. */
export interface PackRef {
	/** lower-hex SHA-256 of the uncompressed bytes; the address is `/packs/<hash>.json` */
	readonly hash: string;
	/** uncompressed size */
	readonly bytes: number;
	/** size over the wire (brotli) */
	readonly transferBytes: number;
}

/**
 * A pack goes on at a multiple of so many uncompressed bytes: `/packs/<hash>.json?from=<at>`. The answer's header `tailHeader`
 * says where it begins; one without it is the whole pack, as any static host gives it.
 */
export const tailStep = 4_096;
export const tailHeader = 'pack-from';

/** A public key that signs releases. */
export interface CatalogueKey {
	/** raw Ed25519 key, base64url */
	readonly key: string;
	/** signature of the key before it over `endorsedText` (`signature.ts`), base64url; the first key has none */
	readonly endorsement?: string;
}

/** `/packs/manifest.json`: the only file of a catalogue that changes. */
export interface Manifest {
	readonly format: 1;
	/** counts up with every publish that changed something */
	readonly version: number;
	/** ISO 8601, UTC */
	readonly publishedAt: string;
	readonly procedures: number;
	readonly index: PackRef;
	/** what people call procedures; older releases have none */
	readonly words?: PackRef;
	/** what the chunks say over and over; small catalogues have none */
	readonly phrases?: PackRef;
	/** details, in the order in which they should be fetched (most needed first) */
	readonly chunks: readonly PackRef[];
	/** from older releases to this one, step by step, oldest first */
	readonly updates?: readonly Update[];
	/** who signs, oldest first, the last in use; releases of old servers have none */
	readonly keys?: readonly CatalogueKey[];
	/** of `signedText`, by the last of `keys`, base64url */
	readonly signature?: string;
}

/** What changed from one release to the next: a pack that holds a `DeltaPack`. */
export interface Update {
	/** `Manifest.version` */
	readonly from: number;
	readonly to: number;
	readonly pack: PackRef;
}

/** Packs as changes to older ones, by the hashes of both. */
export interface DeltaPack {
	readonly format: 1;
	readonly deltas: readonly {
		readonly from: string;
		readonly to: string;
		readonly delta: Delta;
	}[];
}

/** What search needs of a procedure. */
export interface IndexEntry {
	readonly code: string;
	readonly name: string;
	readonly field: string;
	readonly agency: string;
	readonly levels: readonly Level[];
	/** may a private person ask for it (citizens, foreigners, overseas Vietnamese)? */
	readonly forCitizens: boolean;
	/** may an organisation or a business ask for it? Absent: not known */
	readonly forOrganisations?: boolean;
	/** may it be handed in online? */
	readonly online: boolean;
	readonly keywords: readonly string[];
	readonly lifeEvent?: LifeEvent;
	/** 0 … 1, how often people need it */
	readonly priority: number;
	/** position in `Manifest.chunks` of the chunk that holds its details */
	readonly chunk: number;
}

/** What a release consists of. */
export type Packs = Pick<Manifest, 'index' | 'words' | 'phrases' | 'chunks'>;

/** The packs of a release, in the order in which they are needed. */
export const packsOf = ({ index, words, phrases, chunks }: Packs) => [
	index,
	...(words ? [words] : []),
	...(phrases ? [phrases] : []),
	...chunks,
];

export const hashesOf = (packs: Packs) => packsOf(packs).map(({ hash }) => hash);

/** Do two releases consist of the same packs? */
export const samePacks = (a: Packs, b: Packs): boolean => hashesOf(a).join() === hashesOf(b).join();

/** A file of the app: its address, and a content hash where the address does not already carry one (else null). */
export interface OfflineFile {
	readonly url: string;
	readonly revision: string | null;
	/** uncompressed */
	readonly bytes: number;
	/** over the wire, about */
	readonly wire: number;
}

/** The build's files in two parts: without the shell nothing starts; the rest comes once somebody uses the app. */
export interface OfflineFiles {
	/** what the home screen and the first search need */
	readonly shell: readonly OfflineFile[];
	/** the other screens, the voice, icons: small ones first */
	readonly rest: readonly OfflineFile[];
}

/** The name of a file in the cache: another revision is another file. */
export const cacheKey = ({ url, revision }: OfflineFile) =>
	revision === null ? url : `${url}?revision=${revision}`;

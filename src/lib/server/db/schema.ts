import type { Generated } from 'kysely';

/** The database's tables; a migration that adds one adds its interface here. Times are ISO 8601, UTC. */
export interface Schema {
	procedures: ProcedureTable;
	releases: ReleaseTable;
}

/** Imported official records; the starter catalogue is not in the database. */
export interface ProcedureTable {
	code: string;
	/** a `Procedure` */
	json: string;
	/** lower-hex SHA-256 of `json` */
	hash: string;
	imported_at: string;
}

/** What was published, newest last. */
export interface ReleaseTable {
	version: Generated<number>;
	published_at: string;
	/** a `Manifest` */
	manifest: string;
}

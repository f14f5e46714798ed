import {
	createHash,
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	randomUUID,
	sign,
	type JsonWebKey,
	type KeyObject,
} from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import type { Signer } from '#lib/catalogue/index.ts';
import {
	signedText,
	type KeySet,
	type PublicKey,
	type SignedReceipt,
} from '#lib/dossiers/index.ts';
import { syncDirectory } from '../catalogue/write-atomically.ts';
import { makeDirectory } from '../db/make-directory.ts';

/**
 * The server's secrets, as JSON in `MOTCUA_KEYS` or in `DATA_DIR/keys.json` (mode 600): private JWKs, the one in use
 * first. An older key stays behind it, so that its receipts still verify and what was sealed to it can be opened.
 */
interface StoredKeys {
	/** Ed25519 */
	readonly receipt: readonly JsonWebKey[];
	/** P-256 */
	readonly sealing: readonly JsonWebKey[];
}

export interface ServerKeys {
	/** signs with the key in use */
	sign(receipt: Omit<SignedReceipt, 'keyId'>): { keyId: string; signature: string };
	/** signing keys, oldest first, the one in use last: of releases of the catalogue each names the next */
	readonly signers: readonly Signer[];
	/** every public key, for `/api/keys` */
	readonly published: KeySet;
	/** the key that files are sealed to now */
	readonly sealing: PublicKey;
	/** a private key that files may have been sealed to, as a JWK */
	opening(keyId: string): JsonWebKey | undefined;
}

/** The operator gave keys that cannot be used. */
export class WrongKeys extends Error {}

/**
 * Reads the server's keys; makes them where there are none.
 * @param given the value of `MOTCUA_KEYS`, if set
 * @throws WrongKeys; what the file system says
 */
export async function openKeys(dataDir: string, given: string | undefined): Promise<ServerKeys> {
	if (given) return useKeys(given, 'MOTCUA_KEYS');
	const path = join(dataDir, 'keys.json');
	const text = readIfThere(path) ?? (await makeKeys(dataDir, path));
	return useKeys(text, path);
}

async function makeKeys(dataDir: string, path: string): Promise<string> {
	makeDirectory(dataDir);
	const jwk = ({ privateKey }: { privateKey: KeyObject }) => privateKey.export({ format: 'jwk' });
	const fresh: StoredKeys = {
		receipt: [jwk(generateKeyPairSync('ed25519'))],
		sealing: [jwk(generateKeyPairSync('ec', { namedCurve: 'P-256' }))],
	};
	const temporary = `${path}.${randomUUID()}.partial`;
	try {
		writeFileSync(temporary, `${JSON.stringify(fresh, null, '\t')}\n`, {
			mode: 0o600,
			flush: true,
		});
		// Never over a file that is there: another process may have been quicker, and its key is in use already.
		linkSync(temporary, path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	} finally {
		rmSync(temporary, { force: true });
	}
	await syncDirectory(dataDir);
	return readFileSync(path, 'utf8');
}

function readIfThere(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
}

function useKeys(text: string, where: string): ServerKeys {
	const { receipt, sealing } = parse(text, where);
	const signing = receipt.map((jwk) => read(jwk, 'Ed25519', `${where}: receipt`));
	const opening = sealing.map((jwk) => read(jwk, 'P-256', `${where}: sealing`));
	const [current] = signing;
	const [sealed] = opening;
	if (!current || !sealed) throw new WrongKeys(`${where}: a receipt and a sealing key are needed`);
	return {
		sign: (fields) => {
			const keyId = current.published.kid;
			const bytes = Buffer.from(signedText({ ...fields, keyId }));
			return { keyId, signature: sign(null, bytes, current.key).toString('base64url') };
		},
		signers: signing.toReversed().map(({ key, published }) => ({
			key: published.x,
			sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
		})),
		published: { keys: [...signing, ...opening].map(({ published }) => published) },
		sealing: sealed.published,
		opening: (keyId) => opening.find(({ published }) => published.kid === keyId)?.jwk,
	};
}

function parse(text: string, where: string): StoredKeys {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		throw new WrongKeys(`${where}: not valid JSON`);
	}
	const { receipt, sealing } = (json ?? {}) as Partial<Record<keyof StoredKeys, unknown>>;
	if (!Array.isArray(receipt) || !Array.isArray(sealing))
		throw new WrongKeys(`${where}: expected {"receipt": [JWK], "sealing": [JWK]}`);
	return { receipt, sealing } as StoredKeys;
}

function read(jwk: JsonWebKey, curve: 'Ed25519' | 'P-256', where: string) {
	let key: KeyObject;
	try {
		if (jwk.crv !== curve) throw new Error();
		key = createPrivateKey({ key: jwk, format: 'jwk' });
	} catch {
		throw new WrongKeys(`${where}: expected private JWKs of the curve ${curve}`);
	}
	const { kty, crv, x, y } = createPublicKey(key).export({
		format: 'jwk',
	}) as unknown as PublicKey;
	const bare = { kty, crv, x, ...(y === undefined ? {} : { y }) };
	// RFC 7638: whoever has the key finds the same name for it.
	const kid = createHash('sha256')
		.update(canonicalize(bare) as string)
		.digest('base64url');
	const published: PublicKey = { kid, use: curve === 'Ed25519' ? 'sig' : 'enc', ...bare };
	return { key, jwk, published };
}

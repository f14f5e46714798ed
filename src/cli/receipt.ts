import { readFile } from 'node:fs/promises';
import { verifyReceipt, type KeySet, type Receipt } from '#lib/dossiers/index.ts';
import { publicKeys } from '#lib/server/index.ts';
import { CommandFailure, Finding, printJson } from './output.ts';

export interface VerifyOptions {
	/** a file or address with a JWK set; absent: this server's own keys */
	readonly keys?: string;
}

/** `motcua receipt verify <file>`: prints what the receipt says, ends with 1 and one line where it is not genuine. */
export async function runVerify(file: string, options: VerifyOptions): Promise<void> {
	const receipt = readReceipt(await readJson(file), file);
	const verdict = await verifyReceipt(receipt, await keySet(options.keys));
	if (verdict !== 'valid') throw new Finding(`${file}: ${lines[verdict]}`);
	const { code, receivedAt, sha256, keyId } = receipt;
	await printJson({ valid: true, code, receivedAt, sha256, keyId });
}

const lines = {
	unsigned: 'the receipt carries no signature',
	'unknown-key': 'the receipt is signed by a key that is not among the known ones',
	forged: 'the signature does not fit the receipt: it was changed, or never given',
};

async function keySet(where: string | undefined): Promise<KeySet> {
	if (where === undefined) return publicKeys();
	const json = /^https?:/.test(where) ? await fetchJson(where) : await readJson(where);
	const { keys } = (json ?? {}) as Partial<KeySet>;
	if (!Array.isArray(keys)) throw fileFailure(where, 'expected a JWK set: {"keys": [JWK]}');
	return { keys };
}

async function fetchJson(url: string): Promise<unknown> {
	try {
		const answer = await fetch(url);
		if (!answer.ok) throw new Error(`status ${answer.status}`);
		return await answer.json();
	} catch (error) {
		throw fileFailure(url, `cannot be read: ${(error as Error).message}`);
	}
}

async function readJson(file: string): Promise<unknown> {
	const text = await readFile(file, 'utf8');
	try {
		return JSON.parse(text);
	} catch {
		throw fileFailure(file, 'not valid JSON');
	}
}

function readReceipt(json: unknown, file: string): Omit<Receipt, 'secret'> {
	const fields = (json ?? {}) as Record<string, unknown>;
	const text = (name: string) => {
		const value = fields[name];
		if (typeof value === 'string') return value;
		throw fileFailure(file, `${name}: expected the text of a receipt`);
	};
	const optional = (name: 'keyId' | 'signature') =>
		fields[name] === undefined ? {} : { [name]: text(name) };
	return {
		code: text('code'),
		receivedAt: text('receivedAt'),
		sha256: text('sha256'),
		...optional('keyId'),
		...optional('signature'),
	};
}

const fileFailure = (file: string, reason: string) =>
	new CommandFailure(`${file}: ${reason}`, { cause: 'file' });

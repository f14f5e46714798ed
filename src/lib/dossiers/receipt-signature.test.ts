import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import { signedText, verifyReceipt, type PublicKey } from './index.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig' } as PublicKey];
const bare = {
	code: 'H01-261123-0127',
	receivedAt: '2026-11-23T01:00:00.000Z',
	sha256: 'ab'.repeat(32),
};
const signed = (fields = { ...bare, keyId: 'k1' }) => ({
	...fields,
	signature: sign(null, Buffer.from(signedText(fields)), privateKey).toString('base64url'),
});

it('signs code, key, time and hash in the order of their names, and nothing else', () => {
	expect(signedText({ ...bare, keyId: 'k1', ...{ secret: 'x' } })).toBe(
		`{"code":"H01-261123-0127","keyId":"k1","receivedAt":"2026-11-23T01:00:00.000Z","sha256":"${'ab'.repeat(32)}"}`,
	);
});

it('finds a receipt valid that the key signed, whatever else it carries', async () => {
	expect(await verifyReceipt(signed(), { keys })).toBe('valid');
	expect(await verifyReceipt({ ...signed(), ...{ secret: 'x' } }, { keys })).toBe('valid');
});

it.each([
	['code', 'H01-261123-0128'],
	['receivedAt', '2026-11-22T01:00:00.000Z'],
	['sha256', 'cd'.repeat(32)],
	['signature', 'A'.repeat(86)],
	['signature', 'short'],
	['signature', `${signed().signature} `],
])('finds a receipt forged when its %s is changed', async (field, value) => {
	expect(await verifyReceipt({ ...signed(), [field]: value }, { keys })).toBe('forged');
});

it('says so when the key is not known or nothing is signed', async () => {
	expect(await verifyReceipt(signed({ ...bare, keyId: 'k2' }), { keys })).toBe('unknown-key');
	expect(await verifyReceipt(bare, { keys })).toBe('unsigned');
});

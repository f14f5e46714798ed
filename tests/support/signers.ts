import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { Signer, VerifySignature } from '#lib/catalogue/index.ts';

/** A fresh key that signs releases, as a server has it. */
export function newSigner(): Signer {
	const { privateKey, publicKey } = generateKeyPairSync('ed25519');
	return {
		key: publicKey.export({ format: 'jwk' }).x!,
		sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
	};
}

export const verifySigned: VerifySignature = async (x, text, signature) => {
	const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
	return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
};

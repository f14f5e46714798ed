import { expect, test, vi } from 'vitest';
import { issueSpeechToken, speechAccount } from './azure-token.ts';

const account = { key: 'secret', region: 'southeastasia' };

test('there is no account unless both the key and the region are set', () => {
	expect(speechAccount({})).toBeUndefined();
	expect(speechAccount({ AZURE_SPEECH_KEY: 'k' })).toBeUndefined();
	const evil = { AZURE_SPEECH_KEY: 'k', VITE_AZURE_SPEECH_REGION: 'x.evil.example/' };
	expect(speechAccount(evil)).toBeUndefined();
	const env = { AZURE_SPEECH_KEY: 'secret', VITE_AZURE_SPEECH_REGION: 'southeastasia' };
	expect(speechAccount(env)).toEqual(account);
});

test('the key goes to the region’s own host and only the token comes back', async () => {
	const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(new Response('token')));
	expect(await issueSpeechToken(account, fetch)).toEqual({
		ok: true,
		value: { authorizationToken: 'token', region: 'southeastasia' },
	});
	expect(fetch.mock.calls[0]?.[0]).toBe(
		'https://southeastasia.api.cognitive.microsoft.com/sts/v1.0/issueToken',
	);
});

test('a refusal and a dead line are two reasons, neither throws', async () => {
	const refusing = () => Promise.resolve(new Response('no', { status: 401 }));
	expect(await issueSpeechToken(account, refusing)).toMatchObject({ reason: 'refused' });
	const dead = () => Promise.reject(new TypeError('fetch failed'));
	expect(await issueSpeechToken(account, dead)).toMatchObject({ reason: 'unreachable' });
});

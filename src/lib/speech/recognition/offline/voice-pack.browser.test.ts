import { sha256 } from '#lib/base/index.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
	eraseVoicePack,
	fetchVoicePack,
	keptVoiceFile,
	keptVoicePack,
	offeredVoicePack,
} from './voice-pack.browser.ts';

/** A server with a pack of two files, and what it was asked for. */
async function server(changed: Readonly<Record<string, () => Response>> = {}) {
	const contents: Record<string, string> = { mdef: 'model', 'dict.txt': 'một m o o j t' };
	const files = await Promise.all(
		Object.entries(contents).map(async ([name, content]) => ({
			name,
			bytes: new TextEncoder().encode(content).length,
			sha256: await sha256(content),
		})),
	);
	const asked: string[] = [];
	vi.stubGlobal('fetch', (input: string) => {
		const name = input.replace('/voice-pack/', '');
		asked.push(name);
		if (changed[name]) return Promise.resolve(changed[name]());
		if (name === 'manifest.json') return Promise.resolve(Response.json({ version: '1', files }));
		return Promise.resolve(new Response(contents[name]));
	});
	return asked;
}

const never = new AbortController().signal;
const get = () => fetchVoicePack(() => undefined, never);

beforeEach(() => eraseVoicePack());
afterEach(async () => {
	vi.unstubAllGlobals();
	await eraseVoicePack();
});

it('is fetched once, with its progress, and kept', async () => {
	await server();
	const shares: number[] = [];
	expect(await fetchVoicePack((share) => shares.push(share), never)).toMatchObject({ ok: true });
	expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
	expect(shares.at(-1)).toBe(1);
	expect(await keptVoicePack()).toMatchObject({ version: '1' });
	expect(await (await keptVoiceFile('mdef'))?.text()).toBe('model');
	const asked = await server();
	await get();
	expect(asked).toEqual(['manifest.json']);
});

it('is not used when a file is not what the manifest says; the good ones are not fetched again', async () => {
	await server({ 'dict.txt': () => new Response('một m o o j x') });
	expect(await get()).toMatchObject({ ok: false, reason: 'bad-file' });
	expect(await keptVoicePack()).toBeUndefined();
	const asked = await server();
	expect(await get()).toMatchObject({ ok: true });
	expect(asked).toEqual(['manifest.json', 'dict.txt']);
});

it('is not there while a newer one is half fetched', async () => {
	await server();
	await get();
	await server({ mdef: () => Response.error() });
	await (await caches.open('mot-cua-noi-voice-pack')).delete('/voice-pack/mdef');
	expect(await get()).toMatchObject({ ok: false });
	expect(await keptVoicePack()).toBeUndefined();
});

it('can be erased', async () => {
	await server();
	await get();
	await eraseVoicePack();
	expect(await keptVoicePack()).toBeUndefined();
});

it.each([
	['not-offered', () => new Response('', { status: 404 })],
	['offline', () => new Response('', { status: 503 })],
	['bad-file', () => new Response('<html>Đăng nhập Wi-Fi</html>')],
] as const)('is %s by what the server answers', async (reason, answer) => {
	await server({ 'manifest.json': answer });
	expect(await offeredVoicePack()).toMatchObject({ ok: false, reason });
});

it('is offline without a line, and stopped when it is no longer wanted', async () => {
	vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
	expect(await get()).toMatchObject({ reason: 'offline' });
	expect(await fetchVoicePack(() => undefined, AbortSignal.abort())).toMatchObject({
		reason: 'aborted',
	});
});

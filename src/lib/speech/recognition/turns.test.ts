import { describe, expect, it } from 'vitest';
import { fail, ok } from '#lib/base/index.ts';
import type { ListenFailure, ListenResult } from './engine.ts';
import { beforeListening, takeTurns } from './turns.ts';

const heard = (text: string): ListenResult =>
	ok({ text, confidence: 1, alternatives: [{ text, confidence: 1 }], engine: 'device' });

/** Hears this in turn; hands-free unless told otherwise. */
async function turns(script: readonly string[], mayGoOn: () => boolean = () => true) {
	const log: string[] = [];
	const left = [...script];
	const result = await takeTurns({
		listen: () => {
			const said = left.shift() ?? 'aborted';
			log.push('listens');
			return Promise.resolve(said.includes(' ') ? heard(said) : fail(said as ListenFailure));
		},
		answer: async ({ text }) => {
			await Promise.resolve();
			log.push(`answers ${text}`);
		},
		mayGoOn,
	});
	return { log, result };
}

describe('hands-free', () => {
	it('listens again when the answer is over, until it is stopped', async () => {
		const { log, result } = await turns(['mở số một', 'đọc thêm', 'aborted', 'quay lại']);
		expect(log).toEqual(['listens', 'answers mở số một', 'listens', 'answers đọc thêm', 'listens']);
		expect(result).toEqual({ ok: false, reason: 'aborted' });
	});

	it('tries once more after silence, and ends when it is silent again', async () => {
		const { log, result } = await turns(['no-speech', 'mở số một', 'no-match', 'no-speech', 'x y']);
		expect(log.filter((line) => line === 'listens')).toHaveLength(4);
		expect(result).toEqual({ ok: false, reason: 'no-speech' });
	});

	it.each(['not-allowed', 'unavailable', 'network', 'needs-consent'])(
		'ends on %s',
		async (reason) => {
			expect((await turns([reason, 'x y'])).log).toEqual(['listens']);
		},
	);
});

describe('push to talk', () => {
	it('is one turn, heard or not', async () => {
		const once = () => false;
		expect((await turns(['mở số một', 'x y'], once)).log).toEqual(['listens', 'answers mở số một']);
		expect((await turns(['no-speech', 'x y'], once)).log).toEqual(['listens']);
	});
});

describe('before the microphone opens', () => {
	const opening = async (spoke: boolean) => {
		const log: string[] = [];
		await beforeListening({
			hush: () => {
				log.push('hush');
				return spoke;
			},
			sleep: (ms) => Promise.resolve(log.push(`${ms} ms`)),
			signal: () => Promise.resolve(log.push('signal')),
		});
		return log;
	};

	it('the app falls silent, waits 300 ms and sounds its signal', async () => {
		expect(await opening(true)).toEqual(['hush', '300 ms', 'signal']);
	});

	it('nothing is waited for when the app was silent', async () => {
		expect(await opening(false)).toEqual(['hush', 'signal']);
	});
});

import { expect, test } from 'vitest';
import { fail, ok } from '#lib/base/index.ts';
import { order, script } from '../../../../tests/support/player.ts';
import { recordScript, type Encoder, type RecordingPorts, type Sound } from './record-script.ts';

const sound = (seconds: number): Sound => ({
	samples: new Float32Array(1000 * seconds).fill(0.5),
	sampleRate: 1000,
});

function ports(change: Partial<RecordingPorts> = {}) {
	const said: string[] = [];
	const encoded: number[] = [];
	const shares: number[] = [];
	const encoder: Encoder = {
		add: ({ samples }) => (encoded.push(samples.length), Promise.resolve(ok(undefined))),
		finish: () => Promise.resolve(ok([Uint8Array.of(1, 2)])),
		close: () => undefined,
	};
	const all: RecordingPorts = {
		toWords: (text) => text,
		synthesise: (words) => (said.push(words), Promise.resolve(ok(sound(1)))),
		encoder,
		onProgress: (share) => shares.push(share),
		signal: new AbortController().signal,
		...change,
	};
	return { all, said, encoded, shares };
}

test('says everything in the order of reading, with a pause before each, longer before a heading', async () => {
	const { all, said, encoded, shares } = ports();
	const recorded = await recordScript(script, all);
	expect(said).toHaveLength(order.length);
	expect(encoded.filter((_, at) => at % 2 === 0)).toEqual([250, 700, 250, 250, 250, 700, 250]);
	expect(recorded).toMatchObject({ ok: true, value: { seconds: 7 + 2.65 } });
	expect(shares).toEqual([...shares].sort((a, b) => a - b));
	expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
});

test('passes over a sentence without a letter and one that the voice cannot say', async () => {
	const { all, encoded } = ports({
		toWords: (text) => (text === 'câu p1' ? '' : text),
		synthesise: (words) => Promise.resolve(words === 'câu p2' ? fail('error') : ok(sound(1))),
	});
	expect(await recordScript(script, all)).toMatchObject({ ok: true });
	expect(encoded).toHaveLength(2 * (order.length - 2));
});

test('ends at once when it is called off, or when the voice is not there', async () => {
	const called = new AbortController();
	const { all, encoded } = ports({
		signal: called.signal,
		synthesise: () => (called.abort(), Promise.resolve(ok(sound(1)))),
	});
	expect(await recordScript(script, all)).toMatchObject({ ok: false, reason: 'aborted' });
	expect(encoded).toEqual([]);
	const absent = ports({ synthesise: () => Promise.resolve(fail('unavailable')) });
	expect(await recordScript(script, absent.all)).toMatchObject({
		ok: false,
		reason: 'unavailable',
	});
});

test('a script that says nothing is no recording', async () => {
	const { all } = ports({ toWords: () => '' });
	expect(await recordScript(script, all)).toMatchObject({ ok: false, reason: 'nothing-to-say' });
});

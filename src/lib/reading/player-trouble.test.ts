import { expect, it } from 'vitest';
import { failure, playerWithVoice, script, settled } from '../../../tests/support/player.ts';
import { createPlayer } from './player.ts';

it('passes over a sentence that cannot be said', async () => {
	const { player, last } = playerWithVoice();
	player.load(script);
	player.play('p1');
	await last().finish(failure('error'));
	expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'p2' });
	await last().finish();
	expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'p3' });
});

it('fails after three in a row, with the reason, at the first that was not heard', async () => {
	const { player, last, calls } = playerWithVoice();
	player.load(script);
	player.play('papers.heading');
	await last().finish();
	for (const reason of ['error', 'stalled', 'ended-early'] as const) {
		await last().finish(failure(reason));
	}
	expect(player.state).toEqual({
		status: 'failed',
		reason: 'ended-early',
		sentenceId: 'p1',
		sectionId: 'papers',
		rate: 1,
		pace: 'full',
	});
	await settled();
	expect(calls).toHaveLength(4);
	player.resume();
	expect(player.state).toEqual({
		status: 'playing',
		sentenceId: 'p1',
		sectionId: 'papers',
		rate: 1,
		pace: 'full',
	});
});

it('counts again after a sentence that was heard', async () => {
	const { player, last } = playerWithVoice();
	player.load(script);
	player.play();
	for (const reason of ['error', 'error', undefined, 'error', 'error'] as const) {
		await last().finish(reason ? failure(reason) : { ok: true });
	}
	expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'fee.heading' });
});

it('does not blame the voice for sentences without a letter', async () => {
	const { player, last } = playerWithVoice();
	player.load(script);
	player.play();
	for (let i = 0; i < 5; i++) await last().finish(failure('nothing-to-say'));
	expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'fee.heading' });
});

it.each(['no-voice', 'unavailable'] as const)(
	'does not try another sentence on %s',
	async (reason) => {
		const { player, last, calls } = playerWithVoice();
		player.load(script);
		player.play();
		await last().finish(failure(reason));
		expect(player.state).toMatchObject({ status: 'failed', reason, sentenceId: 'title' });
		expect(calls).toHaveLength(1);
	},
);

it('is not silent about a last sentence that failed', async () => {
	const { player, last } = playerWithVoice();
	player.load(script);
	player.play('f1');
	await last().finish(failure('error'));
	expect(player.state).toMatchObject({ status: 'failed', reason: 'error', sentenceId: 'f1' });
});

it.each(['needs-gesture', 'interrupted', 'aborted'] as const)(
	'waits at the sentence on %s',
	async (reason) => {
		const { player, last } = playerWithVoice();
		player.load(script);
		player.play('p2');
		await last().finish(failure(reason));
		expect(player.state).toMatchObject({ status: 'paused', reason, sentenceId: 'p2' });
		player.resume();
		expect(player.state).not.toHaveProperty('reason');
	},
);

it('treats a voice that throws as one that failed', async () => {
	const player = createPlayer({
		speak: () => {
			throw new Error('a bug');
		},
		toWords: (text) => text,
		onChange: () => undefined,
	});
	player.load(script);
	player.play();
	await settled();
	expect(player.state).toMatchObject({ status: 'failed', reason: 'error', sentenceId: 'title' });
});

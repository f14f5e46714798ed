import { describe, expect, it } from 'vitest';
import { order, playerWithVoice, script, settled } from '../../../tests/support/player.ts';
import { createPlayer } from './player.ts';
import { playerItems } from './player-items.ts';

describe('the order of reading', () => {
	it('is title, headings and sentences; what is said may differ from what is shown', () => {
		const items = playerItems(script);
		expect(items.map(({ sentenceId }) => sentenceId)).toEqual(order);
		expect(items[0]).toEqual({
			sentenceId: 'title',
			text: 'thủ tục đăng ký khai sinh',
			leads: true,
		});
		expect(items[4]).toMatchObject({ sentenceId: 'p3', sectionId: 'papers', text: 'câu p3' });
	});

	it('leaves out what is blank', () => {
		const blank = {
			title: { id: 't', text: ' ' },
			sections: [{ id: 's', heading: '', blocks: [] }],
		};
		expect(playerItems(blank)).toEqual([]);
	});
});

describe('reading', () => {
	it('says every sentence in order and ends idle at the beginning', async () => {
		const { player, calls, last } = playerWithVoice();
		player.load(script);
		expect(player.state).toEqual({
			status: 'idle',
			sentenceId: 'title',
			sectionId: null,
			rate: 1,
			pace: 'full',
		});
		player.play();
		const ids: (string | null)[] = [];
		while (player.state.status === 'playing') {
			ids.push(player.state.sentenceId);
			await last().finish();
		}
		expect(ids).toEqual(order);
		expect(calls.map(({ words }) => words)).toEqual(
			playerItems(script).map(({ text }) => text.toLowerCase()),
		);
		expect(player.state).toEqual({
			status: 'idle',
			sentenceId: 'title',
			sectionId: null,
			rate: 1,
			pace: 'full',
		});
	});

	it('asks for the first sentence at once, inside the tap', () => {
		const { player, calls } = playerWithVoice();
		player.load(script);
		player.play();
		expect(calls).toHaveLength(1);
	});

	it('tells the voice what comes next, so that there is no gap', async () => {
		const { player, calls, last } = playerWithVoice();
		player.load(script);
		player.play('fee.heading');
		expect(calls[0]!.next).toBe('câu f1');
		await last().finish();
		expect(calls[1]!.next).toBeUndefined();
	});

	it('starts at a sentence, and at the beginning when the script no longer has it', () => {
		const { player } = playerWithVoice();
		player.load(script);
		player.play('p3');
		expect(player.state).toMatchObject({ sentenceId: 'p3', sectionId: 'papers' });
		player.play('gone');
		expect(player.state).toMatchObject({ sentenceId: 'title', sectionId: null });
	});

	it('has nothing to do with an empty script', () => {
		const { player, calls } = playerWithVoice();
		const empty = { title: { id: 't', text: '' }, sections: [] };
		for (const act of [
			'play',
			'next',
			'previous',
			'nextSection',
			'resume',
			'pause',
			'stop',
		] as const) {
			player.load(empty);
			player[act]();
			expect(player.state).toMatchObject({ status: 'idle', sentenceId: null, sectionId: null });
		}
		expect(calls).toEqual([]);
	});

	it('pauses by silence and resumes the same sentence from its beginning', async () => {
		const { player, calls, last } = playerWithVoice();
		player.load(script);
		player.play('p2');
		player.pause();
		expect(last().aborted).toBe(true);
		expect(player.state).toMatchObject({ status: 'paused', sentenceId: 'p2' });
		await settled();
		player.resume();
		expect(calls.map(({ words }) => words)).toEqual(['câu p2', 'câu p2']);
		expect(player.state.status).toBe('playing');
	});

	it('resumes only what was paused or failed', () => {
		const { player, calls } = playerWithVoice();
		player.load(script);
		player.resume();
		expect(calls).toEqual([]);
		player.pause();
		expect(player.state.status).toBe('idle');
	});

	it('goes to the next and the previous sentence, and over the end to idle', async () => {
		const { player } = playerWithVoice();
		player.load(script);
		player.play('p3');
		player.next();
		expect(player.state.sentenceId).toBe('fee.heading');
		player.previous();
		player.previous();
		expect(player.state.sentenceId).toBe('p2');
		player.play('f1');
		player.next();
		expect(player.state).toMatchObject({ status: 'idle', sentenceId: 'title' });
	});

	it('previous at the first sentence says it again', async () => {
		const { player, calls } = playerWithVoice();
		player.load(script);
		player.play();
		player.previous();
		await settled();
		expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'title' });
		expect(calls).toHaveLength(2);
	});

	it('skips to the next section from the title, from inside a section, and from the last to the end', () => {
		const { player } = playerWithVoice();
		player.load(script);
		player.play();
		player.nextSection();
		expect(player.state.sentenceId).toBe('papers.heading');
		player.next();
		player.nextSection();
		expect(player.state.sentenceId).toBe('fee.heading');
		player.nextSection();
		expect(player.state).toMatchObject({ status: 'idle', sentenceId: 'title' });
	});

	it('applies a new rate to the sentence that sounds', async () => {
		const { player, calls } = playerWithVoice(1.25);
		player.load(script);
		player.setRate(0.1);
		expect([player.state.rate, calls.length]).toEqual([0.5, 0]);
		player.play('p1');
		player.setRate(9);
		await settled();
		expect(player.state).toMatchObject({ rate: 4, sentenceId: 'p1', status: 'playing' });
		expect(calls.map(({ words, rate }) => [words, rate])).toEqual([
			['câu p1', 0.5],
			['câu p1', 4],
		]);
		player.setRate(4);
		await settled();
		expect(calls).toHaveLength(2);
	});

	it('never moves on what an earlier utterance still reports', async () => {
		const { player, calls, heard } = playerWithVoice();
		player.load(script);
		player.play('p1');
		player.next();
		await settled();
		calls[0]!.word(0, 3);
		await calls[0]!.finish();
		expect(heard).toEqual([]);
		expect(player.state.sentenceId).toBe('p2');
		calls[1]!.word(4, 2);
		expect(heard).toEqual([['p2', 4, 2]]);
	});

	it('stops at another script', async () => {
		const { player, calls } = playerWithVoice();
		player.load(script);
		player.play('p1');
		player.load({ title: { id: 'other', text: 'Khai tử' }, sections: [] });
		expect(calls[0]!.aborted).toBe(true);
		await settled();
		expect(calls).toHaveLength(1);
		expect(player.state).toMatchObject({ status: 'idle', sentenceId: 'other' });
	});

	it('obeys a listener that pauses it as it begins', async () => {
		const calls: string[] = [];
		const player = createPlayer({
			speak: (words) => {
				calls.push(words);
				return Promise.resolve({ ok: true });
			},
			toWords: (text) => text,
			onChange: ({ sentenceId, status }) => {
				if (sentenceId === 'p1' && status === 'playing') player.pause();
			},
		});
		player.load(script);
		player.play();
		await settled();
		expect(player.state).toMatchObject({ status: 'paused', sentenceId: 'p1' });
		expect(calls).toHaveLength(2);
	});
});

import type { SpeakResult } from '#lib/speech/index.ts';
import { describe, expect, it } from 'vitest';
import { createPlayer, type PlayerState } from './player.ts';
import { playerItems, type PlayableScript } from './player-items.ts';

const sentence = (id: string) => ({ id, text: `câu ${id}` });
const script: PlayableScript = {
	title: { id: 'title', text: 'Đăng ký khai sinh', spoken: 'thủ tục đăng ký khai sinh' },
	sections: [
		{
			id: 'papers',
			heading: 'Giấy tờ',
			blocks: [{ sentences: [sentence('p1'), sentence('p2')] }, { sentences: [sentence('p3')] }],
		},
		{ id: 'fee', heading: 'Lệ phí', blocks: [{ sentences: [sentence('f1')] }] },
	],
};
const order = ['title', 'papers.heading', 'p1', 'p2', 'p3', 'fee.heading', 'f1'];

interface Call {
	readonly words: string;
	readonly rate: number;
	readonly next: string | undefined;
	readonly aborted: boolean;
	word(charIndex: number, length: number): void;
	/** settles the utterance; an aborted one says so by itself, as engines do */
	finish(result?: SpeakResult): Promise<void>;
}

/** The voice is played by the test; what it is asked for is in `calls`. */
function setUp(rate?: number) {
	const calls: Call[] = [];
	const states: PlayerState[] = [];
	const heard: unknown[] = [];
	const player = createPlayer({
		speak: (words, { rate: at, signal, onWord, next }) =>
			new Promise((resolve) => {
				signal.addEventListener('abort', () => resolve({ ok: false, reason: 'aborted' }));
				calls.push({
					words,
					rate: at,
					next,
					get aborted() {
						return signal.aborted;
					},
					word: onWord,
					async finish(result = { ok: true }) {
						resolve(result);
						await settled();
					},
				});
			}),
		toWords: (text) => text.toLowerCase(),
		onChange: (state) => states.push(state),
		onWord: (...word) => heard.push(word),
		...(rate !== undefined && { rate }),
	});
	return { player, calls, states, heard, last: () => calls.at(-1)! };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));
const failure = (reason: Exclude<SpeakResult, { ok: true }>['reason']): SpeakResult => ({
	ok: false,
	reason,
});

describe('the order of reading', () => {
	it('is title, headings and sentences; what is said may differ from what is shown', () => {
		const items = playerItems(script);
		expect(items.map(({ sentenceId }) => sentenceId)).toEqual(order);
		expect(items[0]).toEqual({ sentenceId: 'title', text: 'thủ tục đăng ký khai sinh' });
		expect(items[4]).toEqual({ sentenceId: 'p3', sectionId: 'papers', text: 'câu p3' });
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
		const { player, calls, last } = setUp();
		player.load(script);
		expect(player.state).toEqual({ status: 'idle', sentenceId: 'title', sectionId: null, rate: 1 });
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
		expect(player.state).toEqual({ status: 'idle', sentenceId: 'title', sectionId: null, rate: 1 });
	});

	it('asks for the first sentence at once, inside the tap', () => {
		const { player, calls } = setUp();
		player.load(script);
		player.play();
		expect(calls).toHaveLength(1);
	});

	it('tells the voice what comes next, so that there is no gap', async () => {
		const { player, calls, last } = setUp();
		player.load(script);
		player.play('fee.heading');
		expect(calls[0]!.next).toBe('câu f1');
		await last().finish();
		expect(calls[1]!.next).toBeUndefined();
	});

	it('starts at a sentence, and at the beginning when the script no longer has it', () => {
		const { player } = setUp();
		player.load(script);
		player.play('p3');
		expect(player.state).toMatchObject({ sentenceId: 'p3', sectionId: 'papers' });
		player.play('gone');
		expect(player.state).toMatchObject({ sentenceId: 'title', sectionId: null });
	});

	it('has nothing to do with an empty script', () => {
		const { player, calls } = setUp();
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
		const { player, calls, last } = setUp();
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
		const { player, calls } = setUp();
		player.load(script);
		player.resume();
		expect(calls).toEqual([]);
		player.pause();
		expect(player.state.status).toBe('idle');
	});

	it('goes to the next and the previous sentence, and over the end to idle', async () => {
		const { player } = setUp();
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
		const { player, calls } = setUp();
		player.load(script);
		player.play();
		player.previous();
		await settled();
		expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'title' });
		expect(calls).toHaveLength(2);
	});

	it('skips to the next section from the title, from inside a section, and from the last to the end', () => {
		const { player } = setUp();
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
		const { player, calls } = setUp(1.25);
		player.load(script);
		player.setRate(0.1);
		expect([player.state.rate, calls.length]).toEqual([0.5, 0]);
		player.play('p1');
		player.setRate(9);
		await settled();
		expect(player.state).toMatchObject({ rate: 2.5, sentenceId: 'p1', status: 'playing' });
		expect(calls.map(({ words, rate }) => [words, rate])).toEqual([
			['câu p1', 0.5],
			['câu p1', 2.5],
		]);
		player.setRate(2.5);
		await settled();
		expect(calls).toHaveLength(2);
	});

	it('never moves on what an earlier utterance still reports', async () => {
		const { player, calls, heard } = setUp();
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
		const { player, calls } = setUp();
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

describe('trouble', () => {
	it('passes over a sentence that cannot be said', async () => {
		const { player, last } = setUp();
		player.load(script);
		player.play('p1');
		await last().finish(failure('error'));
		expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'p2' });
		await last().finish();
		expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'p3' });
	});

	it('fails after three in a row, with the reason, at the first that was not heard', async () => {
		const { player, last, calls } = setUp();
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
		});
		await settled();
		expect(calls).toHaveLength(4);
		player.resume();
		expect(player.state).toEqual({
			status: 'playing',
			sentenceId: 'p1',
			sectionId: 'papers',
			rate: 1,
		});
	});

	it('counts again after a sentence that was heard', async () => {
		const { player, last } = setUp();
		player.load(script);
		player.play();
		for (const reason of ['error', 'error', undefined, 'error', 'error'] as const) {
			await last().finish(reason ? failure(reason) : { ok: true });
		}
		expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'fee.heading' });
	});

	it('does not blame the voice for sentences without a letter', async () => {
		const { player, last } = setUp();
		player.load(script);
		player.play();
		for (let i = 0; i < 5; i++) await last().finish(failure('nothing-to-say'));
		expect(player.state).toMatchObject({ status: 'playing', sentenceId: 'fee.heading' });
	});

	it.each(['no-voice', 'unavailable'] as const)(
		'does not try another sentence on %s',
		async (reason) => {
			const { player, last, calls } = setUp();
			player.load(script);
			player.play();
			await last().finish(failure(reason));
			expect(player.state).toMatchObject({ status: 'failed', reason, sentenceId: 'title' });
			expect(calls).toHaveLength(1);
		},
	);

	it('is not silent about a last sentence that failed', async () => {
		const { player, last } = setUp();
		player.load(script);
		player.play('f1');
		await last().finish(failure('error'));
		expect(player.state).toMatchObject({ status: 'failed', reason: 'error', sentenceId: 'f1' });
	});

	it.each(['needs-gesture', 'interrupted', 'aborted'] as const)(
		'waits at the sentence on %s',
		async (reason) => {
			const { player, last } = setUp();
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
});

import type { SpeakResult } from '../../src/lib/speech/index.ts';
import { createPlayer } from '../../src/lib/reading/player.ts';
import type { PlayerState, ReadingPace } from '../../src/lib/reading/player-types.ts';
import type { PlayableScript } from '../../src/lib/reading/player-items.ts';

const sentence = (id: string) => ({ id, text: `câu ${id}` });
export const script: PlayableScript = {
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
/** the ids of `script` in the order of reading */
export const order = ['title', 'papers.heading', 'p1', 'p2', 'p3', 'fee.heading', 'f1'];

export interface Call {
	readonly words: string;
	readonly rate: number;
	readonly next: string | undefined;
	readonly from: number | undefined;
	readonly aborted: boolean;
	word(charIndex: number, length: number): void;
	/** settles the utterance; an aborted one says so by itself, as engines do */
	finish(result?: SpeakResult): Promise<void>;
}

/** The voice is played by the test; what it is asked for is in `calls`. */
export function playerWithVoice(rate?: number, pace?: ReadingPace) {
	const calls: Call[] = [];
	const states: PlayerState[] = [];
	const heard: unknown[] = [];
	const player = createPlayer({
		speak: (words, { rate: at, signal, onWord, next, from }) =>
			new Promise((resolve) => {
				signal.addEventListener('abort', () => resolve({ ok: false, reason: 'aborted' }));
				calls.push({
					words,
					rate: at,
					next,
					from,
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
		toWords: (text, at) => (at === 'skim' ? text.replace(/ ?\([^)]*\)/g, '') : text).toLowerCase(),
		onChange: (state) => states.push(state),
		onWord: (...word) => heard.push(word),
		...(rate !== undefined && { rate }),
		...(pace && { pace }),
	});
	return { player, calls, states, heard, last: () => calls.at(-1)! };
}
export const settled = () => new Promise((resolve) => setTimeout(resolve));
export const failure = (reason: Exclude<SpeakResult, { ok: true }>['reason']): SpeakResult => ({
	ok: false,
	reason,
});

/** Who has the word: what was said by whom, what was asked, and the one voice that answers. */
import { hearYesNo } from '#lib/vietnamese/index.ts';
import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import { announcer } from '../announcer.svelte.ts';
import { reader } from '../reader.svelte.ts';
import { settings } from '../settings.svelte.ts';

export interface Line {
	readonly by: 'app' | 'person';
	readonly text: string;
	/** counts from the first line of this visit */
	readonly number: number;
}

/** Somebody to call. */
export interface Call {
	readonly label: string;
	readonly href: string;
}

/** Something was asked. */
export interface Question {
	/** what may be said to it, besides what can always be said */
	readonly phrases: readonly string[];
	/** it can be answered by a touch on yes or no */
	readonly yesNo?: true;
	/** @returns false: this was no answer, take it as if nothing had been asked */
	answer(text: string): Promise<boolean>;
}

/** So much of a talk is kept on the screen. */
const mostLines = 8;

export class Floor {
	lines = $state.raw<readonly Line[]>([]);
	call = $state.raw<Call>();
	/** the app's last words, for "nhắc lại" */
	said: readonly string[] = [];
	asked = $state.raw<Question>();
	/** the last answer is shown from beginning to end, not its first lines alone */
	whole = $state(false);
	/** put away until something is said */
	hidden = $state(false);
	#count = 0;
	/** rises with every utterance: an old one says no more */
	#turn = 0;

	/** Somebody speaks. */
	begin() {
		this.#turn++;
		this.call = undefined;
		this.hidden = false;
	}

	/** @returns whether somebody has spoken since: what would follow is no longer wanted */
	watch(): () => boolean {
		const mine = this.#turn;
		return () => mine !== this.#turn || reader.isHeard();
	}

	add(by: Line['by'], text: string) {
		this.lines = [...this.lines, { by, text, number: ++this.#count }].slice(-mostLines);
	}

	/** One voice: the app's own, sentence by sentence; or, where a screen reader speaks, one message for it. */
	async say(sentences: readonly string[], whole = false): Promise<void> {
		if (sentences.length === 0) return;
		this.whole = whole;
		this.said = sentences;
		this.add('app', sentences.join(' '));
		const isOver = this.watch();
		for (const [at, sentence] of sentences.entries()) {
			if (isOver()) return;
			if (await announcer.aloud(sentence)) continue;
			// Not heard from the first on: a screen reader says it. Later on: somebody has silenced it.
			if (at === 0 && !isOver()) announcer.show(unseen(sentences).join(' '));
			return;
		}
	}

	/** A question with yes and no; anything else is taken as if nothing had been asked. */
	async ask(question: string, yes: () => Promise<unknown>, no: () => Promise<unknown>) {
		this.asked = {
			phrases: words.yesNoPhrases,
			yesNo: true,
			async answer(text) {
				const said = hearYesNo(text);
				if (said.ok) await (said.value ? yes() : no());
				return said.ok;
			},
		};
		await this.say([question]);
	}
}

/** What the screen shows as well, a screen reader reads there. */
function unseen(sentences: readonly string[]): readonly string[] {
	if (settings.mode !== 'screen-reader') return sentences;
	const shown = document.querySelector('main')?.textContent ?? '';
	const left = sentences.filter((sentence) => !shown.includes(sentence));
	return left.length > 0 ? left : sentences;
}

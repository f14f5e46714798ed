import { certain, type Interpretation, type Interpreted } from '../interpret.ts';
import type { Agenda, Change, Topic } from './agenda.ts';
import { splitEdit, topicsNamed } from './find-topic.ts';
import type { DialogueState, Effect } from './state.ts';
import type { DialogueWords } from './words.ts';

export interface DialogueOptions<Dossier> {
	readonly agenda: Agenda<Dossier>;
	/** orders that can be given on these screens */
	readonly interpret: (text: string, screen: 'form' | 'review') => Interpreted;
	readonly words: DialogueWords;
}

/** An exchange, whatever it fills in. */
export type Talk = Exchange<unknown>;

/** One event and what comes of it, as its steps write it down. Lives for one turn; nothing of it is seen outside. */
export class Exchange<Dossier> {
	readonly agenda: Agenda<Dossier>;
	readonly words: DialogueWords;
	/** milliseconds since 1970 */
	readonly now: number;
	state: DialogueState;
	dossier: Dossier;
	topics: readonly Topic[];
	say: string[] = [];
	readonly effects: Effect[] = [];
	/** something was kept, or put aside for good */
	progress = false;
	readonly #interpret: DialogueOptions<Dossier>['interpret'];

	constructor(
		{ agenda, interpret, words }: DialogueOptions<Dossier>,
		state: DialogueState,
		dossier: Dossier,
		now: number,
	) {
		this.agenda = agenda;
		this.words = words;
		this.now = now;
		this.state = state;
		this.dossier = dossier;
		this.topics = agenda.topics(dossier);
		this.#interpret = interpret;
	}

	/** the question that is open */
	get topic(): Topic | undefined {
		return this.at(this.state.at);
	}

	at(path: string): Topic | undefined {
		return this.topics.find((topic) => topic.path === path);
	}

	set(changed: Partial<DialogueState>) {
		this.state = { ...this.state, ...changed };
	}

	speak(...sentences: readonly string[]) {
		this.say.push(...sentences.filter((one) => one !== ''));
	}

	/** Remembers what has been explained. */
	meet(keys: readonly string[]) {
		this.set({ met: [...new Set([...this.state.met, ...keys])] });
	}

	put(changes: readonly Change[]) {
		this.dossier = this.agenda.put(this.dossier, changes);
		this.topics = this.agenda.topics(this.dossier);
	}

	refuse(path: string) {
		const { refused } = this.state;
		this.set({ refused: { ...refused, [path]: (refused[path] ?? 0) + 1 } });
	}

	count() {
		this.set({ misses: this.state.misses + 1 });
	}

	/** The order given, if it is one beyond doubt: what is to be changed is so where a question is called that. */
	order(text: string): Interpretation | undefined {
		const found = this.#interpret(text, this.state.at === '' ? 'review' : 'form');
		// Nobody searches in the middle of a form: such words are an answer.
		if (found.command === null || ['answer', 'search'].includes(found.command)) return undefined;
		return found.confidence >= certain || this.#namesTopic(found) ? found : undefined;
	}

	#namesTopic({ command, slots }: Interpretation): boolean {
		if (command !== 'edit' || typeof slots.field !== 'string') return false;
		return topicsNamed(splitEdit(slots.field).name, this.topics).length > 0;
	}
}

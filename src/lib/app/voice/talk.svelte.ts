/** Takes what was heard on any screen: an order, the name of a control, an answer to a form, or a search. */
import commandTable from '#content/commands.json' with { type: 'json' };
import { readingControls } from '#content/messages/reading-controls.vi.ts';
import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import type { Expected } from '#lib/speech/index.ts';
import {
	certain,
	createInterpreter,
	matchLabel,
	pressedLabel,
	type Screen,
} from '#lib/voice/index.ts';
import { dossierWords } from '../dossier-words.ts';
import { stops } from '../form/session.svelte.ts';
import { listener, type Subject } from '../listener.svelte.ts';
import { reader } from '../reader.svelte.ts';
import { settled } from './arrived.browser.ts';
import { Floor } from './floor.svelte.ts';
import { FormTurns } from './form-turns.browser.ts';
import { Orders, type OrderPorts } from './orders.browser.ts';
import { press } from './pressing.browser.ts';
import { restMicrophone } from './rest-microphone.ts';
import { sayable } from './sayable.browser.ts';
import TalkPanel from './TalkPanel.svelte';

/** Said with "bấm", a name may be heard rather badly. */
const named = 0.7;

export class Talk {
	readonly Panel = TalkPanel;
	readonly #floor = new Floor();
	readonly #interpret: OrderPorts['interpret'];
	readonly #forms: FormTurns;
	readonly #orders: Orders;
	/** in a row, outside forms */
	#misses = 0;

	constructor() {
		const understand = createInterpreter(commandTable);
		const interpret = (text: string, screen: Screen) =>
			understand(text, screen, { searchScore: () => 0 });
		this.#interpret = interpret;
		this.#forms = new FormTurns(this.#floor, interpret);
		this.#orders = new Orders({
			floor: this.#floor,
			interpret,
			begin: () => this.#forms.begin(this.#orders),
		});
	}

	/** What the panel shows, and what it does. */
	readonly shown = {
		floor: this.#floor,
		onanswer: (text: string) => void this.hear(text, false),
	};

	/**
	 * Settles when all is done and said.
	 * @param wasReading what was read was silenced to listen: it goes on after an order that leaves it be
	 */
	async hear(text: string, wasReading: boolean): Promise<void> {
		this.#misses = 0;
		this.#floor.begin();
		await dockIsBack();
		await this.#hear(text, wasReading);
		// Whoever wanted to be read to is not listened to meanwhile.
		if (reader.status === 'playing' || reader.status === 'loading') restMicrophone();
	}

	/**
	 * Nothing was understood.
	 * @returns false where that is not for a conversation to mend: no microphone, no recogniser
	 */
	async miss(reason: string): Promise<boolean> {
		const event = eventOf[reason];
		const subject = conversation();
		if (!event || (!subject && location.pathname === '/')) return false;
		this.#floor.begin();
		if (subject) await this.#forms.miss(subject, event, this.#orders);
		// The reason itself was told; then what can be said, then who can help, then nothing more.
		else {
			const way = words.ways[this.#misses++];
			if (way) await this.#floor.say([way]);
		}
		return true;
	}

	/** What may be said next: one of a list where there is one, so that a small recogniser on the device serves. */
	async expected(): Promise<Expected> {
		const { asked } = this.#floor;
		if (asked) return closed([...asked.phrases, ...words.always]);
		const subject = conversation();
		if (subject) {
			const { mode, phrases } = (await this.#forms.of(subject)).expect();
			return mode === 'closed' ? closed(phrases) : free;
		}
		// With a network anything may be said, and be a question to the catalogue.
		return navigator.onLine ? free : closed(sayable());
	}

	async #hear(text: string, wasReading: boolean) {
		const floor = this.#floor;
		const { asked } = floor;
		floor.asked = undefined;
		const subject = conversation();
		// In a form it may be private: it is shown once the question says that it is not.
		if (!subject) floor.add('person', text);
		if (asked && (await asked.answer(text))) {
			if (subject) floor.add('person', text);
			return;
		}
		const { label, sure } = pressedLabel(text);
		if (sure && !(subject && submits(subject, label)) && (await press(floor, label, named))) {
			if (subject) floor.add('person', text);
			return;
		}
		if (subject && sure) await this.#named(subject, label);
		else if (subject) await this.#forms.hear(subject, text, this.#orders);
		else await this.#orders.take(text, label, sure, wasReading);
	}

	/** "Bấm …" and nothing on the form bears the name: an order, or nothing; never an answer. */
	async #named(subject: Subject, label: string) {
		const found = this.#interpret(label, 'form');
		const isOrder =
			found.command !== null && found.command !== 'answer' && found.confidence >= certain;
		if (isOrder || submits(subject, label)) await this.#forms.hear(subject, label, this.#orders);
		else await this.#floor.say([words.noLabel(label)]);
	}
}

/** The form that is talked about; its papers are photographed, not talked about. */
const conversation = (): Subject | undefined =>
	listener.subject?.place() === stops.papers ? undefined : listener.subject;

/** Handing in is asked for outright, whatever way it is ordered. */
const submits = (subject: Subject, label: string) =>
	subject.place() === stops.review && matchLabel(label, [[dossierWords.form.submit]]).length > 0;

const free = { mode: 'free' } as const;
const closed = (phrases: readonly string[]) => ({ mode: 'closed', phrases }) as const;

const eventOf: Readonly<Record<string, 'silence' | 'noise' | 'offline' | undefined>> = {
	'no-speech': 'silence',
	'no-match': 'noise',
	network: 'offline',
};

/** The reading controls made way for the microphone; they can be named again once they are back. */
async function dockIsBack() {
	if (!reader.active || listener.status === 'between') return;
	await settled(
		() => document.querySelector(`[aria-label="${readingControls.controls}"]`) !== null,
		500,
	);
}

export const talk = new Talk();

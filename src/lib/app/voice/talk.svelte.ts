/** Takes what was heard on any screen: an order, the name of a control, an answer to a form, or a search. */
import commandTable from '#content/commands.json' with { type: 'json' };
import { voiceWords as words } from '#content/messages/voice.vi.ts';
import type { Result } from '#lib/base/index.ts';
import { hearChoice, hearYesNo } from '#lib/vietnamese/index.ts';
import {
	certain,
	createInterpreter,
	matchLabel,
	pressedLabel,
	type Interpretation,
	type Screen,
} from '#lib/voice/index.ts';
import { announcer } from '../announcer.svelte.ts';
import { dossierWords } from '../dossier-words.ts';
import { stops } from '../form/session.svelte.ts';
import { listener, type Subject } from '../listener.svelte.ts';
import { reader } from '../reader.svelte.ts';
import { search } from '../search.svelte.ts';
import { settings } from '../settings.svelte.ts';
import { commands, find, settled, type Outcome } from './commands.browser.ts';
import { controlsOf, type Control } from './controls.browser.ts';
import type { FormReply, FormTalk } from './form-talk.browser.ts';
import { screenOf } from './screen-of.ts';
import Transcript from './Transcript.svelte';

export interface Line {
	readonly by: 'app' | 'person';
	readonly text: string;
	/** counts from the first line of this visit */
	readonly number: number;
}

/** So much of a talk is kept on the screen. */
const mostLines = 8;
const atOnce = 3;
/** Named without "bấm", a control must be meant. */
const surelyNamed = 0.88;
/** Half-duplex: the voice has died away before the microphone opens. */
const pauseMs = 300;

/** Something was asked: whether this answers it. */
type Answer = (text: string) => Promise<boolean>;

export class Talk {
	readonly Transcript = Transcript;
	lines = $state.raw<readonly Line[]>([]);
	#lines = 0;
	/** somebody to call, after "gặp cán bộ" */
	call = $state.raw<Outcome['call']>();
	/** listens again by itself after each question; a person's wish, never a default */
	handsFree = $state(false);

	readonly shown = $derived({
		lines: this.lines,
		call: this.call,
		handsFree: this.handsFree,
		onhandsfree: (wanted: boolean) => (this.handsFree = wanted),
	});

	readonly #interpret = createInterpreter(commandTable);
	#asked: Answer | undefined;
	#form: FormTalk | undefined;
	#said: readonly string[] = [];
	#helpPage = 0;
	#helpScreen: Screen | undefined;
	/** rises with every utterance: an old one says no more */
	#turn = 0;
	#listen: () => unknown = () => {};

	/**
	 * @param wasReading what was read was silenced to listen: it goes on after an order that leaves it be
	 * @returns false where it is not ours: no microphone, no consent
	 */
	async take(
		heard: Result<string, string>,
		wasReading: boolean,
		listen: () => unknown,
	): Promise<boolean> {
		this.#listen = listen;
		this.#turn++;
		this.call = undefined;
		if (heard.ok) {
			await this.#hear(heard.value, wasReading);
			return true;
		}
		const event = eventOf[heard.reason];
		if (!event || !listener.subject) return false;
		const form = await this.#formTalk(listener.subject);
		await this.#tell(await form.turn(form.begun ? { type: event } : { type: 'begin' }));
		return true;
	}

	async #hear(text: string, wasReading: boolean) {
		const asked = this.#asked;
		this.#asked = undefined;
		const { subject } = listener;
		const isForm = subject !== undefined && subject.place() !== stops.papers;
		if (!isForm) this.#add('person', text);
		if (asked && (await asked(text))) {
			if (isForm) this.#add('person', text);
			return;
		}
		const { label, sure } = pressedLabel(text);
		if (sure && (await this.#press(label, 0.7))) {
			if (isForm) this.#add('person', text);
			return;
		}
		if (isForm) return this.#converse(subject, text);
		await this.#order(text, label, wasReading);
	}

	async #order(text: string, label: string, wasReading: boolean) {
		const screen = this.#screen(wasReading);
		const found = this.#interpret(text, screen, { searchScore: () => 0 });
		if (found.command !== null && found.confidence >= certain)
			return this.#do(found, screen, wasReading);
		if (await this.#press(label, surelyNamed)) return;
		const doubted = found.command !== null && found.command !== 'search' ? found : undefined;
		// An answer to nothing is no search.
		if (hearYesNo(text).ok && !doubted) return this.#say([words.notUnderstood]);
		// On a form's papers nobody searches.
		if (listener.subject) {
			if (doubted) return this.#askMeant(doubted, screen, wasReading);
			return this.#say([words.notUnderstood]);
		}
		const isSearching = screen === 'home' || screen === 'results' || !doubted;
		if (isSearching) {
			const before = search.query;
			const outcome = await find(text);
			if (search.hits.length > 0 || !doubted) return this.#finish(outcome, wasReading);
			await search.ask(before);
		}
		if (doubted) await this.#askMeant(doubted, screen, wasReading);
	}

	#screen(wasReading: boolean): Screen {
		return screenOf({
			path: location.pathname,
			hits: search.hits.length,
			reading: wasReading || reader.active,
			reviewing: listener.subject?.place() === stops.review,
		});
	}

	async #do(order: Interpretation, screen: Screen, wasReading: boolean) {
		if (order.command === 'help') return this.#help(screen);
		if (order.command === 'repeat') {
			if (wasReading) {
				reader.move((player) => player.repeat());
				return this.#readOn();
			}
			return this.#say(this.#said.length > 0 ? this.#said : [words.nothingToRepeat]);
		}
		const act = commands[order.command];
		if (!act) return this.#say([words.notHere]);
		await this.#finish(await act(order.slots), wasReading);
	}

	async #finish(outcome: Outcome, wasReading: boolean): Promise<void> {
		this.call = outcome.call;
		if (outcome.say && outcome.say.length > 0) await this.#say(outcome.say);
		if (outcome.confirm) {
			const { ask, act } = outcome.confirm;
			return this.#ask(ask, async () => this.#finish(await act(), wasReading));
		}
		if (outcome.begins) return this.#begin();
		if (outcome.readOn && wasReading) this.#readOn();
	}

	#readOn() {
		if (reader.status === 'paused') void reader.toggle();
	}

	async #askMeant(order: Interpretation, screen: Screen, wasReading: boolean) {
		const { command, slots } = order;
		const name =
			command === 'open'
				? words.openNumber(Number(slots.number))
				: command === 'read-section'
					? words.readSection(words.sections[String(slots.section)] ?? '')
					: (words.commands[command] ?? command);
		await this.#ask(words.meant(name), () => this.#do(order, screen, wasReading));
	}

	/** A question with yes and no; anything else is taken as if nothing had been asked. */
	async #ask(question: string, act: () => Promise<unknown>) {
		this.#asked = async (text) => {
			const yes = hearYesNo(text);
			if (!yes.ok) return false;
			if (yes.value) await act();
			else if (listener.subject) await this.#begin();
			else await this.#say([words.stopped]);
			return true;
		};
		await this.#say([question]);
	}

	async #press(label: string, least: number): Promise<boolean> {
		const controls = controlsOf(document);
		const found = matchLabel(
			label,
			controls.map(({ names }) => names),
			least,
		).flatMap(({ at }) => controls[at] ?? []);
		const [only, other] = found;
		if (!only) return false;
		if (other) await this.#choose(found);
		else await this.#activate(only);
		return true;
	}

	async #activate(control: Control) {
		control.act();
		const isField = control.element.matches(
			'input[type="text"], input:not([type]), textarea, select',
		);
		const [name = ''] = control.names;
		await this.#say([isField ? words.field(name) : words.pressed(name)]);
	}

	/** Several bear the name: by their number, three at a time. */
	async #choose(found: readonly Control[], from = 0) {
		const names = found.map(({ names: [name = ''] }) => name);
		this.#asked = async (text) => {
			const heard = hearChoice(
				text,
				names.map((name, at) => `${at + 1} ${name}`),
			);
			const number = heard.ok ? Number.parseInt(heard.value, 10) : Number.NaN;
			const chosen = found[number - 1];
			if (chosen) await this.#activate(chosen);
			else if (/thêm|nữa|khác/u.test(text)) await this.#choose(found, from + atOnce);
			else return false;
			return true;
		};
		const shown = names.slice(from, from + atOnce);
		await this.#say([
			words.severalLabels(found.length),
			...shown.map((name, at) => words.hit(from + at + 1, name)),
		]);
	}

	async #help(screen: Screen) {
		if (this.#helpScreen !== screen) this.#helpPage = 0;
		this.#helpScreen = screen;
		const lines = [...words.help[screen], words.labelHelp, ...words.everywhere];
		const pages = Math.ceil(lines.length / atOnce);
		const from = (this.#helpPage++ % pages) * atOnce;
		await this.#say([...lines.slice(from, from + atOnce), words.moreHelp]);
	}

	/** A form opened by voice begins to ask. */
	async #begin() {
		if (!(await settled(() => listener.subject !== undefined, 10_000))) return;
		const form = await this.#formTalk(listener.subject as Subject);
		await this.#tell(await form.turn({ type: 'begin' }));
	}

	async #formTalk(subject: Subject): Promise<FormTalk> {
		if (this.#form?.subject.session === subject.session) return this.#form;
		const { createFormTalk } = await import('./form-talk.browser.ts');
		this.#form = createFormTalk(subject, (text, screen) =>
			this.#interpret(text, screen, { searchScore: () => 0 }),
		);
		return this.#form;
	}

	async #converse(subject: Subject, text: string) {
		const form = await this.#formTalk(subject);
		const isNew = !form.begun && subject.place() === stops.intro;
		const reply = await form.turn(isNew ? { type: 'begin' } : { type: 'heard', text });
		this.#add('person', reply.isPrivate ? words.hidden : text);
		await this.#tell(reply);
	}

	async #tell(reply: FormReply) {
		if (reply.pending !== undefined) listener.answer?.(reply.pending);
		// Where it went is said there.
		if (reply.effects.some((effect) => effect.do === 'submit')) return this.#submit();
		await this.#say(reply.say, reply.expect.mode !== 'none');
		for (const effect of reply.effects) {
			if (effect.do === 'silence') reader.hush();
			else if (effect.do === 'command') {
				const order = { command: effect.command, slots: effect.slots, confidence: 1 };
				// A word misheard must not lead out of a form.
				if (leaving.includes(order.command)) await this.#askMeant(order, 'form', false);
				else await this.#do(order, 'form', false);
			} else await this.#finish((await commands[effect.do]?.({})) ?? {}, false);
		}
	}

	async #submit() {
		const { subject } = listener;
		const done = await subject?.session.submit();
		if (!done) return;
		this.#form = undefined;
		if (done.ok) {
			await subject?.submitted();
			this.#add('app', dossierWords.form.queued);
		} else await this.#say([dossierWords.form.notSubmitted[done.reason]]);
	}

	#add(by: Line['by'], text: string) {
		this.lines = [...this.lines, { by, text, number: ++this.#lines }].slice(-mostLines);
	}

	/** One voice: the app's own, sentence by sentence; or, where a screen reader speaks, one message for it. */
	async #say(sentences: readonly string[], again = this.#asked !== undefined) {
		if (sentences.length === 0) return;
		this.#said = sentences;
		this.#add('app', sentences.join(' '));
		const mine = this.#turn;
		for (const [at, sentence] of sentences.entries()) {
			// Somebody pressed the microphone meanwhile: what was to be said is over.
			if (mine !== this.#turn || listener.active) return;
			if (await announcer.aloud(sentence)) continue;
			if (mine !== this.#turn || listener.active) return;
			await announcer.say(unseen(sentences.slice(at)).join(' '));
			break;
		}
		if (!this.handsFree || !again || mine !== this.#turn) return;
		await new Promise((done) => setTimeout(done, pauseMs));
		if (mine === this.#turn) void this.#listen();
	}
}

const leaving: readonly string[] = [
	'home',
	'back',
	'open',
	'apply',
	'status',
	'open-dossiers',
	'open-outbox',
	'open-settings',
];

const eventOf: Readonly<Record<string, 'silence' | 'noise' | 'offline' | undefined>> = {
	'no-speech': 'silence',
	'no-match': 'noise',
	network: 'offline',
};

/** What the screen shows as well, a screen reader reads there. */
function unseen(sentences: readonly string[]): readonly string[] {
	if (settings.mode !== 'screen-reader') return sentences;
	const shown = document.querySelector('main')?.textContent ?? '';
	const left = sentences.filter((sentence) => !shown.includes(sentence));
	return left.length > 0 ? left : sentences;
}

export const talk = new Talk();

/** The open form's side of the talk: what is said goes to its conversation, what comes back is said and done. */
import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import { type DialogueEvent, type Interpreted } from '#lib/voice/index.ts';
import { dossierWords } from '../dossier-words.ts';
import { stops } from '../form/session.svelte.ts';
import { listener, type Subject } from '../listener.svelte.ts';
import { reader } from '../reader.svelte.ts';
import { vault } from '../vault/vault.svelte.ts';
import { settled } from './arrived.browser.ts';
import { commands } from './commands.browser.ts';
import type { Floor } from './floor.svelte.ts';
import type { FormReply, FormTalk } from './form-talk.browser.ts';
import type { Orders } from './orders.browser.ts';
import { restMicrophone } from './rest-microphone.ts';

type Interpret = (text: string, screen: 'form' | 'review') => Interpreted;

/** A word misheard must not lead out of a form. */
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

export class FormTurns {
	readonly #floor: Floor;
	readonly #interpret: Interpret;
	#talk: FormTalk | undefined;

	constructor(floor: Floor, interpret: Interpret) {
		this.#floor = floor;
		this.#interpret = interpret;
	}

	/** A form opened by voice begins to ask; an open one asks again. */
	async begin(orders: Orders): Promise<void> {
		if (!(await settled(() => listener.subject !== undefined, 10_000))) return;
		const form = await this.of(listener.subject as Subject);
		await this.#tell(await form.turn({ type: 'begin' }), orders);
	}

	async of(subject: Subject): Promise<FormTalk> {
		if (this.#talk?.subject.session === subject.session) return this.#talk;
		// What it keeps is offered with the question.
		const [{ createFormTalk }] = await Promise.all([
			import('./form-talk.browser.ts'),
			vault.open().catch(() => undefined),
		]);
		this.#talk = createFormTalk(subject, this.#interpret);
		return this.#talk;
	}

	async hear(subject: Subject, text: string, orders: Orders) {
		const form = await this.of(subject);
		const isNew = !form.begun && subject.place() === stops.intro;
		const reply = await form.turn(isNew ? { type: 'begin' } : { type: 'heard', text });
		this.#floor.add('person', reply.isPrivate ? words.hidden : text);
		await this.#tell(reply, orders);
	}

	async miss(
		subject: Subject,
		event: DialogueEvent['type'] & ('silence' | 'noise' | 'offline'),
		orders: Orders,
	) {
		const form = await this.of(subject);
		await this.#tell(await form.turn(form.begun ? { type: event } : { type: 'begin' }), orders);
	}

	async #tell(reply: FormReply, orders: Orders) {
		if (reply.pending !== undefined) listener.answer?.(reply.pending);
		// Where it went is said there.
		if (reply.effects.some((effect) => effect.do === 'submit')) return this.#submit();
		await this.#floor.say(reply.say);
		// Paused, or put aside: the microphone stays shut until it is pressed.
		if (reply.expect.mode === 'none') restMicrophone();
		for (const effect of reply.effects) {
			if (effect.do === 'silence') reader.hush();
			else if (effect.do === 'command') {
				const order = { command: effect.command, slots: effect.slots, confidence: 1 };
				if (leaving.includes(order.command)) await orders.askMeant(order, 'form', false);
				else await orders.run(order, 'form', false);
			} else await orders.finish((await commands[effect.do]?.({})) ?? {}, false);
		}
	}

	async #submit() {
		const { subject } = listener;
		const done = await subject?.session.submit();
		if (!done) return;
		this.#talk = undefined;
		if (done.ok) {
			await subject?.submitted();
			this.#floor.add('app', dossierWords.form.queued);
		} else await this.#floor.say([dossierWords.form.notSubmitted[done.reason]]);
	}
}

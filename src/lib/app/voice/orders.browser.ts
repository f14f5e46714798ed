/** Orders: done where they are certain, asked back where they are not; what is no order is a name or a search. */
import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import { hearYesNo } from '#lib/vietnamese/index.ts';
import { certain, type Interpretation, type Interpreted, type Screen } from '#lib/voice/index.ts';
import { listener } from '../listener.svelte.ts';
import { reader } from '../reader.svelte.ts';
import { commands } from './commands.browser.ts';
import { namesOnScreen } from './controls.browser.ts';
import type { Floor } from './floor.svelte.ts';
import { helpAt } from './help.ts';
import type { Outcome } from './outcome.ts';
import { press } from './pressing.browser.ts';
import { screenNow } from './screen-now.browser.ts';
import { find } from './search-orders.browser.ts';

/** Named without "bấm", a control must be meant. */
const surelyNamed = 0.88;

export interface OrderPorts {
	readonly floor: Floor;
	readonly interpret: (text: string, screen: Screen) => Interpreted;
	/** a form is open: it asks, or asks again */
	readonly begin: () => Promise<unknown>;
}

export class Orders {
	readonly #ports: OrderPorts;
	#helpPage = 0;
	#helpScreen: Screen | undefined;

	constructor(ports: OrderPorts) {
		this.#ports = ports;
	}

	/**
	 * @param label what may be the name of a control
	 * @param sure "bấm …" was said: it is a name and nothing else
	 */
	async take(text: string, label: string, sure: boolean, wasReading: boolean): Promise<void> {
		const { floor, interpret } = this.#ports;
		const screen = screenNow(wasReading);
		const found = interpret(text, screen);
		const order = found.command !== null && found.command !== 'search' ? found : undefined;
		if (found.command !== null && found.confidence >= certain)
			return this.run(found, screen, wasReading);
		// Where things are looked for, what several are called is rather a new question.
		const looks = screen === 'home' || screen === 'results';
		if (await press(floor, label, surelyNamed, sure || !looks)) return;
		const mayLook = !sure && !listener.subject && !(hearYesNo(text).ok && !order);
		if (mayLook && (looks || !order)) {
			const outcome = await find(text);
			if (outcome) return this.finish(outcome, wasReading);
			// On the screen for searching, nothing found is an answer; elsewhere it would only be in the way.
			if (!order && looks) return floor.say([words.nothingFound(text)]);
		}
		if (order) return this.askMeant(order, screen, wasReading);
		await floor.say([sure ? words.noLabel(label) : words.notUnderstood]);
	}

	async run(order: Interpretation, screen: Screen, wasReading: boolean): Promise<void> {
		const { floor } = this.#ports;
		if (order.command === 'help') return this.#help(screen);
		if (order.command === 'repeat') {
			if (wasReading) {
				reader.move((player) => player.repeat());
				return readOn();
			}
			return floor.say(floor.said.length > 0 ? floor.said : [words.nothingToRepeat]);
		}
		const act = commands[order.command];
		if (!act) return floor.say([words.notHere]);
		await this.finish(await act(order.slots), wasReading);
	}

	async finish(outcome: Outcome, wasReading: boolean): Promise<void> {
		const { floor, begin } = this.#ports;
		floor.call = outcome.call;
		const isOver = floor.watch();
		await floor.say(outcome.say ?? []);
		// Spoken into: what would follow is no longer wanted, and would close the microphone.
		if (isOver()) return;
		if (outcome.confirm) {
			const { ask, act } = outcome.confirm;
			return floor.ask(
				ask,
				async () => this.finish(await act(), wasReading),
				() => floor.say([words.stopped]),
			);
		}
		if (outcome.begins) await begin();
		else if (outcome.readOn && wasReading) readOn();
	}

	/** Below certainty, and wherever it would lead out of a form. */
	async askMeant(order: Interpretation, screen: Screen, wasReading: boolean) {
		const { floor, begin } = this.#ports;
		const { command, slots } = order;
		const name =
			command === 'open'
				? words.openNumber(Number(slots.number))
				: command === 'read-section'
					? words.readSection(words.sections[String(slots.section)] ?? '')
					: (words.commands[command] ?? command);
		await floor.ask(
			words.meant(name),
			() => this.run(order, screen, wasReading),
			() => (listener.subject ? begin() : floor.say([words.stopped])),
		);
	}

	async #help(screen: Screen) {
		if (this.#helpScreen !== screen) this.#helpPage = 0;
		this.#helpScreen = screen;
		await this.#ports.floor.say(helpAt(screen, namesOnScreen(document), this.#helpPage++), true);
	}
}

function readOn() {
	if (reader.status === 'paused') void reader.toggle();
}

import type { Clock } from '#lib/base/index.ts';

/** A line in a time of its own: nothing is waited for. One packet comes after the other, from each answer in turn. */
const packet = 1_400;

interface Answer {
	readonly nth: number;
	left: number;
	readonly onPacket: (bytes: number) => void;
}

interface Event {
	readonly at: number;
	readonly happen: () => void;
}

export class SimulatedLine implements Clock {
	/** bytes of the answers that have begun and are not whole, at worst */
	mostPartWay = 0;
	readonly #bytesPerMs: number;
	readonly #tripMs: number;
	readonly #answers: Answer[] = [];
	readonly #here = new Map<number, number>();
	#events: Event[] = [];
	#isFree = true;
	#now = 0;

	constructor(bytesPerMs: number, tripMs: number) {
		this.#bytesPerMs = bytesPerMs;
		this.#tripMs = tripMs;
	}

	/** Asks for so many bytes. @param onBytes all that are here, from the first packet on */
	ask(nth: number, bytes: number, onBytes: (here: number) => void): Promise<void> {
		return new Promise((resolve) => {
			const onPacket = (more: number) => {
				const here = (this.#here.get(nth) ?? 0) + more;
				this.#here.set(nth, here);
				const sum = [...this.#here.values()].reduce((a, b) => a + b, 0);
				this.mostPartWay = Math.max(this.mostPartWay, here < bytes ? sum : 0);
				if (here === bytes) this.#here.delete(nth);
				onBytes(here);
				if (here === bytes) resolve();
			};
			this.#after(this.#tripMs, () => {
				this.#answers.push({ nth, left: bytes, onPacket });
				if (this.#isFree) this.#send();
			});
		});
	}

	/** in whole milliseconds, as a browser tells it */
	now() {
		return Math.round(this.#now);
	}

	sleep(ms: number, signal?: AbortSignal): Promise<void> {
		return new Promise((resolve, reject) => {
			const event = this.#after(ms, resolve);
			signal?.addEventListener('abort', () => {
				this.#events = this.#events.filter((one) => one !== event);
				reject(signal.reason as Error);
			});
		});
	}

	/** Lets time pass until nothing happens any more. */
	async run() {
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			const event = this.#events.shift();
			if (!event) return;
			this.#now = event.at;
			event.happen();
		}
	}

	#after(ms: number, happen: () => void): Event {
		const event = { at: this.#now + ms, happen };
		this.#events.push(event);
		this.#events.sort((a, b) => a.at - b.at);
		return event;
	}

	#send() {
		const answer = this.#answers.shift();
		this.#isFree = !answer;
		if (!answer) return;
		const bytes = Math.min(packet, answer.left);
		answer.left -= bytes;
		if (answer.left > 0) this.#answers.push(answer);
		this.#after(bytes / this.#bytesPerMs, () => {
			answer.onPacket(bytes);
			this.#send();
		});
	}
}

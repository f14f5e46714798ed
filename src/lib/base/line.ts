/** Some bytes come with the answer itself. */
const packet = 1_400;
/** A few packets fill no line: a server sends ten before it waits for a word. */
const handful = 6 * packet;
/** Less than this comes too fast to tell a rate. */
const telling = 3 * packet;
const rememberedTrips = 8;
/** What is so many times faster than usual came out of the browser's own cache. */
const ofACache = 4;
/** What one answer told of the rate counts less with each that follows. */
const fading = 0.75;

/** Something to be fetched. Whoever fetches it tells how it comes. */
export interface Passage {
	/** It is asked for now, perhaps again. */
	asked(): void;
	/** Its first byte is here. */
	answered(): void;
	/** @param bytes that are here; fewer than before when an attempt has begun anew */
	received(bytes: number): void;
	/** Nothing more of it comes. */
	ended(): void;
}

interface OnTheWay {
	readonly size: number;
	left: number;
	askedAt: number;
	isComing: boolean;
}

/**
 * What is on its way over a line, and what the answers tell of it. Its round trip is the least time from asking to the
 * first byte: queueing behind others only adds to it. Its rate is that of the bytes while something large is coming.
 */
export class Line {
	readonly #now: () => number;
	readonly #onTheWay = new Set<OnTheWay>();
	readonly #trips: number[] = [];
	/** answers that are coming and large enough to tell a rate */
	#telling = 0;
	#bytes = 0;
	#ms = 0;
	#countedAt = 0;

	/** @param now milliseconds */
	constructor(now: () => number) {
		this.#now = now;
	}

	/**
	 * Milliseconds until something may be asked for, so that all before it is here by the time of its first byte;
	 * Infinity where that cannot be told yet.
	 */
	get roomIn(): number {
		const whole = [...this.#onTheWay].reduce((sum, { size, left }) => sum + (left && size), 0);
		if (whole < handful) return 0;
		const rate = this.#bytes / this.#ms;
		if (!(rate > 0 && rate < Infinity)) return Infinity;
		return Math.max(0, Math.ceil(this.#freeAt(rate) - this.#tripMs - this.#now()));
	}

	/** @param size bytes over the wire */
	expect(size: number): Passage {
		const way: OnTheWay = { size, left: size, askedAt: this.#now(), isComing: false };
		this.#onTheWay.add(way);
		let first = packet;
		const rest = () => {
			if (way.isComing && size > telling) this.#stopTelling();
			way.isComing = false;
		};
		return {
			asked: () => {
				rest();
				way.askedAt = this.#now();
			},
			answered: () => {
				this.#count(0);
				this.#trips.push(Math.max(0, this.#now() - way.askedAt));
				if (this.#trips.length > rememberedTrips) this.#trips.shift();
				way.isComing = true;
				first = packet;
				if (size > telling) this.#telling++;
			},
			received: (bytes) => {
				const left = size - Math.min(bytes, size);
				const more = way.left - left;
				way.left = left;
				this.#count(Math.max(0, more - first));
				first = Math.max(0, first - more);
				if (way.left === 0) rest();
			},
			ended: () => {
				rest();
				this.#onTheWay.delete(way);
			},
		};
	}

	get #tripMs() {
		const sorted = [...this.#trips].sort((a, b) => a - b);
		const usual = sorted[sorted.length >> 1] ?? 0;
		return sorted.find((ms) => ms > usual / ofACache) ?? usual;
	}

	/** One comes after the other, in the order in which they were asked for. */
	#freeAt(rate: number): number {
		const now = this.#now();
		let free = now;
		for (const { left, askedAt, isComing } of this.#onTheWay)
			if (left > 0) free = Math.max(free, isComing ? now : askedAt + this.#tripMs) + left / rate;
		return free;
	}

	#count(bytes: number) {
		const now = this.#now();
		if (this.#telling > 0) {
			this.#bytes += bytes;
			this.#ms += Math.max(0, now - this.#countedAt);
		}
		this.#countedAt = now;
	}

	#stopTelling() {
		this.#telling--;
		this.#bytes *= fading;
		this.#ms *= fading;
	}
}

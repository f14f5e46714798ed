/** Where a process dies: at its n-th call of a port, before the call is made or after it is done. */
export interface Kill {
	readonly at: number;
	readonly when: 'before' | 'after';
}

/**
 * A process that can be killed at each of its awaits. After its death none of its calls returns and none is carried out:
 * only what the ports had done by then remains, as with a closed tab or an empty battery.
 */
export class Killable {
	/** calls made so far */
	calls = 0;
	readonly died: Promise<void>;
	#dead = false;
	#die = () => {};
	readonly #kill: Kill | undefined;

	constructor(kill?: Kill) {
		this.#kill = kill;
		this.died = new Promise((resolve) => (this.#die = resolve));
	}

	/** The port's functions, each of whose calls may be the last. */
	wrap<T extends object>(port: T): T {
		return new Proxy(port, {
			get: (target, name) => {
				const value: unknown = Reflect.get(target, name);
				return typeof value === 'function' ? this.call(value as (...a: never[]) => unknown) : value;
			},
		});
	}

	call<T extends (...args: never[]) => unknown>(work: T): T {
		return (async (...args: never[]) => {
			if (this.#dead) return forEver();
			const last = ++this.calls === this.#kill?.at;
			if (last && this.#kill.when === 'before') return this.#end();
			const value = await work(...args);
			if (last) return this.#end();
			return this.#dead ? forEver() : value;
		}) as unknown as T;
	}

	#end() {
		this.#dead = true;
		this.#die();
		return forEver();
	}
}

const forEver = () => new Promise<never>(() => undefined);

/** Sends the page what the microphone gives, in pieces of some 20 ms. Keeps nothing. */
declare const AudioWorkletProcessor: new () => { readonly port: MessagePort };
declare const registerProcessor: (name: string, processor: unknown) => void;
declare const sampleRate: number;

class Capture extends AudioWorkletProcessor {
	readonly #piece = new Float32Array(Math.round(sampleRate / 50));
	#filled = 0;

	process([input]: Float32Array[][]): boolean {
		for (const sample of input?.[0] ?? []) {
			this.#piece[this.#filled++] = sample;
			if (this.#filled === this.#piece.length) {
				this.port.postMessage(this.#piece);
				this.#filled = 0;
			}
		}
		return true;
	}
}

registerProcessor('capture', Capture);

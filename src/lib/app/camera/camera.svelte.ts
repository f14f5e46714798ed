import { lookAtFrame, type Advice } from '#lib/outbox/index.browser.ts';
import { nothingYet, seen, type Steady } from './steady.ts';
import { takePhoto } from './take-photo.browser.ts';

/** Between two looks: advice that comes faster is not heard out. */
const pauseMs = 500;

/** A live camera that says what to do better. */
export class Camera {
	status = $state<'starting' | 'on' | 'refused'>('starting');
	/** steadied; undefined while nothing is sure */
	advice = $state<Advice>();

	readonly #onAdvice: (advice: Advice) => void;
	#stream: MediaStream | undefined;
	#video: HTMLVideoElement | undefined;
	#closed = false;

	constructor(onAdvice: (advice: Advice) => void) {
		this.#onAdvice = onAdvice;
	}

	/** Asks for the camera on the phone's back, and shows it. */
	async open(video: HTMLVideoElement): Promise<void> {
		this.#video = video;
		try {
			this.#stream = await navigator.mediaDevices.getUserMedia({
				video: { facingMode: 'environment', width: { ideal: 2560 }, height: { ideal: 1920 } },
			});
			// Closed while the person was being asked.
			if (this.#closed) return this.close();
			video.srcObject = this.#stream;
			await video.play();
			this.status = 'on';
		} catch {
			this.status = 'refused';
			return;
		}
		void this.#watch(video);
	}

	/** @returns undefined where no picture comes */
	async take(name: string): Promise<File | undefined> {
		const [track] = this.#stream?.getVideoTracks() ?? [];
		if (!track || !this.#video) return undefined;
		const blob = await takePhoto(track, this.#video);
		return blob && new File([blob], name, { type: blob.type });
	}

	close(): void {
		this.#closed = true;
		for (const track of this.#stream?.getTracks() ?? []) track.stop();
		if (this.#video) this.#video.srcObject = null;
	}

	async #watch(video: HTMLVideoElement) {
		let state: Steady<Advice> = nothingYet;
		while (!this.#closed) {
			const now = await lookAtFrame(await createImageBitmap(video));
			// This browser cannot look: the person can.
			if (now === undefined || this.#closed) return;
			state = seen(state, now);
			if (state.shown !== undefined && state.shown !== this.advice) {
				this.advice = state.shown;
				this.#onAdvice(state.shown);
			}
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
		}
	}
}

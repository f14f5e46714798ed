import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import type { Outcome } from './outcome.ts';

/** Until something has come true, or a moment has passed. */
export async function settled(isSo: () => boolean, ms = 5000): Promise<boolean> {
	const end = performance.now() + ms;
	while (!isSo() && performance.now() < end) await new Promise((done) => setTimeout(done, 40));
	return isSo();
}

/** Says the name of the screen that is now open. */
export function arrived(otherwise?: string): Outcome {
	const title = document.querySelector('main h1')?.textContent?.trim() || otherwise;
	return { say: title ? [words.pressed(title)] : [] };
}

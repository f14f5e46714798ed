import { otherTabs } from '#lib/base/index.browser.ts';

/** One voice in all windows of the app: whoever begins silences the others. */
export function createOneVoice(silence: () => void): { taken(): void } {
	const others = otherTabs<'taken'>('mot-cua-noi.voice', silence);
	return { taken: () => others.tell('taken') };
}

import { tabNews } from '#lib/base/index.browser.ts';

/** One voice in all windows of the app: whoever begins silences the others. */
export function createOneVoice(silence: () => void): { taken(): void } {
	const news = tabNews<'taken'>('mot-cua-noi.voice');
	news.observe(({ here }) => {
		if (!here) silence();
	});
	return { taken: () => news.tell('taken') };
}

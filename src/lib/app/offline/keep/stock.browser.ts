/** What the app keeps on this phone, part by part, for the screen that shows and frees it. */
import type { Holdings } from '#lib/catalogue/index.browser.ts';
import { catalogue } from '../../catalogue.svelte.ts';
import { recorder } from '../../recorder.svelte.ts';
import { keep } from './keep.svelte.ts';

export interface Stock {
	readonly catalogue: Holdings | undefined;
	/** of details that are here, over the wire */
	readonly detailBytes: number;
	/** procedures whose details are here */
	readonly procedures: number;
	readonly fileBytes: number;
	readonly recordings: number;
	readonly recordingBytes: number;
	/** of everything, and what is left, as the browser estimates it */
	readonly used: number | undefined;
	readonly left: number | undefined;
	/** has the browser promised not to clear it by itself? `undefined`: it does not say */
	readonly safe: boolean | undefined;
}

export async function takeStock(): Promise<Stock> {
	const [held, files, listed, space, safe] = await Promise.all([
		catalogue.open().then((phone) => phone.holdings()),
		keep.files(),
		recorder.list(),
		navigator.storage?.estimate?.().catch(() => undefined),
		navigator.storage?.persisted?.().catch(() => undefined),
	]);
	const recordings = listed.ok ? listed.value : [];
	const { usage, quota } = space ?? {};
	return {
		catalogue: held,
		detailBytes: sum((held?.chunks ?? []).filter((chunk) => chunk.held)),
		procedures: catalogue.entries.filter(({ chunk }) => held?.chunks[chunk]?.held).length,
		fileBytes: files?.keptBytes ?? 0,
		recordings: recordings.length,
		recordingBytes: sum(recordings.map(({ file }) => ({ bytes: file.size }))),
		used: usage,
		left: usage !== undefined && quota !== undefined ? Math.max(0, quota - usage) : undefined,
		safe,
	};
}

const sum = (parts: readonly { readonly bytes: number }[]) =>
	parts.reduce((all, { bytes }) => all + bytes, 0);

import {
	openCatalogueStore,
	readStoredTexts,
	type StoredTexts,
} from '#lib/catalogue/index.browser.ts';

/** @returns `undefined` where nothing is kept yet, or this browser keeps nothing */
export async function readStored(): Promise<StoredTexts | undefined> {
	const opened = await openCatalogueStore();
	if (!opened.ok) return undefined;
	const texts = await readStoredTexts(opened.value);
	opened.value.close();
	return texts.ok ? texts.value : undefined;
}

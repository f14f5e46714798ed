import { pageScript, type PageSection } from '../page-scripts.ts';
import { reader } from '../reader.svelte.ts';

/** What “Nghe” reads of a screen of the vault. */
export const offerScript = (title: string, sections: readonly PageSection[]): void =>
	reader.offer(() => pageScript(title, sections));

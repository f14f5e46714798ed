/** What the open screen shows, for those parts that its script does not say: nothing is for the eye alone. */
import { readPage, type PlayableScript } from '#lib/reading/index.ts';

interface ScreenSection {
	readonly heading: string;
	readonly items: string[];
}

/** Each of these is one thing to say. */
const blocks =
	'h1, h2, h3, h4, p, li, dt, dd, td, th, legend, label, button, summary, figcaption, option, a, article, section, div, main';
/** Said by something else, or not for anybody to hear. */
const silent =
	'[aria-hidden="true"], .visually-hidden, script, style, svg, audio, select, textarea';

function* visibleTexts(root: Element): Generator<{ block: Element; text: string }> {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	let block: Element | undefined;
	let text = '';
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const parent = node.parentElement;
		if (!parent || parent.closest(silent) || !parent.checkVisibility?.()) continue;
		// A link inside a sentence belongs to the sentence.
		const nearest = parent.closest('p, li > span') ?? parent.closest(blocks) ?? root;
		if (nearest !== block) {
			if (block && text.trim()) yield { block, text: text.replace(/\s+/g, ' ').trim() };
			block = nearest;
			text = '';
		}
		text += node.nodeValue ?? '';
	}
	if (block && text.trim()) yield { block, text: text.replace(/\s+/g, ' ').trim() };
}

/** The screen's headings with what stands under each; what stands before the first has none. */
function screenSections(root: Element): ScreenSection[] {
	const sections: ScreenSection[] = [{ heading: '', items: [] }];
	for (const { block, text } of visibleTexts(root)) {
		if (block.matches('h1')) continue;
		if (block.matches('h2, h3, legend')) sections.push({ heading: text, items: [] });
		else sections.at(-1)?.items.push(text);
	}
	return sections;
}

const same = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** The script with what it leaves out of the screen: sections under headings that it does not know. */
export function withWholeScreen(script: PlayableScript, root: Element): PlayableScript {
	const texts = script.sections.flatMap(({ heading, blocks }) => [
		heading,
		...blocks.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
	]);
	const known = new Set([script.title.text, ...texts].map(same));
	const missing = screenSections(root).filter(
		({ heading }) => heading !== '' && !known.has(same(heading)),
	);
	const { sections } = readPage('', missing);
	return { title: script.title, sections: [...script.sections, ...sections.map(apart)] };
}

/** Under names of their own: the script has its own first part. */
const apart = ({ id, heading, blocks }: PlayableScript['sections'][number]) => ({
	id: `screen-${id}`,
	heading,
	blocks: blocks.map(({ sentences }) => ({
		sentences: sentences.map((sentence) => ({ ...sentence, id: `screen-${sentence.id}` })),
	})),
});

/** A screen that offers no script of its own is read as it stands. */
export function scriptOfScreen(root: Element): PlayableScript {
	const title = root.querySelector('h1')?.textContent?.trim() ?? document.title;
	return readPage(title, screenSections(root));
}

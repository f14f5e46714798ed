import type { ReadingMessages } from './reading-messages.ts';
import type { Script } from './script.ts';
import { SectionWriter } from './script-writer.ts';

/** A list of results or choices: the title, how many there are, and "1: …" for each. */
export function readList(title: string, items: readonly string[], words: ReadingMessages): Script {
	const section = new SectionWriter(
		'list',
		items.length ? words.listCount(items.length) : words.emptyList,
	);
	items.forEach((text, index) =>
		section.add('item', [{ text, spoken: words.numbered(index + 1, text) }], index + 1),
	);
	return { title: { id: 'title', text: title }, sections: [section.finish()] };
}

/** A screen of plain text: headings with their paragraphs. */
export function readPage(
	title: string,
	sections: readonly { readonly heading: string; readonly items: readonly string[] }[],
): Script {
	return {
		title: { id: 'title', text: title },
		sections: sections.map(({ heading, items }, index) => {
			const section = new SectionWriter(`part${index + 1}`, heading);
			for (const text of items) section.add('text', [text]);
			return section.finish();
		}),
	};
}

import type { Procedure } from '#lib/catalogue/index.ts';
import type { ReadingMessages } from './reading-messages.ts';
import type { Section } from './script.ts';
import { SectionWriter, type Line } from './script-writer.ts';

const stepStart = /([\p{L}\d.;:,)]\s{0,3})([-+*]?\s?Bước \d{1,2}\s?[:.])/gu;
const stepNumber = /^[\s\-+*•]*Bước (\d{1,2})(?=\s?[:.]|\s)/u;
const listed = /^\s*(?:[-+*•–\uf0b7]|\(?[a-zđ]{1,3}[).]\s|\(?\d{1,2}[).]|[IVX]{1,4}\.)/iu;

/**
 * Trình tự: paragraphs that say "Bước 1" begin a numbered item and take what follows with them; plain paragraphs are
 * steps each; a list with its own signs keeps them.
 */
export function readSteps({ steps }: Procedure, words: ReadingMessages): Section {
	const section = new SectionWriter('steps', words.headings.steps);
	const paragraphs = steps.flatMap((step) =>
		step
			.replace(stepStart, '$1\n$2')
			.split('\n')
			.map((part) => part.trim())
			.filter((part) => part !== ''),
	);
	const numbers = paragraphs.flatMap((text) => stepNumber.exec(text)?.[1] ?? []);
	const isOneRow = numbers.length > 1 && numbers.every((number, at) => Number(number) === at + 1);
	if (isOneRow) section.add('text', [words.stepCount(numbers.length)]);
	if (numbers.length > 0) addNumbered(section, paragraphs);
	else if (paragraphs.length > 1 && !paragraphs.some((text) => listed.test(text))) {
		section.add('text', [words.stepCount(paragraphs.length)]);
		paragraphs.forEach((text, index) =>
			section.add('item', [{ text, spoken: words.step(index + 1, text) }], index + 1),
		);
	} else for (const text of paragraphs) section.add(isHeading(text) ? 'case' : 'text', [text]);
	if (section.isEmpty) section.add('text', [words.noSteps]);
	return section.finish();
}

const isHeading = (text: string) => text.length <= 120 && text.endsWith(':');

function addNumbered(section: SectionWriter, paragraphs: readonly string[]): void {
	let lines: Line[] = [];
	let number: number | undefined;
	const flush = () => {
		section.add(number === undefined ? 'text' : 'item', lines, number);
		lines = [];
	};
	paragraphs.forEach((text, index) => {
		const found = stepNumber.exec(text)?.[1];
		const startsAgain =
			found === undefined && isHeading(text) && stepNumber.test(paragraphs[index + 1] ?? '');
		if (startsAgain) {
			flush();
			number = undefined;
			section.add('case', [text]);
			return;
		}
		if (found !== undefined) {
			flush();
			number = Number(found);
		} else if (number === undefined) flush();
		lines.push({ text });
	});
	flush();
}

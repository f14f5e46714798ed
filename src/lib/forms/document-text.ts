import { gap, type DerivedDocument, type DocumentLine } from './documents.ts';

/** A derived document as plain text, a line for each of its lines: for the file, the officer's list, a screen reader. */
export const documentText = ({ title, model, lines }: DerivedDocument): string =>
	[...(model === undefined ? [] : [model]), title, '', ...lines.flatMap(textOf), ''].join('\n');

function textOf(line: DocumentLine): string[] {
	switch (line.kind) {
		case 'heading':
			return ['', line.text];
		case 'text':
			return [line.text];
		case 'row':
			return [`${line.label}: ${line.value || gap}`];
		case 'option':
			return [`[${line.checked ? 'x' : ' '}] ${line.text}`];
		case 'table':
			return [line.head, ...line.rows].map((cells) => cells.join(' | '));
		case 'signatures':
			return line.places.flatMap(({ role, note, name }) => [
				'',
				[role, note, name].filter(Boolean).join(' – '),
			]);
	}
}

import { expect, test } from 'vitest';
import { reading } from '../../../tests/support/reading-words.ts';
import { readList, readPage } from './read-list.ts';

test('a list is read with how many there are and a number before each', () => {
	const { title, sections } = readList('Kết quả', ['Khai sinh', 'Kết hôn'], reading);
	expect(title.text).toBe('Kết quả');
	expect(sections[0]?.heading).toBe('Có hai mục.');
	expect(
		sections[0]?.blocks.map(({ number, sentences }) => [
			number,
			sentences[0]?.text,
			sentences[0]?.spoken,
		]),
	).toEqual([
		[1, 'Khai sinh', '1: Khai sinh'],
		[2, 'Kết hôn', '2: Kết hôn'],
	]);
});

test('an empty list says so', () => {
	expect(readList('Kết quả', [], reading).sections).toEqual([
		{ id: 'list', heading: 'Không có mục nào.', blocks: [] },
	]);
});

test('a page is its headings with their paragraphs', () => {
	const { sections } = readPage('Trợ giúp', [
		{ heading: 'Cách dùng', items: ['Bấm Nói. Nói to.'] },
	]);
	expect(sections).toEqual([
		{
			id: 'part1',
			heading: 'Cách dùng',
			blocks: [
				{
					kind: 'text',
					sentences: [
						{ id: 'part1.1.1', text: 'Bấm Nói.' },
						{ id: 'part1.1.2', text: 'Nói to.' },
					],
				},
			],
		},
	]);
});

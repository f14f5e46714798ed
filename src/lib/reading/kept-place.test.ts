import { expect, test } from 'vitest';
import { script } from '../../../tests/support/player.ts';
import { placeToKeep, placeToResume } from './kept-place.ts';

test('nothing is kept at the title, where reading begins anyway', () => {
	expect(placeToKeep(script, 'title')).toBeUndefined();
	expect(placeToKeep(script, 'gone')).toBeUndefined();
});

test('a kept sentence is found again, with the heading to offer it by', () => {
	const kept = placeToKeep(script, 'p2')!;
	expect(kept).toEqual({ sentenceId: 'p2', text: 'câu p2', sectionId: 'papers' });
	expect(placeToResume(script, kept)).toEqual({ sentenceId: 'p2', heading: 'Giấy tờ' });
});

test('in a changed text it is the same sentence elsewhere, or the section begins', () => {
	const kept = placeToKeep(script, 'p2')!;
	const [papers, fee] = script.sections;
	const moved = {
		...script,
		sections: [
			{
				...papers!,
				blocks: [
					{
						sentences: [
							{ id: 'p1', text: 'Mới' },
							{ id: 'p9', text: 'câu p2' },
						],
					},
				],
			},
			fee!,
		],
	};
	expect(placeToResume(moved, kept)?.sentenceId).toBe('p9');
	const other = { ...script, sections: [{ ...papers!, blocks: [] }, fee!] };
	expect(placeToResume(other, kept)?.sentenceId).toBe('papers.heading');
	expect(placeToResume({ ...script, sections: [fee!] }, kept)).toBeUndefined();
});

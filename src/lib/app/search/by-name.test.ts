import { expect, it } from 'vitest';
import { byLetter, byName } from './by-name.ts';

const list = [
	'Ủy ban',
	'Đất đai',
	'Du lịch',
	'Ưu đãi',
	'Âm nhạc',
	'Ấn phẩm',
	'An toàn',
	'Đê điều',
].map((name) => ({ key: name, name, count: 1 }));

it('stand in the order of the Vietnamese alphabet', () => {
	expect(byName(list).map(({ name }) => name)).toEqual([
		'An toàn',
		'Âm nhạc',
		'Ấn phẩm',
		'Du lịch',
		'Đất đai',
		'Đê điều',
		'Ủy ban',
		'Ưu đãi',
	]);
});

it('stand under their letter, whatever its tone', () => {
	expect(byLetter(list).map(({ letter, facets }) => [letter, facets.length])).toEqual([
		['A', 1],
		['Â', 2],
		['D', 1],
		['Đ', 2],
		['U', 1],
		['Ư', 1],
	]);
});

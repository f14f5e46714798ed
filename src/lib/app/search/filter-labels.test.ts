import { expect, it } from 'vitest';
import { filterLabels, filterText } from './filter-labels.ts';

it('names each thing a filter asks for, and takes it away alone', () => {
	const filter = {
		levels: ['commune', 'province'],
		audience: 'organisations',
		online: true,
		fields: ['Hộ tịch'],
		agencies: ['Công an tỉnh', 'Công an cấp xã'],
	} as const;
	const labels = filterLabels(filter);
	expect(labels.map(({ text }) => text)).toEqual([
		'Chỉ cấp xã',
		'Chỉ cấp tỉnh',
		'Chỉ cho tổ chức, doanh nghiệp',
		'Chỉ việc nộp trực tuyến',
		'Chỉ Hộ tịch',
		'Chỉ Công an tỉnh và 1 nơi gần tên',
	]);
	expect(labels[0]?.without).toEqual({ ...filter, levels: ['province'] });
	let left = labels.length;
	for (const { without } of labels) expect(filterLabels(without)).toHaveLength(labels.length - 1);
	for (let rest = labels[0]; rest; rest = filterLabels(rest.without)[0]) left--;
	expect(left).toBe(0);
});

it('says a filter in a sentence, and nothing of none', () => {
	expect(filterText({ levels: ['commune'], online: true })).toBe(
		'chỉ cấp xã, chỉ việc nộp trực tuyến',
	);
	expect(filterText({})).toBe('');
});

import { expect, it } from 'vitest';
import { screens } from '#lib/voice/index.ts';
import { helpAt } from './help.ts';

const buttons = ['Nộp hồ sơ', 'Nghe phần Tóm tắt', 'Nộp hồ sơ'];

it('says three things at a time, until all have been said', () => {
	const pages = Array.from({ length: 8 }, (_, page) => helpAt('procedure', buttons, page));
	for (const page of pages) expect(page.length).toBeLessThanOrEqual(4);
	const all = pages.flat().join(' ');
	expect(all).toContain('hết bao nhiêu tiền');
	expect(all).toContain('Nộp hồ sơ; Nghe phần Tóm tắt.');
	expect(all).toContain('gặp cán bộ');
});

it.each(screens)('says something of its own or of its buttons first on %s', (screen) => {
	const [first] = helpAt(screen, ['Tiếp tục'], 0);
	expect(first).toMatch(/^Nói |^Bạn /);
	expect(helpAt(screen, [], 0).at(-1)).toContain('trợ giúp lần nữa');
});

import { afterEach, expect, test, vi } from 'vitest';
import { tabNews, type TabNews } from './tab-news.browser.ts';

const opened: TabNews<string>[] = [];

function open() {
	const news = tabNews<string>('test');
	opened.push(news);
	const heard = vi.fn();
	return { news, heard, stop: news.observe(heard) };
}

afterEach(() => {
	for (const news of opened.splice(0)) news.close();
	vi.unstubAllGlobals();
});

test('all hear what one of them tells, and whether it was told here', async () => {
	const [a, b] = [open(), open()];
	a.news.tell('changed');
	await vi.waitFor(() =>
		expect(b.heard).toHaveBeenCalledExactlyOnceWith({ what: 'changed', here: false }),
	);
	expect(a.heard).toHaveBeenCalledExactlyOnceWith({ what: 'changed', here: true });
});

test('what is meant for this tab reaches no other', async () => {
	const [a, b] = [open(), open()];
	a.news.tellHere('mine');
	a.news.tell('all');
	await vi.waitFor(() => expect(b.heard).toHaveBeenCalled());
	expect(b.heard).toHaveBeenCalledExactlyOnceWith({ what: 'all', here: false });
	expect(a.heard).toHaveBeenCalledTimes(2);
});

test('who stopped listening hears nothing more', () => {
	const { news, heard, stop } = open();
	stop();
	news.tell('changed');
	expect(heard).not.toHaveBeenCalled();
});

test('what is told after closing reaches nobody, and is no error', () => {
	const { news, heard } = open();
	news.close();
	expect(() => news.tell('changed')).not.toThrow();
	expect(heard).not.toHaveBeenCalled();
});

test('without BroadcastChannel it is told within this tab', () => {
	vi.stubGlobal('BroadcastChannel', undefined);
	const { news, heard } = open();
	news.tell('changed');
	expect(heard).toHaveBeenCalledExactlyOnceWith({ what: 'changed', here: true });
});

import { expect, test, vi } from 'vitest';
import { otherTabs } from './other-tabs.browser.ts';

test('the others hear what one of them tells, and nobody oneself', async () => {
	const heard = { a: vi.fn(), b: vi.fn() };
	const a = otherTabs<string>('test', heard.a);
	const b = otherTabs<string>('test', heard.b);
	a.tell('changed');
	await vi.waitFor(() => expect(heard.b).toHaveBeenCalledExactlyOnceWith('changed'));
	expect(heard.a).not.toHaveBeenCalled();
	a.close();
	b.close();
});

test('what is told after closing reaches nobody, and is no error', () => {
	const tabs = otherTabs<string>('test', () => undefined);
	tabs.close();
	expect(() => tabs.tell('changed')).not.toThrow();
});

test('without BroadcastChannel there is nobody to tell', () => {
	vi.stubGlobal('BroadcastChannel', undefined);
	Reflect.deleteProperty(globalThis, 'BroadcastChannel');
	const tabs = otherTabs<string>('test', () => undefined);
	expect(() => tabs.tell('changed')).not.toThrow();
	tabs.close();
	vi.unstubAllGlobals();
});

import { expect, it } from 'vitest';
import { serverAddresses } from './navigation.ts';

const isServers = (address: string) => serverAddresses.some((pattern) => pattern.test(address));

it.each([
	'/',
	'/?tu=man-hinh-chinh',
	'/?q=a.b&noi=1',
	'/thu-tuc/1.001193',
	'/thu-tuc/1.001193?doc=tom-tat',
	'/viec/birth',
	'/apis',
	'/packsaddle',
	'/ho-so/H57-2611-0042',
])('opens %s from the shell', (address) => {
	expect(isServers(address)).toBe(false);
});

it.each([
	'/api/procedures/1.001193',
	'/api',
	'/packs/manifest.json',
	'/healthz',
	'/healthz?full',
	'/icons/icon.svg',
	'/manifest.webmanifest',
	'/robots.txt?x=1',
	'/to-khai/TK-ct01.DOCX',
])('leaves %s to the server', (address) => {
	expect(isServers(address)).toBe(true);
});

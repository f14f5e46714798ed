import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build, type Rolldown } from 'vite';
import type { Enqueue } from '#lib/outbox/index.ts';
import type * as Calls from './on-phone.browser.ts';
import type { Carried } from './on-phone.browser.ts';

export type OnPhoneCalls = Pick<
	typeof Calls,
	'drain' | 'enqueue' | 'keepDraft' | 'look' | 'wakeAll'
>;
export type OnPhone = keyof OnPhoneCalls;

let bundled: Promise<string> | undefined;

/** Brings the functions of `on-phone.browser.ts` into an open page. */
export async function bringOnPhone(page: Page): Promise<void> {
	await page.evaluate(await (bundled ??= bundle()));
}

export function callOnPhone<Name extends OnPhone>(
	page: Page,
	name: Name,
	...args: Parameters<OnPhoneCalls[Name]>
): Promise<Awaited<ReturnType<OnPhoneCalls[Name]>>> {
	const call = ([name, args]: [string, unknown[]]) =>
		(globalThis as unknown as { onPhone: Record<string, (...args: unknown[]) => unknown> }).onPhone[
			name
		]?.(...args);
	return page.evaluate(call, [name, args] as [string, unknown[]]) as never;
}

/** As it crosses into the browser. */
export async function carried({ attachments, ...entry }: Enqueue): Promise<Carried> {
	const files = attachments.map(async ({ blob, ...file }) => ({
		...file,
		base64: Buffer.from(await (blob ?? new Blob()).arrayBuffer()).toString('base64'),
	}));
	return { ...entry, attachments: await Promise.all(files) };
}

async function bundle(): Promise<string> {
	const entry = fileURLToPath(new URL('on-phone.browser.ts', import.meta.url));
	const built = (await build({
		configFile: false,
		logLevel: 'error',
		build: {
			lib: { entry, formats: ['iife'], name: 'onPhone', fileName: 'on-phone' },
			write: false,
			target: 'esnext',
		},
	})) as Rolldown.RolldownOutput[];
	const code = built[0]?.output[0].code ?? '';
	return `${code}; globalThis.onPhone = onPhone;`;
}

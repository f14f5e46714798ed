import type { ClientInit } from '@sveltejs/kit';
import { catalogue } from '#lib/app/index.browser.ts';

/** Before the page is put together: what takes long elsewhere begins at once. */
export const init: ClientInit = () => catalogue.warmUp();

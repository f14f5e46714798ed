import { openProcedure } from '#lib/app/index.browser.ts';
import type { PageLoad } from './$types';

// A dossier lives on the device: there is nothing a server could render.
export const ssr = false;

export const load: PageLoad = ({ params, fetch }) => openProcedure(params.code, fetch);

import { openProcedure } from '#lib/app/index.browser.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params, fetch }) => openProcedure(params.code, fetch);

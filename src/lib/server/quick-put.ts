import type { answerPut } from './intake.ts';

export type QuickPut = typeof answerPut;

/**
 * Under this name the built app leaves `answerPut` for the server that runs it: the two are bundled apart, and only the
 * app's own copy has the process's database.
 */
export const quickPut = Symbol.for('mot-cua-noi.quick-put');

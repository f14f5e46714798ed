import type { Procedure } from '#lib/catalogue/index.ts';
import { readProcedure, type Script } from '#lib/reading/index.ts';
import { reading } from '#content/messages/reading.vi.ts';

/**
 * A procedure as it is shown and read.
 * @param today `YYYY-MM-DD`, decides which facts are out of date
 */
export const procedureScript = (procedure: Procedure, today: string): Script =>
	readProcedure(procedure, reading, today);

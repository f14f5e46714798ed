import { receiveSealed, sealFaults } from '#lib/server/index.ts';
import { Unsealable } from '#lib/dossiers/index.ts';
import { CommandFailure, Finding, printJson } from './output.ts';

/**
 * `motcua receive <file>`: takes in the dossiers of a sealed file and prints what became of each, a line of JSON each.
 * Ends with 1 where one was not received.
 */
export async function runReceive(file: string): Promise<void> {
	let [received, all] = [0, 0];
	try {
		for await (const outcome of receiveSealed(file)) {
			all++;
			if (outcome.result === 'received') received++;
			await printJson(outcome);
		}
	} catch (error) {
		if (!(error instanceof Unsealable)) throw error;
		throw new CommandFailure(`${file}: ${sealFaults[error.reason]}`, { cause: 'file' });
	}
	if (received < all) throw new Finding(`${file}: ${all - received} of ${all} were not received`);
}

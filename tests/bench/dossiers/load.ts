import { readFileSync } from 'node:fs';
import type { DossierBody } from '#lib/dossiers/index.ts';
import { LeanClient } from './client.ts';

export interface Load {
	readonly accepted: number;
	/** accepted in a second */
	readonly rate: number;
	/** milliseconds */
	readonly p50: number;
	readonly p99: number;
	/** answers that were no 201, by status */
	readonly others: Readonly<Record<number, number>>;
}

export interface ToSend {
	readonly id: string;
	readonly text: string;
}

export const toSend = (body: DossierBody): ToSend => ({ id: body.id, text: JSON.stringify(body) });

/** So many clients at once, each sending the next dossier when it has the answer to the last, until the time is over. */
export async function load(
	url: string,
	dossiers: Iterator<ToSend>,
	clients: number,
	ms: number,
	/** a number of its own for each load: their limits are not each other's */
	network: number,
): Promise<Load> {
	const times: number[] = [];
	const others: Record<number, number> = {};
	const began = performance.now();
	await Promise.all(
		Array.from({ length: clients }, async (_, i) => {
			const client = new LeanClient(url, `10.${network}.${i % 250}`);
			while (performance.now() - began < ms) {
				const next = dossiers.next();
				if (next.done) break;
				const answer = await client.put(`/api/dossiers/${next.value.id}`, next.value.text);
				if (answer.status === 201) times.push(answer.ms);
				else others[answer.status] = (others[answer.status] ?? 0) + 1;
			}
			client.close();
		}),
	);
	const seconds = (performance.now() - began) / 1000;
	times.sort((a, b) => a - b);
	const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
	return {
		accepted: times.length,
		rate: times.length / seconds,
		p50: at(0.5),
		p99: at(0.99),
		others,
	};
}

/** Resident memory of a process in MB: now, and at its highest. */
export function memory(pid: number): { readonly now: number; readonly highest: number } {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const of = (name: string) =>
		Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
	return { now: of('VmRSS'), highest: of('VmHWM') };
}

/** Processor time that a process has used so far, in ms. Linux counts in hundredths of a second. */
export function processorMs(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

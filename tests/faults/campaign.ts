/**
 * `npm run test:faults`: everything that can go wrong on a dossier's way, by chance, until the time is over. After each
 * schedule: exactly one dossier with identical bytes on the server and its receipt on the phone, or still whole on the
 * phone; never neither, never two, never the same one on its way twice at once.
 * FAULT_SEED (by chance, printed), FAULT_SECONDS (25), FAULT_PLANT (a bug the campaign must find). Ends with 1 for any
 * that is lost or doubled.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProcess, manyOverBadLine } from './in-process.ts';
import { Random } from './random.ts';
import { RealServer } from './real-server.ts';
import { plants, type Plant } from './schedule.ts';
import { Tally } from './tally.ts';

const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const seconds = Number(process.env.FAULT_SECONDS ?? 25);
const plant = process.env.FAULT_PLANT as Plant | undefined;
if (!Number.isSafeInteger(seed) || !(seconds > 0)) quit('FAULT_SEED and FAULT_SECONDS are numbers');
if (plant && !plants.includes(plant)) quit(`FAULT_PLANT is one of ${plants.join(', ')}`);

function quit(line: string): never {
	console.error(line);
	process.exit(2);
}

console.log(`seed ${seed}, ${seconds} s${plant ? `, planted ${plant}` : ''}`);
const began = performance.now();
const spent = () => (performance.now() - began) / 1000 / seconds;
const breadth = new Tally();
const depth = new Tally();
let [lost, doubled, shown] = [0, 0, 0];

function note(what: string, found: { lost: readonly string[]; doubled: readonly string[] }) {
	lost += found.lost.length;
	doubled += found.doubled.length;
	// The first few tell enough.
	if (found.lost.length + found.doubled.length > 0 && shown++ < 3)
		console.log(`${what}: lost ${found.lost.length}, doubled ${found.doubled.length}`);
}

// Each schedule has a seed of its own, so that it comes again whatever ran before it.
let next = seed;
const share = plant ? 1 : 0.45;
for (let n = 0; spent() < share; n++) {
	const own = next++;
	const random = new Random(own);
	const crowd = n === 3 && spent() < 0.2;
	const found = crowd
		? await manyOverBadLine(seconds >= 60 ? 1000 : 100, random, breadth, plant)
		: await inProcess(random, breadth, plant);
	const twice = [...found.doubled, ...found.overlapped];
	const lives = crowd ? 'a crowd' : JSON.stringify(found.lives);
	note(`in-process schedule ${own}: ${lives}`, { lost: found.lost, doubled: twice });
}
console.log(breadth.line('in-process'));

if (!plant) {
	const dataDir = mkdtempSync(join(tmpdir(), 'mot-cua-noi-faults-'));
	const server = new RealServer(dataDir);
	try {
		while (spent() < 1) {
			const own = next++;
			note(`real server schedule ${own}`, await server.schedule(new Random(own), depth));
		}
	} finally {
		await server.end();
		rmSync(dataDir, { recursive: true, force: true });
	}
}
if (!plant) console.log(depth.line('real server'));
console.log(
	`schedules: ${breadth.schedules + depth.schedules}, lost: ${lost}, doubled: ${doubled}`,
);
process.exit(lost + doubled > 0 ? 1 : 0);

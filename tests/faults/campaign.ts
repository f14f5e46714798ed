/**
 * `npm run test:faults`: everything that can go wrong on a dossier's way, by chance, until the time is over. After each
 * schedule: exactly one dossier with identical bytes on the server and its receipt on the phone, or still whole on the
 * phone; never neither, never two, never the same one on its way twice at once.
 * FAULT_SEED (by chance, printed), FAULT_SECONDS (25), FAULT_PLANT (a bug that must be found in a number of schedules,
 * whatever their time). Ends with 1 for any that is lost or doubled.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromiumLayer } from './chromium.ts';
import { inProcess, manyOverBadLine } from './in-process.ts';
import { Random } from './random.ts';
import { RealServer } from './real-server.ts';
import { plants, type Outcome, type Plant } from './schedule.ts';
import { smallDisk } from './small-disk.ts';
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

console.log(`seed ${seed}, ${plant ? `planted ${plant}` : `${seconds} s`}`);
const began = performance.now();
const spent = () => (performance.now() - began) / 1000 / seconds;
const [breadth, depth, whole] = [new Tally(), new Tally(), new Tally()];
let [lost, doubled, shown] = [0, 0, 0];

function note(what: string, found: { lost: readonly string[]; doubled: readonly string[] }) {
	lost += found.lost.length;
	doubled += found.doubled.length;
	// The first few tell enough.
	if (found.lost.length + found.doubled.length > 0 && shown++ < 3)
		console.log(`${what}: lost ${found.lost.length}, doubled ${found.doubled.length}`);
}

/** Each schedule has a seed of its own, and each layer its own row of them: they come again however fast a run is. */
const seeds = (layer: number) => {
	let next = seed + layer * 1_000_000;
	return () => next++;
};
/** A run of at least so many seconds has room for what takes several by itself. */
const hasRoom = seconds >= 20;
/** Schedules of a layer, also on a machine that is busy. */
const fewest = 3;
/** Schedules in which a planted bug is looked for, however long they take: the rarest needs some fifty. */
const mostPlanted = 500;

async function inProcessLayer(until: number) {
	const next = seeds(0);
	const goesOn = () => {
		if (!plant) return spent() < until;
		// Finding it once is enough.
		return lost + doubled === 0 && breadth.schedules < mostPlanted;
	};
	while (goesOn()) {
		const own = next();
		const { lives, ...found } = await inProcess(new Random(own), breadth, plant);
		noteInProcess(`schedule ${own}: ${JSON.stringify(lives)}`, found);
	}
	if (!plant) {
		const own = next();
		const count = hasRoom ? 1000 : 100;
		noteInProcess(`crowd ${own}`, await manyOverBadLine(count, new Random(own), breadth));
	}
	console.log(breadth.line('in-process'));
}

const noteInProcess = (what: string, { lost, doubled, overlapped }: Outcome) =>
	note(`in-process ${what}`, { lost, doubled: [...doubled, ...overlapped] });

async function realServerLayer(until: number) {
	const disk = smallDisk(64);
	const server = new RealServer(disk);
	const next = seeds(1);
	try {
		do {
			const own = next();
			const patient = hasRoom && depth.schedules === 0;
			note(`real server schedule ${own}`, await server.schedule(new Random(own), depth, patient));
		} while (spent() < until || depth.schedules < fewest);
	} finally {
		await server.end();
		disk.remove();
	}
	const untried = disk.canFill ? '' : '; disk full: not tried, no disk can be mounted here';
	console.log(depth.line('real server') + untried);
}

async function chromiumLayer() {
	const dataDir = mkdtempSync(join(tmpdir(), 'mot-cua-noi-faults-'));
	const layer = new ChromiumLayer(dataDir, seed);
	const next = seeds(2);
	try {
		await layer.begin();
		do {
			const own = next();
			note(`Chromium schedule ${own}`, await layer.schedule(new Random(own), whole));
		} while (spent() < 1 || whole.schedules < fewest);
	} finally {
		await layer.end();
		rmSync(dataDir, { recursive: true, force: true });
	}
	console.log(whole.line('Chromium'));
}

await inProcessLayer(0.2);
if (!plant) {
	await realServerLayer(0.62);
	await chromiumLayer();
}
const schedules = breadth.schedules + depth.schedules + whole.schedules;
console.log(`schedules: ${schedules}, lost: ${lost}, doubled: ${doubled}`);
process.exit(lost + doubled > 0 ? 1 : 0);

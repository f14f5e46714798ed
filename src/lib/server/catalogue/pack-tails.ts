import { join } from 'node:path';
import { tailStep } from '#lib/catalogue/index.ts';
import { brotli, packName, packsDirectory } from './packs.ts';
import { readIfThere } from './served-packs.ts';

/** Ends kept compressed, each smaller than its pack: of the index, which many fetch at first, all of them. */
const mostKept = 160;
/** The real index: 0.1 s and 13 % larger than at 11, which takes 1.5 s. */
const goodQuality = 9;
/** 0.02 s, 27 % larger: for when so many wait that a phone would give up. */
const quickQuality = 5;
const mostWaiting = 8;

/**
 * The rest of a pack, for a phone that has its beginning: brotli, or plain for who does not accept that.
 * @param from the uncompressed byte to go on from
 * @returns `null` where there is no such pack, and where it does not go on from there (`tailStep`)
 */
export type PackTail = (name: string, from: number, packed: boolean) => Promise<Buffer | null>;

/**
 * One end is compressed at a time, whoever asks for how many; those asked for lately are at hand.
 * @param compress bytes and brotli's quality
 */
export function packTails(dataDir: () => string, compress = brotli): PackTail {
	const kept = new Map<string, Promise<Buffer | null>>();
	let turn: Promise<unknown> = Promise.resolve();
	let waiting = 0;

	async function plain(path: string, from: number) {
		const whole = await readIfThere(path);
		return whole && from < whole.length ? whole.subarray(from) : null;
	}

	async function pack(path: string, from: number) {
		const rest = await plain(path, from);
		return rest && compress(rest, waiting > mostWaiting ? quickQuality : goodQuality);
	}

	function inTurn(path: string, from: number) {
		const key = `${path} ${from}`;
		let packed = kept.get(key);
		if (packed) {
			kept.delete(key);
		} else {
			waiting++;
			packed = turn.then(() => pack(path, from)).finally(() => waiting--);
			turn = packed.catch(() => undefined);
			// What is not there yet may come.
			const forget = () => kept.delete(key);
			packed.then((found) => found ?? forget(), forget);
		}
		kept.set(key, packed);
		const [oldest] = kept.keys();
		if (kept.size > mostKept && oldest) kept.delete(oldest);
		return packed;
	}

	return async (name, from, packed) => {
		if (!packName.test(name) || !(from > 0) || from % tailStep !== 0) return null;
		const path = join(packsDirectory(dataDir()), name);
		return packed ? inTurn(path, from) : plain(path, from);
	};
}

/** The ustar form of POSIX.1-1988, as far as a backup needs it: plain files below 8 GB with names below 100 bytes. */
const block = 512;

export interface TarEntry {
	readonly name: string;
	readonly bytes: number;
}

/** @throws RangeError for a name or size that the form cannot hold */
export function tarHeader({ name, bytes }: TarEntry): Buffer {
	if (Buffer.byteLength(name) > 99) throw new RangeError(`the name is too long: ${name}`);
	if (bytes >= 8 ** 11) throw new RangeError(`the file is too large: ${name}`);
	const header = Buffer.alloc(block);
	const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
	header.write(name, 0);
	header.write(octal(0o600, 7), 100);
	header.write(octal(0, 7), 108);
	header.write(octal(0, 7), 116);
	header.write(octal(bytes, 11), 124);
	header.write(octal(0, 11), 136);
	header.write('        ', 148);
	header.write('0', 156);
	header.write('ustar\0' + '00', 257);
	header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
	return header;
}

/** What fills an entry up to whole blocks. */
export const tarPadding = (bytes: number): Buffer =>
	Buffer.alloc((block - (bytes % block)) % block);

/** Two empty blocks. */
export const tarEnd = Buffer.alloc(2 * block);

/** The bytes are no tar file, or not a whole one. */
export class BrokenTar extends Error {}

export interface ReadEntry extends TarEntry {
	/** to be read before the next entry is asked for; what is left is skipped */
	content(): AsyncGenerator<Buffer>;
}

/** The entries of a tar file, one after the other. @throws BrokenTar */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<ReadEntry> {
	const input = new Blocks(source);
	for (;;) {
		const header = await input.exactly(block);
		if (header.every((byte) => byte === 0)) return;
		const text = (at: number, length: number) =>
			header.toString('utf8', at, at + length).split('\0')[0] ?? '';
		const bytes = parseInt(text(124, 12), 8);
		const sum = parseInt(text(148, 8), 8);
		header.write('        ', 148);
		if (sum !== sumOf(header) || !Number.isSafeInteger(bytes))
			throw new BrokenTar('not a tar file, or a damaged one');
		let left = bytes;
		async function* content(): AsyncGenerator<Buffer> {
			while (left > 0) {
				const part = await input.some(left);
				left -= part.length;
				yield part;
			}
		}
		yield { name: text(0, 100), bytes, content };
		for await (const part of content()) void part;
		await input.exactly(tarPadding(bytes).length);
	}
}

const sumOf = (header: Buffer) => header.reduce((sum, byte) => sum + byte, 0);

class Blocks {
	readonly #source: AsyncIterator<Buffer>;
	#rest: Buffer = Buffer.alloc(0);

	constructor(source: AsyncIterable<Buffer>) {
		this.#source = source[Symbol.asyncIterator]();
	}

	/** At least one byte, at most so many. */
	async some(most: number): Promise<Buffer> {
		while (this.#rest.length === 0) {
			const { done, value } = await this.#source.next();
			if (done) throw new BrokenTar('the file is cut off');
			this.#rest = value;
		}
		const part = this.#rest.subarray(0, most);
		this.#rest = this.#rest.subarray(part.length);
		return part;
	}

	async exactly(bytes: number): Promise<Buffer> {
		const parts: Buffer[] = [];
		for (let left = bytes; left > 0;) {
			const part = await this.some(left);
			parts.push(part);
			left -= part.length;
		}
		return Buffer.concat(parts);
	}
}

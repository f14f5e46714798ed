/** What a player shows of a recording, and a screen reader says of the file. */
export interface RecordingTitle {
	readonly title: string;
	readonly artist: string;
	readonly album: string;
	/** four digits */
	readonly year: string;
}

/** UTF-16 with a byte order mark: the one Unicode that every reader of ID3v2.3 knows. */
function utf16(text: string): Uint8Array {
	const bytes = new Uint8Array(2 + text.length * 2);
	bytes.set([0xff, 0xfe]);
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		bytes.set([unit & 0xff, unit >> 8], 2 + at * 2);
	}
	return bytes;
}

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

function frame(id: string, body: Uint8Array): Uint8Array {
	const head = new Uint8Array(10);
	head.set(latin(id));
	new DataView(head.buffer).setUint32(4, body.length);
	return joined([head, body]);
}

const text = (id: string, value: string) => frame(id, joined([Uint8Array.of(1), utf16(value)]));

/** An ID3v2.3 tag, to stand before the first frame of an MP3. Source: id3.org/id3v2.3.0 */
export function id3Tag({ title, artist, album, year }: RecordingTitle): Uint8Array<ArrayBuffer> {
	const frames = joined([
		text('TIT2', title),
		text('TPE1', artist),
		text('TALB', album),
		frame('TYER', joined([Uint8Array.of(0), latin(year)])),
		frame('TLAN', joined([Uint8Array.of(0), latin('vie')])),
	]);
	const { length } = frames;
	// The size is written in four times seven bits, so that it never looks like the beginning of sound.
	const size = [21, 14, 7, 0].map((shift) => (length >> shift) & 0x7f);
	return joined([latin('ID3'), Uint8Array.of(3, 0, 0, ...size), frames]);
}

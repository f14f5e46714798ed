import fc from 'fast-check';
import { expect, test } from 'vitest';
import { id3Tag } from './id3.ts';

/** The text frames of a tag, read by the letter of the standard. */
function read(tag: Uint8Array): Record<string, string> {
	const view = new DataView(tag.buffer);
	expect(new TextDecoder('latin1').decode(tag.subarray(0, 3))).toBe('ID3');
	const size = [6, 7, 8, 9].reduce((sum, at) => (sum << 7) | tag[at]!, 0);
	expect(size + 10).toBe(tag.length);
	const frames: Record<string, string> = {};
	for (let at = 10; at < tag.length;) {
		const id = new TextDecoder('latin1').decode(tag.subarray(at, at + 4));
		const length = view.getUint32(at + 4);
		const body = tag.subarray(at + 10, at + 10 + length);
		const encoding = body[0] === 1 ? 'utf-16le' : 'latin1';
		frames[id] = new TextDecoder(encoding).decode(body.subarray(1));
		at += 10 + length;
	}
	return frames;
}

test('holds title, maker, year and language with every Vietnamese mark', () => {
	const tag = id3Tag({
		title: 'Đăng ký khai sinh',
		artist: 'Một Cửa Nói',
		album: '1.001193',
		year: '2026',
	});
	expect(read(tag)).toEqual({
		TIT2: 'Đăng ký khai sinh',
		TPE1: 'Một Cửa Nói',
		TALB: '1.001193',
		TYER: '2026',
		TLAN: 'vie',
	});
});

test('no byte of its size looks like the beginning of sound', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 400 }), (title) => {
			const tag = id3Tag({ title, artist: '', album: '', year: '2026' });
			for (const byte of tag.subarray(6, 10)) expect(byte).toBeLessThan(0x80);
		}),
	);
});

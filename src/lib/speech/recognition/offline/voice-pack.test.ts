import { expect, it } from 'vitest';
import { parseVoicePack, voicePackBytes } from './voice-pack.ts';

const file = { name: 'mdef', bytes: 5, sha256: 'a'.repeat(64) };
const manifest = (...files: unknown[]) => ({ version: '1', files });

it('takes a manifest and adds up its bytes', () => {
	const pack = parseVoicePack(manifest(file, { ...file, name: 'dict.txt', bytes: 7 }));
	expect(pack && voicePackBytes(pack)).toBe(12);
});

it.each([
	undefined,
	'<html>',
	{},
	manifest(),
	manifest({ ...file, name: '../mdef' }),
	manifest({ ...file, name: 'a/b' }),
	manifest({ ...file, bytes: -1 }),
	manifest({ ...file, bytes: 1e9 }),
	manifest({ ...file, sha256: 'xyz' }),
	manifest(file, null),
])('takes nothing else: %j', (value) => {
	expect(parseVoicePack(value)).toBeUndefined();
});

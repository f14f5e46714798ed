import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testDirectory } from '../../../../tests/support/test-directory.ts';
import { voicePackDirectory, voicePackFile, voicePackManifest } from './voice-pack.ts';

const names = [
	'dict.txt',
	'feat_params.json',
	'mdef',
	'means',
	'variances',
	'transition_matrices',
	'mixture_weights',
];

function pack() {
	const directory = testDirectory();
	for (const name of names) writeFileSync(join(directory, name), `content of ${name}`);
	return directory;
}

it('there is none where the operator named no folder', () => {
	expect(voicePackDirectory({})).toBeUndefined();
	expect(voicePackDirectory({ VOICE_PACK_DIR: '' })).toBeUndefined();
	expect(voicePackDirectory({ VOICE_PACK_DIR: '/srv/voice' })).toBe('/srv/voice');
});

it('names each file with its size and hash, and nothing else in the folder', async () => {
	const directory = pack();
	writeFileSync(join(directory, 'README.md'), 'secret');
	const manifest = await voicePackManifest(directory);
	expect(manifest?.files.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
	expect(manifest?.files.find(({ name }) => name === 'mdef')).toEqual({
		name: 'mdef',
		bytes: 15,
		sha256: createHash('sha256').update('content of mdef').digest('hex'),
	});
});

it('has a version that changes with any file', async () => {
	const directory = pack();
	const before = await voicePackManifest(directory);
	expect(await voicePackManifest(directory)).toEqual(before);
	writeFileSync(join(directory, 'means'), 'content of meanz');
	expect((await voicePackManifest(directory))?.version).not.toBe(before?.version);
});

it('is not offered when a file is missing', async () => {
	for (const name of names) {
		const directory = pack();
		rmSync(join(directory, name));
		expect(await voicePackManifest(directory)).toBeNull();
	}
	expect(await voicePackManifest('/nowhere')).toBeNull();
});

it('gives its own files and no other', async () => {
	const directory = pack();
	writeFileSync(join(directory, 'README.md'), 'secret');
	expect(String(await voicePackFile(directory, 'mdef'))).toBe('content of mdef');
	for (const name of ['README.md', '../mdef', 'noisedict.txt', '', 'manifest.json']) {
		expect(await voicePackFile(directory, name)).toBeNull();
	}
});

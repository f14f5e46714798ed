import { expect, it } from 'vitest';
import { voiceSettingsFrom } from './voice-settings.svelte.ts';

const defaults = voiceSettingsFrom(null);

it('the voice of a new device is a northern man at the normal pitch, with earcons, and sends nothing away', () => {
	expect(defaults).toEqual({
		region: 'north',
		gender: 'male',
		pitch: 1,
		volume: 1,
		service: false,
		earcons: true,
		clear: 'unasked',
	});
});

it('what was chosen comes back', () => {
	const chosen = { ...defaults, region: 'south', gender: 'female', pitch: 1.3, clear: 'no' };
	expect(voiceSettingsFrom(JSON.stringify(chosen))).toEqual(chosen);
});

it.each([
	'{',
	'null',
	'7',
	'[]',
	'{"region":"west","pitch":9,"volume":0,"service":"yes","more":1}',
])('what another version wrote does no harm: %s', (stored) => {
	expect(voiceSettingsFrom(stored)).toEqual(defaults);
});

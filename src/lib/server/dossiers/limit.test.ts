import { expect, it } from 'vitest';
import { limitOf } from './limit.ts';
import { tokenBuckets } from './token-buckets.ts';

const bucket = (burst: number) => tokenBuckets({ burst, perSecond: 1, clients: 10, now: () => 0 });
const from = (device?: string) =>
	new Request('http://localhost', { headers: device ? { 'x-device': device } : {} });

it('holds one device back before it uses up the address of its neighbours', () => {
	const limit = limitOf(bucket(4), bucket(2));
	const ask = (device?: string) => limit(from(device), '203.0.113.7');
	expect([ask('device-a'), ask('device-a'), ask('device-a'), ask('device-a')]).toEqual([
		0, 0, 1, 1,
	]);
	expect([ask('device-b'), ask('device-b')]).toEqual([0, 0]);
	expect([ask('device-c'), ask()]).toEqual([1, 1]);
	expect(limit(from('device-c'), '203.0.113.8')).toBe(0);
});

it('counts what is no name of a device by its address alone', () => {
	const limit = limitOf(bucket(3), bucket(1));
	for (const odd of ['short', 'a b c d e f g h', 'x'.repeat(65)])
		expect(limit(from(odd), '203.0.113.7')).toBe(0);
	expect(limit(from('short'), '203.0.113.7')).toBe(1);
});

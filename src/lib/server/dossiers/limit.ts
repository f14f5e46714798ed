import type { Asked } from './request-body.ts';
import { clientOf } from './client-of.ts';
import type { TakeToken } from './token-buckets.ts';

/** @returns 0, or after how many whole seconds the request may come again */
export type Limit = (request: Pick<Asked, 'headers'>, address: string) => number;

/**
 * One limit for each address and one for each device behind it: a village may share an address, and one phone that has
 * gone wild must not use it up for all. A device that does not name itself (`X-Device`, any random text it keeps) is
 * counted by its address alone.
 */
export const limitOf =
	(takeOfAddress: TakeToken, takeOfDevice: TakeToken): Limit =>
	(request, address) => {
		const device = request.headers.get('x-device') ?? '';
		const ofDevice = /^[A-Za-z0-9_-]{8,64}$/.test(device) ? takeOfDevice(device) : 0;
		// A device that must wait takes nothing from its neighbours.
		return ofDevice > 0 ? ofDevice : takeOfAddress(clientOf(address));
	};

import { sha256 } from '#lib/base/index.ts';
import { newDossierId, sealBody } from '#lib/dossiers/index.ts';
import type { Enqueue, FileWithBytes } from '#lib/outbox/index.ts';

export async function file(id: string, bytes: number, name = `${id}.jpg`): Promise<FileWithBytes> {
	const content = new Uint8Array(bytes).map((_, i) => (i * 31 + id.length) % 251);
	return {
		id,
		name,
		type: 'image/jpeg',
		bytes,
		sha256: await sha256(content),
		blob: new Blob([content], { type: 'image/jpeg' }),
	};
}

let made = 0;

/** A finalised dossier, ready to be queued. */
export async function dossier(
	files: readonly FileWithBytes[] = [],
	more: Partial<Enqueue> = {},
): Promise<Enqueue> {
	const random = new Uint8Array(16).fill(++made % 256);
	random[15] = made >> 8;
	const body = await sealBody({
		id: newDossierId(Date.UTC(2026, 10, 23), random),
		procedure: '1.001193',
		unit: '00004',
		form: { id: 'general', version: 1 },
		answers: {
			fullName: `Nguyễn Thị Thứ ${made}`,
			phone: '0912345678',
			request: 'Đăng ký khai sinh',
		},
		attachments: files.map(({ id, name, type, bytes, sha256 }) => ({
			id,
			name,
			type,
			bytes,
			sha256,
		})),
		createdAt: '2026-11-23T07:00:00.000Z',
	});
	return {
		id: body.id,
		payload: JSON.stringify(body),
		sha256: body.sha256,
		profile: 'me',
		procedure: body.procedure,
		title: 'Đăng ký khai sinh',
		unitName: 'Phường Ba Đình',
		attachments: files,
		...more,
	};
}

/** The value of what must have worked. */
export async function done<T>(
	result: Promise<{ ok: true; value: T } | { ok: false; reason: string; detail?: string }>,
): Promise<T> {
	const settled = await result;
	if (!settled.ok) throw new Error(`${settled.reason}: ${settled.detail ?? ''}`);
	return settled.value;
}

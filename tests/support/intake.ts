import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import {
	newDossierId,
	parseReceipt,
	sealBody,
	type Attachment,
	type DossierBody,
	type Receipt,
	type UnsealedBody,
} from '#lib/dossiers/index.ts';

import type { TestData } from './databases.ts';

export interface TestFile {
	readonly attachment: Attachment;
	readonly bytes: Buffer<ArrayBuffer>;
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A file that begins as a PDF; what follows differs from file to file. */
export function pdf(id: string, size = 2000, name = `${id}.pdf`): TestFile {
	const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);
	const attachment = {
		id,
		name,
		type: 'application/pdf',
		bytes: bytes.length,
		sha256: sha256Of(bytes),
	};
	return { attachment, bytes };
}

export const newId = () => newDossierId(Date.now(), randomBytes(16));

/** A general application, as a phone freezes it. */
export const dossier = (changes: Partial<UnsealedBody> = {}): Promise<DossierBody> =>
	sealBody({
		id: newId(),
		procedure: '1.001193',
		unit: '00004',
		form: { id: 'general', version: 1 },
		answers: { fullName: 'Nguyễn Thị Hoa', phone: '0912345678', request: 'Xin cấp bản sao' },
		attachments: [],
		createdAt: '2026-11-23T08:00:00.000Z',
		...changes,
	});

export const metadataOf = (dossierId: string, { id, sha256, name, type }: Attachment) => ({
	dossier: dossierId,
	attachment: id,
	sha256,
	filename: name,
	filetype: type,
});

/** The value of `Upload-Metadata`. */
export const encodeMetadata = (metadata: Readonly<Record<string, string>>) =>
	Object.entries(metadata)
		.map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
		.join(',');

export interface IntakeProcess {
	readonly url: string;
	readonly pid: number;
	/** what it wrote to stderr */
	log(): string;
	/** ends it; resolves when it has ended */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/**
 * `intake-server.ts` in a process of its own.
 * @param env with QUICK_PUT, a `PUT` goes past the router, as in the built app
 */
export async function startIntake({ env }: Pick<TestData, 'env'>): Promise<IntakeProcess> {
	const script = fileURLToPath(new URL('./intake-server.ts', import.meta.url));
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
		env: { ...process.env, ...env, PORT: '0' },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let log = '';
	child.stderr.on('data', (part: Buffer) => (log += part.toString()));
	const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
	const url = await new Promise<string>((resolve, reject) => {
		child.stdout.once('data', (part: Buffer) => resolve(part.toString().trim()));
		void ended.then((code) => reject(new Error(`the server ended with ${code}: ${log}`)));
	});
	return {
		url,
		pid: child.pid ?? 0,
		log: () => log,
		stop: (signal = 'SIGTERM') => {
			child.kill(signal);
			return ended;
		},
	};
}

/** A phone's whole way. @returns the receipt */
export async function deliver(
	url: string,
	body: DossierBody,
	files: readonly TestFile[] = [],
): Promise<Receipt> {
	for (const { attachment, bytes } of files) {
		const created = await fetch(`${url}/api/uploads`, {
			method: 'POST',
			headers: {
				'tus-resumable': '1.0.0',
				'upload-length': `${bytes.length}`,
				'upload-metadata': encodeMetadata(metadataOf(body.id, attachment)),
				'content-type': 'application/offset+octet-stream',
			},
			body: bytes,
		});
		if (created.status !== 201) throw new Error(`file not taken: ${created.status}`);
	}
	const answer = await fetch(`${url}/api/dossiers/${body.id}`, {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	const receipt = parseReceipt(await answer.json(), body.sha256);
	if (!receipt) throw new Error(`dossier not taken: ${answer.status}`);
	return receipt;
}

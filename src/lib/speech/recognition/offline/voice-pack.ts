/** The cache on this device in which a pack is kept. */
export const voicePackCache = 'mot-cua-noi-voice-pack';

/** One file of a voice pack, as the server's manifest names it. */
export interface VoicePackFile {
	readonly name: string;
	readonly bytes: number;
	/** lower hex */
	readonly sha256: string;
}

export interface VoicePack {
	readonly version: string;
	readonly files: readonly VoicePackFile[];
}

export const voicePackBytes = ({ files }: VoicePack): number =>
	files.reduce((sum, { bytes }) => sum + bytes, 0);

/** A pack is a few megabytes; what claims to be more is not ours. */
const mostBytes = 64_000_000;
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

const isFile = (value: unknown): value is VoicePackFile =>
	isObject(value) &&
	typeof value.name === 'string' &&
	/^[\w-][\w.-]*$/.test(value.name) &&
	Number.isSafeInteger(value.bytes) &&
	(value.bytes as number) >= 0 &&
	typeof value.sha256 === 'string' &&
	/^[0-9a-f]{64}$/.test(value.sha256);

/** @returns undefined for anything that is no manifest, such as a captive portal's page */
export function parseVoicePack(value: unknown): VoicePack | undefined {
	if (!isObject(value) || typeof value.version !== 'string' || !Array.isArray(value.files)) return;
	const files: unknown[] = value.files;
	if (files.length === 0 || !files.every(isFile)) return;
	const pack = { version: value.version, files };
	return voicePackBytes(pack) <= mostBytes ? pack : undefined;
}

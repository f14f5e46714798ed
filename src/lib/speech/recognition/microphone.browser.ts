import type { EngineFailure } from './engine.ts';

/**
 * Has the browser put its question about the microphone before a recogniser is started: while it waits for the answer,
 * a recogniser gives no event and looks dead. Somebody who cannot see the question may take a minute.
 * @returns why there is no microphone; undefined when listening may begin
 */
export async function askForMicrophone(signal: AbortSignal): Promise<EngineFailure | undefined> {
	const state = await microphonePermission();
	if (state === 'denied') return 'not-allowed';
	if (state !== 'prompt' || !navigator.mediaDevices) return undefined;
	return new Promise((resolve) => {
		signal.addEventListener('abort', () => resolve('aborted'), { once: true });
		if (signal.aborted) return resolve('aborted');
		navigator.mediaDevices.getUserMedia({ audio: true }).then(
			(stream) => {
				for (const track of stream.getTracks()) track.stop();
				resolve(undefined);
			},
			(error: DOMException) =>
				resolve(error.name === 'NotAllowedError' ? 'not-allowed' : 'no-microphone'),
		);
	});
}

/**
 * A recogniser gives no sign: does the browser still wait for the person to allow the microphone? Somebody who cannot
 * see the question may take a minute. Asking for the microphone joins that question; where none is open it fails at once.
 * @returns `wait` once the person has allowed it; `dead` when nobody was being asked
 */
export async function answerAboutMicrophone(signal: AbortSignal): Promise<'wait' | EngineFailure> {
	if ((await microphonePermission()) !== 'prompt') return 'dead';
	return (await askForMicrophone(signal)) ?? 'wait';
}

/** @returns undefined where the browser does not tell */
export async function microphonePermission(): Promise<PermissionState | undefined> {
	try {
		return (await navigator.permissions.query({ name: 'microphone' })).state;
	} catch {
		// Firefox does not know this permission's name.
		return undefined;
	}
}

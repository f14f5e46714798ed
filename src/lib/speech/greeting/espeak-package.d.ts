/** The whole package, in Node, while building; `espeak-voice.d.ts` has what reaches the phone. */
declare module '@echogarden/espeak-ng-emscripten' {
	export interface EspeakModule {
		eSpeakNGWorker: new () => {
			readonly samplerate: number;
			set_voice(name: string): number;
			synthesize(text: string, onSamples: (samples: Int16Array<ArrayBuffer>) => boolean): void;
		};
	}
	export default function create(options: {
		print(line: string): void;
		printErr(line: string): void;
	}): Promise<EspeakModule>;
}

declare module 'virtual:voice-greeting' {
	/** address of an MP3 file */
	const url: string;
	export default url;
}

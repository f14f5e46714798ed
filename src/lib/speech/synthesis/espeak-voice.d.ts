/** eSpeak NG as `espeak-voice.vite.ts` trims it. */
declare module 'virtual:espeak-voice/engine' {
	export interface EspeakEvent {
		type: 'samplerate' | 'sentence' | 'word' | 'phoneme' | 'mark' | 'play' | 'end';
		/** 1-based, in code points */
		text_position: number;
		/** in code points */
		word_length: number;
		/** milliseconds from the beginning */
		audio_position: number;
	}
	export interface EspeakVoice {
		readonly samplerate: number;
		/** 0 when the voice was found */
		set_voice(name: string): number;
		/** words per minute, 80…450; 175 is normal */
		set_rate(rate: number): number;
		/** 0…99; 50 is normal */
		set_pitch(pitch: number): number;
		/** Synchronous. `true` from the callback stops it. */
		synthesize(
			text: string,
			onSamples: (samples: Int16Array<ArrayBuffer>, events: EspeakEvent[]) => boolean,
		): void;
	}
	export interface EspeakModule {
		eSpeakNGWorker: new () => EspeakVoice;
	}
	export default function create(options: {
		getPreloadedPackage(): ArrayBuffer;
		print(line: string): void;
		printErr(line: string): void;
	}): Promise<EspeakModule>;
}

declare module 'virtual:espeak-voice/data' {
	const url: string;
	export default url;
}

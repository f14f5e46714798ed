export type { EarconId } from './earcons/earcons.ts';
export type {
	Capabilities,
	EngineId,
	Gender,
	OnSpeechEvent,
	Region,
	SpeakFailure,
	SpeakResult,
	SpeechEvent,
	SynthesisEngine,
	Utterance,
} from './synthesis/engine.ts';
export {
	createSpeaker,
	type Speaker,
	type SpeakerOptions,
	type VoiceMemory,
} from './synthesis/ladder.ts';
export { isSpeakable, splitWords, syllables } from './synthesis/words.ts';
export type {
	Alternative,
	Availability,
	Expected,
	Heard,
	LeftOut,
	ListenFailure,
	ListenRequest,
	ListenResult,
	RecognitionEngine,
	RecognitionEngineId,
} from './recognition/engine.ts';
export { createRecognizer, type Recognizer } from './recognition/ladder.ts';
export {
	voicePackBytes,
	voicePackCache,
	type VoicePack,
} from './recognition/offline/voice-pack.ts';
export { beforeListening, takeTurns, type TurnPorts } from './recognition/turns.ts';

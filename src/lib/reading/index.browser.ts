export { createMp3Encoder } from './recording/mp3-encoder.browser.ts';
export {
	createRecordings,
	type Recording,
	type Recordings,
} from './recording/recordings.browser.ts';

export { createPlayer } from './player.ts';
export type { Player, PlayerOptions, PlayerState, ReadingPace } from './player-types.ts';
export {
	headingId,
	playerItems,
	type PlayableScript,
	type PlayableSentence,
	type PlayerItem,
} from './player-items.ts';
export { readList, readPage } from './read-list.ts';
export { readProcedure } from './read-procedure.ts';
export { spokenScript, type SpokenScript, type SpokenSentence } from './spoken-script.ts';
export type { ReadingMessages } from './reading-messages.ts';
export {
	procedureSections,
	type Block,
	type ProcedureSectionId,
	type Script,
	type Section,
	type Sentence,
} from './script.ts';
export { placeToKeep, placeToResume, type KeptPlace } from './kept-place.ts';
export {
	actionOf,
	defaultShortcuts,
	readingActions,
	readShortcuts,
	shortcutFault,
	shortcutOf,
	type ReadingAction,
	type ShortcutFault,
	type Shortcuts,
} from './shortcuts.ts';
export { shownPlace, wordPlaces, type Place } from './word-places.ts';
export { positionOf, type Position } from './position.ts';
export { recordingFileName } from './recording/file-name.ts';
export { id3Tag, type RecordingTitle } from './recording/id3.ts';
export {
	recordScript,
	type Encoder,
	type Recorded,
	type RecordingFailure,
} from './recording/record-script.ts';

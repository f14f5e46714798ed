export { createPlayer, type Player, type PlayerOptions, type PlayerState } from './player.ts';
export {
	headingId,
	playerItems,
	type PlayableScript,
	type PlayableSentence,
	type PlayerItem,
} from './player-items.ts';

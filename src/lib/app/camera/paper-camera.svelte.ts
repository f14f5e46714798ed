/** Which paper lies before the live camera, on a screen that takes photographs. The camera is fetched when first wanted. */
import type CameraPart from './Camera.svelte';

export interface Pictured {
	readonly paper: string;
	readonly name: string;
	/** of the photograph */
	readonly number: number;
	/** id of the page that the photograph replaces */
	readonly instead?: string | undefined;
}

interface Opening extends Omit<Pictured, 'number'> {
	readonly pages: readonly { readonly id: string }[];
}

export class PaperCamera {
	pictured = $state.raw<Pictured>();
	Part = $state.raw<typeof CameraPart>();

	/**
	 * @param pages that are here already
	 * @returns false where there is no camera to ask for: the phone's own must do
	 */
	open({ pages, ...paper }: Opening): boolean {
		if (!('mediaDevices' in navigator)) return false;
		const at = pages.findIndex(({ id }) => id === paper.instead);
		this.pictured = { ...paper, number: (at < 0 ? pages.length : at) + 1 };
		import('./Camera.svelte').then(
			(part) => (this.Part = part.default),
			() => (this.pictured = undefined),
		);
		return true;
	}

	/** @returns what lay before it */
	close(): Pictured | undefined {
		const { pictured } = this;
		this.pictured = undefined;
		return pictured;
	}
}

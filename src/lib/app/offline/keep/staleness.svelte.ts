/** Of when the open procedure is, where an older release had to answer; and the newer text, once it is here. */
import { invalidateAll } from '$app/navigation';
import { catalogue } from '../../catalogue.svelte.ts';
import type { OpenedProcedure } from '../../procedures.browser.ts';
import { reader } from '../../reader.svelte.ts';
import { ageOf } from './age-of.browser.ts';

const fresh: readonly string[] = [];

/** Called while a screen is set up. @returns what to say of the age of what it shows */
export function staleness(opened: () => OpenedProcedure) {
	let told = $state.raw<{ readonly of: OpenedProcedure; readonly lines: readonly string[] }>();
	const lines = $derived(told?.of === opened() ? told.lines : fresh);
	$effect(() => {
		const shown = opened();
		void shown.older?.then((age) => {
			if (shown === opened()) told = { of: shown, lines: age };
		});
	});
	// The newer text takes its place, but not under somebody who listens.
	$effect(() => {
		void [catalogue.progress?.stage, catalogue.ready];
		if (lines.length === 0 || reader.active) return;
		void ageOf(opened().procedure.code).then((age) => {
			if (age.length === 0 && !reader.active) void invalidateAll();
		});
	});
	return {
		get lines() {
			return lines;
		},
	};
}

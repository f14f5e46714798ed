/** What Vietnamese needs of eSpeak's 24 MB: the phoneme tables, one dictionary, three voices, a woman's formants. */
const needed =
	/espeak-ng-data\/(phontab|phondata|phonindex|intonations|vi_dict|lang\/aav\/vi[^/]*|voices\/!v\/f2)$/;
const neededCount = 9;

/** Node's part of the loader, which no browser needs and whose `import("module")` upsets bundlers. */
const nodePart =
	'if(ENVIRONMENT_IS_NODE){const{createRequire}=await import("module");let dirname=import.meta.url;if(dirname.startsWith("data:")){dirname="/"}var require=createRequire(dirname)}';
/** Never reached, because the package sets `locateFile`, but bundlers look for the file it names. */
const wasmPart = 'return new URL("espeak-ng.wasm",import.meta.url).href';

export interface TrimmedEspeak {
	readonly code: string;
	readonly data: Uint8Array;
}

/**
 * Cuts `@echogarden/espeak-ng-emscripten` 0.3.5 down to Vietnamese: 24 MB of data become 712 KB.
 * @param code the package's `espeak-ng.js`
 * @param data the package's `espeak-ng.data`
 * @throws Error when the package's loader is no longer the one this was written for
 */
export function trimEspeak(code: string, data: Uint8Array): TrimmedEspeak {
	const call = code.match(/loadPackage\((\{files:\[.*?\],remote_package_size:(\d+)[^}]*\})\)/s);
	if (!call?.[1]) throw changed('loadPackage({files…}) is not there');
	if (Number(call[2]) !== data.length)
		throw changed('espeak-ng.data has another size than it says');

	const parts: Uint8Array[] = [];
	const files: { filename: string; start: number; end: number }[] = [];
	let offset = 0;
	for (const [, filename = '', start, end] of call[1].matchAll(
		/\{filename:"([^"]+)",start:(\d+),end:(\d+)/g,
	)) {
		if (!needed.test(filename)) continue;
		const bytes = data.subarray(Number(start), Number(end));
		parts.push(bytes);
		files.push({ filename, start: offset, end: (offset += bytes.length) });
	}
	if (files.length !== neededCount) {
		throw changed(`${files.length} of the ${neededCount} Vietnamese files were found`);
	}

	const trimmed = new Uint8Array(offset);
	for (const [index, part] of parts.entries()) trimmed.set(part, files[index]!.start);
	let patched = replaceOnce(code, call[1], JSON.stringify({ files, remote_package_size: offset }));
	patched = replaceOnce(patched, nodePart, '');
	patched = replaceOnce(patched, wasmPart, 'throw new Error("espeak-ng.wasm is not used")');
	return { code: patched, data: trimmed };
}

function replaceOnce(code: string, from: string, to: string): string {
	const parts = code.split(from);
	if (parts.length !== 2) throw changed(`${JSON.stringify(from.slice(0, 60))} is not there once`);
	return parts.join(to);
}

const changed = (what: string) =>
	new Error(`@echogarden/espeak-ng-emscripten has changed: ${what}; see espeak-trim.ts`);

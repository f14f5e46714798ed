/** Gives a file to the person: the browser asks where, or puts it with the downloads. */
export function saveFile(blob: Blob, name: string): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Safari reads it only after the click has returned.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

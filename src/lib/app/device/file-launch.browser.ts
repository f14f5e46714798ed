/** A file of ours opened from the phone's files: installed, the app is asked to open it (Chromium). */
interface LaunchQueue {
	setConsumer(
		consumer: (params: { readonly files?: readonly FileSystemFileHandle[] }) => void,
	): void;
}

/** @param take given each file that the app was opened with; the browser keeps them until this is called */
export function onOpenedWith(take: (file: File) => void): void {
	const { launchQueue } = window as { launchQueue?: LaunchQueue };
	launchQueue?.setConsumer(({ files = [] }) => {
		for (const handle of files) void handle.getFile().then(take, () => undefined);
	});
}

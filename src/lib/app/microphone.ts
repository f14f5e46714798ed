/** The microphone as the voice knows it: to be closed before anything sounds. The listener puts in how. */
export const microphone: { close(): Promise<void> } = { close: () => Promise.resolve() };

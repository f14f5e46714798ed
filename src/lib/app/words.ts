import { vi } from '#content/messages/vi.ts';

export type { Messages } from '#content/messages/vi.ts';

/** What the app says, handed to screens and components. */
export const words = vi;

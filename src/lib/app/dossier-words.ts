import { dossierScreens } from '#content/messages/dossier-screens.vi.ts';

/** The words of the form, the outbox and "Hồ sơ của tôi". */
export const dossierWords = dossierScreens;

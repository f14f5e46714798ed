import { vaultMessages } from '#content/messages/vault.vi.ts';

/** The words of "Giấy tờ và thông tin của tôi". */
export const vaultWords = vaultMessages;

export type { BackupReason } from './backup.browser.ts';
export {
	openVault,
	type Change,
	type Kept,
	type UnlockResult,
	type Vault,
	type VaultReason,
} from './vault.browser.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** heading of the error screen, where the failure is one we expected */
			title?: string;
		}
	}
}

declare global {
	interface ImportMetaEnv {
		/** set at build time by an operator who has an account for Azure speech, e.g. `southeastasia` */
		readonly VITE_AZURE_SPEECH_REGION?: string;
	}
}

export {};

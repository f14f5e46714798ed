declare global {
	namespace App {
		interface Error {
			message: string;
			/** heading of the error screen, where the failure is one we expected */
			title?: string;
		}
		interface PageState {
			/** it lies below the screen that the app was opened with: who comes back to it is led home */
			home?: true;
			/** the screen that the app was opened with, where home was laid below it */
			opened?: true;
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

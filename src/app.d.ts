declare global {
	namespace App {
		interface Error {
			message: string;
			/** heading of the error screen, where the failure is one we expected */
			title?: string;
		}
	}
}

export {};

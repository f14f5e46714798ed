/** @param path e.g. `answers.tenants.0.fullName`; empty for the whole body */
export type Report = (path: string, message: string) => void;

export interface BodyError {
	readonly path: string;
	readonly message: string;
}

/** The upload itself, without the parts for browsers' XMLHttpRequest, localStorage and Cordova (10 KB less). */
declare module 'tus-js-client/lib/upload.js' {
	import { Upload, type UploadOptions } from 'tus-js-client';
	export default class BaseUpload extends Upload {
		static readonly defaultOptions: UploadOptions;
	}
}

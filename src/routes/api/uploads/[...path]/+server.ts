import { handleUpload } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

const upload: RequestHandler = ({ request, getClientAddress }) =>
	handleUpload(request, getClientAddress());

// No GET: a file is never handed out to whoever knows an upload's address.
export { upload as POST, upload as HEAD, upload as PATCH, upload as DELETE, upload as OPTIONS };

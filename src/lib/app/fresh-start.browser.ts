const key = 'mot-cua-noi.fresh-start';

/**
 * After an update a part of the old app may be gone from the server and from this device. One fresh start brings the
 * new version; a second would bring the same failure, so it is tried once for an address and visit.
 */
export function freshStart() {
	try {
		if (sessionStorage.getItem(key) === location.pathname) return;
		sessionStorage.setItem(key, location.pathname);
	} catch {
		// Without a memory it could go round for ever: the person has a button.
		return;
	}
	location.reload();
}

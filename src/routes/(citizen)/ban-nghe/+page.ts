// Recordings are on the device: there is nothing a server could render.
export const ssr = false;

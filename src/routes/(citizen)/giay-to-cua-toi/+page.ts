// What is kept lies on the device, encrypted: there is nothing a server could render.
export const ssr = false;

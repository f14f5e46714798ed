/** What was given cannot be measured. The message is one line that names the place of the fault. */
export class Unusable extends Error {}

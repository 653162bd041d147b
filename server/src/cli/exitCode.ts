/** Nothing at or above the severity asked for. */
export const EXIT_OK = 0;
/** Something at or above it. */
export const EXIT_FINDINGS = 1;
/** Wrong use, a folder or file that cannot be read, or a fault of ours: nothing is certain. */
export const EXIT_USAGE = 2;

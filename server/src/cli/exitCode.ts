/** Nothing at or above the severity asked for. */
export const EXIT_OK = 0;
/** Something at or above it. */
export const EXIT_FINDINGS = 1;
/** Wrong use, or a folder or file that cannot be read. */
export const EXIT_USAGE = 2;

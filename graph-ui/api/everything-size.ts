/** More concepts than this are no picture. */
export const mostInEverything = 60_000

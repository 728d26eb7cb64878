/** Concepts that are compared at most. Apart, since the page reads it too. */
export const mostCompared = 8

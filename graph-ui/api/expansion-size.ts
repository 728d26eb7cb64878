/** Nodes that one expansion adds at most, where no other number is asked for. Apart, since the page reads it too. */
export const expansionSize = 40

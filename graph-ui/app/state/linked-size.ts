/** Nodes of a picture that a link holds exactly: 2,000 make an address of about 27 kB. */
export const mostLinkedNodes = 3000

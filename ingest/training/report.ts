/**
 * Told how far a piece of work is.
 * @param share 0..1 of it that is done
 * @param what what is being done, in a few words
 */
export type Report = (share: number, what: string) => void

/** The report for the part of a piece of work between two shares of it. */
export function within(report: Report, from: number, to: number): Report {
  return (share, what) => report(from + share * (to - from), what)
}

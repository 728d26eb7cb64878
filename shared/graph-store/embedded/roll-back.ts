import type { Transaction } from '@grafeo-db/js'

/**
 * Takes back a transaction that has failed. A commit that could not be written has been taken back already; the
 * engine still calls it active and then refuses, and the first error is the one that a person needs.
 */
export function rollBack(transaction: Transaction): void {
  try {
    transaction.rollback()
  } catch {}
}

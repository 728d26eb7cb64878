import { useEffect, useState } from 'react'

/** Milliseconds: shorter waits need no sign. */
const patience = 250

/** The value once it has stayed for a while. */
export function useLasting(value: string | null, ms: number = patience): string | null {
  const [lasting, setLasting] = useState<string | null>(null)
  useEffect(() => {
    if (value === null) {
      setLasting(null)
      return
    }
    const timer = setTimeout(() => setLasting(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return lasting
}

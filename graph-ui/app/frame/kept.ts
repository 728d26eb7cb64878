/** What the browser keeps for the page, in text under names; never throws, as storage can be blocked or full. */
interface Kept {
  read(name: string): string | null
  /** Where storage is blocked or full, the value lasts as long as the page. */
  write(name: string, value: string): void
}

/** For good. */
export const kept = keptIn(() => localStorage)
/** Until the tab is closed. */
export const keptForTab = keptIn(() => sessionStorage)

/** @param storage even naming it throws where it is blocked */
function keptIn(storage: () => Storage): Kept {
  const unsaved = new Map<string, string>()
  return {
    read(name) {
      try {
        return unsaved.get(name) ?? storage().getItem(name)
      } catch {
        return null
      }
    },
    write(name, value) {
      try {
        storage().setItem(name, value)
        unsaved.delete(name)
      } catch {
        unsaved.set(name, value)
      }
    },
  }
}

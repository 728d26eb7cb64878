/** Shortcuts as text: `Control+Shift+Z Control+Y` are two of them. */

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Whether one of some shortcuts is pressed. On a Mac the command key does what Control does elsewhere. */
export function isPressed(keys: string, press: KeyPress, { singleKeys }: { singleKeys: boolean }): boolean {
  return keys.split(' ').some((key) => (singleKeys || !isSingleKey(key)) && isOne(key, press))
}

/**
 * Whether a shortcut is one character alone, which who speaks to the computer, or rests a hand on the keys, gives
 * without meaning it (WCAG 2.1.4).
 */
export function isSingleKey(key: string): boolean {
  return key.length === 1
}

/** "Ctrl-Shift-Z", "Menu" */
export function keyNames(keys: string): string[] {
  return keys.split(' ').map((key) =>
    key
      .split('+')
      .map((part) => names[part] ?? part)
      .join('-'),
  )
}

const names: Record<string, string> = { Control: 'Ctrl', ContextMenu: 'Menu', Escape: 'Esc' }

function isOne(key: string, { key: pressed, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): boolean {
  const parts = key.split('+')
  const last = parts.at(-1)!
  // Where a sign such as "?" stands, and whether it takes Shift, is the keyboard's business.
  const isSign = /^[^a-z]$/i.test(last)
  return (
    pressed.toLowerCase() === last.toLowerCase() &&
    !altKey &&
    (ctrlKey || metaKey) === parts.includes('Control') &&
    (isSign || shiftKey === parts.includes('Shift'))
  )
}

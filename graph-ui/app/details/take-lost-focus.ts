/**
 * For the `ref` of what takes the place of a list: the button that was pressed there is gone, and the focus with it, or
 * waits at the panel around it. Where something else has the focus it stays there.
 */
export function takeLostFocus(element: HTMLElement | null): void {
  const { activeElement } = document
  const isLost = activeElement === document.body || activeElement === element?.closest('aside')
  if (element && isLost) element.focus({ preventScroll: true })
}

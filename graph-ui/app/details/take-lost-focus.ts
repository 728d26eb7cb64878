/**
 * For the `ref` of what takes the place of a list: the button that was pressed there is gone, and the focus with it.
 * Where something still has the focus it stays there.
 */
export function takeLostFocus(element: HTMLElement | null): void {
  if (element && document.activeElement === document.body) element.focus({ preventScroll: true })
}

/** A link to copy by hand, selected. */
import { useEffect, useId, useRef } from 'react'
import { Icon } from '../frame/icons.tsx'
import './link-dialog.css'

export function LinkDialog({ link, close }: { link: string; close(): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const title = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    field.current?.select()
    return () => element?.close()
  }, [])
  return (
    <dialog ref={dialog} className="dialog link-dialog" aria-labelledby={title} onClose={close}>
      <header>
        <h2 id={title}>Link to this view</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <p className="note">
        The browser does not let the page copy. The link is selected: copy it with Ctrl-C.
      </p>
      <input ref={field} aria-label="Link" readOnly value={link} onFocus={(event) => event.target.select()} />
    </dialog>
  )
}

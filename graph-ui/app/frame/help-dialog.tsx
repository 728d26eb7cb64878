/** Everything that can be done, with its keys, and whether keys of one character do anything. */
import { useEffect, useId, useRef } from 'react'
import { actionGroups } from '../actions/index.ts'
import { keyNames } from '../actions/keys.ts'
import { Icon } from './icons.tsx'
import './help-dialog.css'

interface HelpDialogProps {
  singleKeys: boolean
  setSingleKeys(on: boolean): void
  close(): void
}

export function HelpDialog({ singleKeys, setSingleKeys, close }: HelpDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const explanation = useId()
  // The browser gives the focus back to where it was.
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="dialog help" aria-labelledby={title} onClose={close}>
      <header>
        <h2 id={title}>What you can do here</h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close help"
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <p className="note">
        A click on an edge shows the sentences behind it, a double click on a node what stands around it. A
        right click or a long press opens a node’s menu. Where the page looks, its colours and its panels are
        no steps: undo leaves them alone.
      </p>
      {actionGroups.map(({ name, actions }) => (
        <section key={name} aria-label={name}>
          <h3>{name}</h3>
          <dl>
            {actions.map(({ id, name, keys }) => (
              <div key={id}>
                <dt>{name}</dt>
                <dd>
                  {keyNames(keys).map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label className="help-switch">
        <input
          type="checkbox"
          checked={singleKeys}
          aria-describedby={explanation}
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
        Shortcuts of one key
      </label>
      <p id={explanation} className="note">
        Turn them off if you speak to your computer, or often press keys without meaning to. Those with Ctrl,
        and keys such as Esc, Delete and Menu, work all the same.
      </p>
    </dialog>
  )
}

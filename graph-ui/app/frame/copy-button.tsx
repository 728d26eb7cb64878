import { useEffect, useState } from 'react'
import { copyText } from './clipboard.ts'
import { Icon } from './icons.tsx'

const toldForMs = 3000

interface CopyButtonProps {
  name: string
  /** Its name for those who do not see where it stands, where several are called the same. */
  label?: string
  /** What is copied, in a few words. */
  what: string
  text(): string
}

/** Puts text on the clipboard, and says for a moment whether that went well. */
export function CopyButton({ name, label, what, text }: CopyButtonProps) {
  const [told, setTold] = useState<string | null>(null)
  useEffect(() => {
    if (told === null) return
    const timer = setTimeout(() => setTold(null), toldForMs)
    return () => clearTimeout(timer)
  }, [told])
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        aria-label={label}
        title={`${name}: ${what}`}
        onClick={async () =>
          setTold((await copyText(text())) ? `Copied ${what}` : 'The browser does not let the page copy')
        }
      >
        <Icon name="copy" /> {name}
      </button>
      {told !== null && (
        <span className="count" role="status">
          {told}
        </span>
      )}
    </>
  )
}

/** Asks for the token of a server that is open to others. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { hasToken, keepToken } from '../api/request.ts'
import './token-form.css'

export function TokenForm({ retry }: { retry(): void }) {
  const [token, setToken] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keepToken(token.trim())
    retry()
  }
  return (
    <form className="token-form" onSubmit={submit}>
      <h1>This graph needs a token</h1>
      <p>It is the one that “skein serve” was started with, in SKEIN_TOKEN.</p>
      {hasToken() && (
        <p role="alert" className="failed">
          The token that was given is another one.
        </p>
      )}
      <label>
        Token
        <input
          ref={input}
          type="password"
          autoComplete="off"
          value={token}
          onChange={({ target }) => setToken(target.value)}
        />
      </label>
      <button type="submit" className="primary" disabled={token.trim() === ''}>
        Open
      </button>
    </form>
  )
}

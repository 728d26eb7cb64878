/** Asks for the token of a server that is open to others. */
import { type FormEvent, useState } from 'react'
import { keepToken } from '../api/request.ts'
import './token-form.css'

export function TokenForm({ retry }: { retry(): void }) {
  const [token, setToken] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keepToken(token.trim())
    retry()
  }
  return (
    <form className="token-form" onSubmit={submit}>
      <h2>This graph needs a token</h2>
      <p>It is the one that “skein serve” was started with, in SKEIN_TOKEN.</p>
      <label>
        Token
        <input type="password" autoComplete="off" value={token} onChange={(e) => setToken(e.target.value)} />
      </label>
      <button type="submit" className="primary" disabled={token.trim() === ''}>
        Open
      </button>
    </form>
  )
}

import { useEffect, useLayoutEffect, useState } from 'react'
import { applyTheme, type Theme } from '../palette.ts'
import { kept } from './kept.ts'

const stored = 'skein-theme'

/** Light or dark as the system is set, until the person chooses. */
export function useTheme(): [Theme, () => void] {
  const [chosen, choose] = useState<Theme | null>(() => {
    const value = kept.read(stored)
    return value === 'light' || value === 'dark' ? value : null
  })
  const [system, setSystem] = useState<Theme>(systemTheme)
  useEffect(() => {
    const query = darkQuery()
    const listen = () => setSystem(systemTheme())
    query.addEventListener('change', listen)
    return () => query.removeEventListener('change', listen)
  }, [])
  const theme = chosen ?? system
  useLayoutEffect(() => applyTheme(theme), [theme])
  const toggle = () => {
    const next = theme === 'dark' ? 'light' : 'dark'
    choose(next)
    kept.write(stored, next)
  }
  return [theme, toggle]
}

function darkQuery(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)')
}

function systemTheme(): Theme {
  return darkQuery().matches ? 'dark' : 'light'
}

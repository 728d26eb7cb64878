import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { takeTokenFromAddress } from './api/request.ts'
import { Explorer } from './explorer.tsx'
import './style/base.css'
import './style/frame.css'
import './style/panels.css'

takeTokenFromAddress()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Explorer />
  </StrictMode>,
)

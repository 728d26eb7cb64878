// The base first: the sheets of the components come after it.
import './style/base.css'
import './style/kinds.css'
import './style/words.css'
import './style/controls.css'
import './style/dialog.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { takeTokenFromAddress } from './api/request.ts'
import { Explorer } from './explorer.tsx'
import { FailureBoundary } from './frame/failure-boundary.tsx'

takeTokenFromAddress()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <FailureBoundary name="The explorer" close={null}>
      <Explorer />
    </FailureBoundary>
  </StrictMode>,
)

// The base first: the sheets of the components come after it.
import './style/base.css'
import './style/kinds.css'
import './style/words.css'
import './style/controls.css'
import './style/dialog.css'
import './style/forced-colours.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { api } from './api/index.ts'
import { takeTokenFromAddress } from './api/request.ts'
import { Explorer } from './explorer.tsx'
import { FailureBoundary } from './frame/failure-boundary.tsx'
import { createExplorer } from './state/explorer.ts'
import { followAddress } from './state/follow-address.ts'

takeTokenFromAddress()
const explorer = createExplorer(api)
/** A page that stays empty for longer makes people wonder. */
const patienceMs = 250
// Before the first drawing, so that the answer comes while the page is made.
await Promise.race([followAddress(explorer), new Promise((resolve) => setTimeout(resolve, patienceMs))])
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <FailureBoundary name="The explorer" close={null}>
      <Explorer explorer={explorer} />
    </FailureBoundary>
  </StrictMode>,
)

/** The numbers that papers report on a dataset: datasets to the left, a table for each metric to the right. */
import { useState } from 'react'
import { api } from '../api/index.ts'
import { WhenLoaded } from '../details/loading.tsx'
import { useLoaded } from '../details/use-loaded.ts'
import type { DeskPanelProps } from '../frame/desk-props.ts'
import { TabPanel, Tabs } from '../frame/tabs.tsx'
import { countOf } from '../numbers.ts'
import { boardName } from './amounts.ts'
import { BoardTable } from './board-table.tsx'
import { DatasetList } from './dataset-list.tsx'
import { useAbout } from './use-about.ts'
import './leaderboard.css'
import './tables.css'

export default function LeaderboardPanel(props: DeskPanelProps) {
  const [dataset, setDataset] = useState<string | null>(null)
  useAbout(props.about, ([key]) => {
    if (key?.startsWith('Concept/')) setDataset(key)
  })
  return (
    <div className="leaderboard-panel">
      <DatasetList chosen={dataset} choose={setDataset} />
      <div className="leaderboard">
        {dataset === null ? (
          <p className="note">Choose a dataset to see the numbers that papers report on it.</p>
        ) : (
          <Boards key={dataset} dataset={dataset} exploration={props.exploration} goToNode={props.goToNode} />
        )}
      </div>
    </div>
  )
}

interface BoardsProps extends Pick<DeskPanelProps, 'exploration' | 'goToNode'> {
  dataset: string
}

function Boards({ dataset, exploration, goToNode }: BoardsProps) {
  const loaded = useLoaded(dataset, (signal) => api.leaderboard(dataset, signal))
  const [chosen, setChosen] = useState('0')
  return (
    <WhenLoaded loaded={loaded}>
      {({ dataset: { key, name }, boards }) => {
        const board = boards[Number(chosen)]
        return (
          <>
            <h3 className="leaderboard-name">
              <button type="button" onClick={() => goToNode(key)}>
                {name}
              </button>
            </h3>
            {board === undefined ? (
              <p className="note">No paper here reports a number on {name}.</p>
            ) : (
              <>
                <Tabs
                  id="board"
                  name={`Metrics on ${name}`}
                  tabs={boards.map((each, i) => ({
                    id: String(i),
                    name: `${boardName(each)} · ${countOf(each.scores.length, 'number')}`,
                  }))}
                  chosen={chosen}
                  choose={setChosen}
                />
                <TabPanel of="board" tab={chosen} className="board">
                  <BoardTable
                    key={chosen}
                    board={board}
                    dataset={name}
                    exploration={exploration}
                    goToNode={goToNode}
                  />
                </TabPanel>
              </>
            )}
          </>
        )
      }}
    </WhenLoaded>
  )
}

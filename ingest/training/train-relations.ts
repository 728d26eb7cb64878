/** `tsx ingest/training/train-relations.ts [abstracts-train.jsonl]`: rebuilds ingest/models/roles.json and pairs.json. */
import { join } from 'node:path'
import { packageRoot } from '../../shared/package-root.ts'
import { splitText } from '../text/index.ts'
import { projectEntities, readAnnotatedAbstracts } from './annotated-abstracts.ts'
import { type RelationExample, writeRelationModels } from './relations.ts'

const data = process.env.SKEIN_DATA ?? join(packageRoot, '..', 'shared')
const file = process.argv[2] ?? join(data, 'gold', 'abstracts-train.jsonl')

writeRelationModels(
  readAnnotatedAbstracts(file).map((annotated): RelationExample => {
    const document = projectEntities(
      splitText({ title: annotated.title, abstract: annotated.text }),
      annotated.entities,
    )
    const roleOf = new Map(annotated.entities.map(({ name, role }) => [name, role]))
    const roles = document.entities.map(({ name }) => roleOf.get(name) ?? null)
    return { document, roles, relations: annotated.relations }
  }),
)

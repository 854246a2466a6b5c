import { evidenceOf, linksOfSelection } from '@core/case/evidence-of'
import type { CaseView } from '@core/case/case-view'
import { buildGraph } from '@core/graph/build-graph'
import type { GraphModel } from '@core/graph/graph-model'
import { marks, markKinds } from '@core/graph/marks'
import { basisSentence } from '@core/graph/picture-basis'
import type { EntityId, LinkId } from '@core/model/ids'
import { Network } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { EmptyState } from '../../components/empty-state'
import { IconButton } from '../../components/icon-button'
import { Legend } from '../../components/legend'
import { PictureFrame } from '../../components/picture-frame'
import type { PictureHint } from '../../components/picture-frame'
import { useCaseView } from '../../data/use-case-view'
import { useFilters } from '../../state/filters'
import { useSelection } from '../../state/selection'
import { GraphTable } from './graph-table'
import { createGraphScene } from './graph-scene'
import type { GraphHit, GraphScene, GraphSceneCallbacks } from './graph-scene-types'
import { useGraphPlaces } from './use-graph-places'

const nothing: GraphModel | undefined = undefined

export function GraphView() {
  const view = useCaseView()
  const filters = useFilters((state) => state.filters)
  const model = useMemo(() => (view ? buildGraph(view, { filters }) : nothing), [view, filters])
  const places = useGraphPlaces(model)
  const entities = useSelection((state) => state.entities)
  const links = useSelection((state) => state.links)
  const host = useRef<HTMLDivElement>(null)
  const [scene, setScene] = useState<GraphScene>()
  const [hint, setHint] = useState<PictureHint>()
  const latest = useRef<Latest>({ view, model, places })
  useEffect(() => {
    latest.current = { view, model, places }
  })

  useEffect(() => {
    if (!host.current) return
    const made = createGraphScene(
      host.current,
      callbacksFor(() => latest.current, setHint),
    )
    setScene(made)
    return () => {
      made.destroy()
      setScene(undefined)
    }
  }, [])

  const { positions, pinned } = places
  const hasFitted = useRef(false)
  useEffect(() => {
    if (!scene || !model || !positions) return
    scene.update(model, { positions, pinned })
    if (hasFitted.current || model.nodes.length === 0) return
    hasFitted.current = true
    scene.fit()
  }, [scene, model, positions, pinned])
  useEffect(() => {
    hasFitted.current = false
  }, [scene])
  useEffect(() => {
    if (scene && model) scene.select(idsInGraph(model, entities, links))
  }, [scene, model, positions, entities, links])

  const kinds = markKinds.filter((kind) => model?.nodes.some((node) => node.mark === kind))
  return (
    <PictureFrame
      host={host}
      onZoom={(factor) => scene?.zoomBy(factor)}
      onFit={() => scene?.fit()}
      actions={<IconButton icon={Network} label="Arrange anew" onClick={places.arrangeAnew} />}
      legend={<Legend kinds={kinds} />}
      caption={model ? basisSentence(model.basis) : ''}
      hint={hint}
      table={model && <GraphTable model={model} />}
      {...(model?.nodes.length === 0
        ? {
            empty: (
              <EmptyState title="Actors, their victims and tools will stand here. No link passes the filter now." />
            ),
          }
        : {})}
    />
  )
}

/** Double click: the first sentence behind what was just chosen. */
function openFirstEvidence(view: CaseView | undefined): void {
  const { entities, links, openEvidence } = useSelection.getState()
  const [first] = view ? evidenceOf(view, linksOfSelection(view, entities, links)) : []
  if (first) openEvidence(first.evidence.report, first.evidence)
}

interface Latest {
  readonly view: CaseView | undefined
  readonly model: GraphModel | undefined
  readonly places: ReturnType<typeof useGraphPlaces>
}

function callbacksFor(
  latest: () => Latest,
  setHint: (hint: PictureHint | undefined) => void,
): GraphSceneCallbacks {
  const { select, clearSelection } = useSelection.getState()
  const choose = (hit: GraphHit, additive: boolean) => {
    if (hit.type === 'edge') {
      // The scene hands back the link ids of the model it was given.
      select({ links: hit.links as readonly LinkId[] }, { additive })
      return
    }
    const node = latest().model?.nodes.find(({ id }) => id === hit.id)
    if (node) select({ entities: node.entities }, { additive })
  }
  return {
    onSelect: (hit, additive) => {
      if (hit) choose(hit, additive)
      else if (!additive) clearSelection()
    },
    onHover: (hit, at) => {
      const { model } = latest()
      setHint(hit && at && model ? { ...wordsFor(hit, model), ...at } : undefined)
    },
    onOpen: (hit) => {
      choose(hit, false)
      openFirstEvidence(latest().view)
    },
    onMoved: (moved) => latest().places.keepMoved(moved),
  }
}

function wordsFor(hit: GraphHit, model: GraphModel): Pick<PictureHint, 'title' | 'note'> {
  const basis = ({
    origins,
    documents,
  }: {
    readonly origins: number
    readonly documents: number
  }) =>
    `${documents} ${documents === 1 ? 'document' : 'documents'}, ${origins} ${origins === 1 ? 'origin' : 'origins'}`
  if (hit.type === 'node') {
    const node = model.nodes.find(({ id }) => id === hit.id)
    return node
      ? { title: node.label, note: `${marks[node.mark].label}, ${basis(node)}` }
      : { title: '', note: '' }
  }
  const edge = model.edges.find(({ id }) => id === hit.id)
  if (!edge) return { title: '', note: '' }
  const [source, target] = [model.nodes[edge.source], model.nodes[edge.target]]
  return {
    title: `${source?.label ?? ''} → ${target?.label ?? ''}`,
    note: edgeWords(edge, basis(edge)),
  }
}

function edgeWords(edge: GraphModel['edges'][number], basis: string): string {
  const word = edge.predicate === 'targets' ? (edge.outcome ?? 'targeted') : edge.predicate
  return `${edge.denied ? 'denied: ' : ''}${edge.hedged ? '~ ' : ''}${word}, ${basis}`
}

/** Selected entities and links, and the victim cells that are made of selected entities. */
function idsInGraph(
  model: GraphModel,
  entities: readonly EntityId[],
  links: readonly LinkId[],
): readonly string[] {
  const chosen = new Set<string>(entities)
  const cells = model.nodes.filter(
    (node) => node.entities.length > 1 && node.entities.every((id) => chosen.has(id)),
  )
  return [...entities, ...links, ...cells.map((node) => node.id)]
}

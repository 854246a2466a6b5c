import { evidenceOf, linksOfSelection } from '@core/case/evidence-of'
import { buildMap } from '@core/geo/build-map'
import type { MapModel } from '@core/geo/map-model'
import { basisSentence } from '@core/graph/picture-basis'
import type { CaseView } from '@core/case/case-view'
import { entityId } from '@core/model/ids'
import type { EntityId, LinkId } from '@core/model/ids'
import { Spline } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { EmptyState } from '../../components/empty-state'
import { IconButton } from '../../components/icon-button'
import { PictureFrame } from '../../components/picture-frame'
import type { PictureHint } from '../../components/picture-frame'
import { useCaseView } from '../../data/use-case-view'
import { useFilters } from '../../state/filters'
import { useSelection } from '../../state/selection'
import { MapLegend } from './map-legend'
import { createMapScene } from './map-scene'
import type { MapHit, MapScene, MapSceneCallbacks } from './map-scene-types'
import { MapTable } from './map-table'
import { theWorld } from './the-world'

export function MapView() {
  const view = useCaseView()
  const filters = useFilters((state) => state.filters)
  const model = useMemo(
    () => (view ? buildMap(view, theWorld().countries, { filters }) : undefined),
    [view, filters],
  )
  const entities = useSelection((state) => state.entities)
  const links = useSelection((state) => state.links)
  const [showArcs, setShowArcs] = useState(true)
  const host = useRef<HTMLDivElement>(null)
  const [scene, setScene] = useState<MapScene>()
  const [hint, setHint] = useState<PictureHint>()
  const latest = useRef<Latest>({ model, view })
  useEffect(() => {
    latest.current = { model, view }
  })

  useEffect(() => {
    if (!host.current) return
    const made = createMapScene(
      host.current,
      theWorld(),
      callbacksFor(() => latest.current, setHint),
    )
    setScene(made)
    return () => {
      made.destroy()
      setScene(undefined)
    }
  }, [])
  useEffect(() => {
    if (scene && model) scene.update(model, { showArcs })
  }, [scene, model, showArcs])
  useEffect(() => {
    scene?.select([...entities, ...links])
  }, [scene, model, entities, links])

  const isEmpty =
    model !== undefined &&
    model.victims.length + model.regions.length + model.unknownOrigin.length === 0
  return (
    <PictureFrame
      host={host}
      onZoom={(factor) => scene?.zoomBy(factor)}
      onFit={() => scene?.fit()}
      actions={
        <IconButton
          icon={Spline}
          label={showArcs ? 'Hide the arcs' : 'Show the arcs'}
          pressed={showArcs}
          onClick={() => setShowArcs(!showArcs)}
        />
      }
      legend={<MapLegend />}
      caption={model ? `${basisSentence(model.basis)}. ${theWorld().note}` : ''}
      hint={hint}
      table={model && <MapTable model={model} />}
      {...(isEmpty
        ? {
            empty: (
              <EmptyState title="Victim countries and the roads to them will stand here. No attack on a country passes the filter now." />
            ),
          }
        : {})}
    />
  )
}

interface Latest {
  readonly model: MapModel | undefined
  readonly view: CaseView | undefined
}

function callbacksFor(
  latest: () => Latest,
  setHint: (hint: PictureHint | undefined) => void,
): MapSceneCallbacks {
  const { select, clearSelection } = useSelection.getState()
  const choose = (hit: MapHit, additive: boolean) => select(chosenBy(hit, latest()), { additive })
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
      const { view } = latest()
      const { entities, links, openEvidence } = useSelection.getState()
      const [first] = view ? evidenceOf(view, linksOfSelection(view, entities, links)) : []
      if (first) openEvidence(first.evidence.report, first.evidence)
    },
  }
}

function chosenBy(
  hit: MapHit,
  { model, view }: Latest,
): { readonly entities?: readonly EntityId[]; readonly links?: readonly LinkId[] } {
  switch (hit.type) {
    case 'country': {
      const country = entityId('country', hit.iso2)
      if (view?.entities.has(country)) return { entities: [country] }
      return { entities: model?.victims.find(({ iso2 }) => iso2 === hit.iso2)?.entities ?? [] }
    }
    case 'arc':
      return { links: model?.arcs.find(({ id }) => id === hit.id)?.links ?? [] }
    case 'region':
      return {
        entities:
          model?.regions.flatMap(({ entity }) => (entity === hit.entity ? [entity] : [])) ?? [],
      }
    case 'actor':
      return {
        entities:
          model?.unknownOrigin.flatMap(({ actor }) => (actor === hit.actor ? [actor] : [])) ?? [],
      }
  }
}

function wordsFor(hit: MapHit, model: MapModel): Pick<PictureHint, 'title' | 'note'> {
  switch (hit.type) {
    case 'country': {
      const victim = model.victims.find(({ iso2 }) => iso2 === hit.iso2)
      if (victim) return { title: victim.name, note: standing(victim) }
      const isOrigin = model.originCountries.includes(hit.iso2)
      return { title: hit.name, note: isOrigin ? 'suspected origin' : 'no attack in this case' }
    }
    case 'arc': {
      const arc = model.arcs.find(({ id }) => id === hit.id)
      return arc
        ? { title: `${arc.actorName} → ${arc.to}`, note: standing(arc) }
        : { title: '', note: '' }
    }
    case 'region': {
      const region = model.regions.find(({ entity }) => entity === hit.entity)
      return region ? { title: region.name, note: standing(region) } : { title: '', note: '' }
    }
    case 'actor': {
      const actor = model.unknownOrigin.find((one) => one.actor === hit.actor)
      return { title: actor?.name ?? '', note: 'origin unknown' }
    }
  }
}

function standing(
  victim: Pick<
    MapModel['regions'][number],
    'outcome' | 'hedged' | 'denied' | 'links' | 'documents' | 'origins'
  >,
): string {
  const word = victim.denied
    ? 'denied'
    : `${victim.hedged ? '~ ' : ''}${victim.outcome ?? 'targeted'}`
  const links = victim.links.length
  return `${word}; ${links} ${links === 1 ? 'link' : 'links'}, ${victim.documents} ${victim.documents === 1 ? 'document' : 'documents'}, ${victim.origins} ${victim.origins === 1 ? 'origin' : 'origins'}`
}

import type { Entity, EntityKind } from '../model/entity'
import type { Outcome, Polarity, Predicate } from '../model/link'

/** What a mark can stand for: every entity kind, an actor without a name, and sector × country as one victim. */
export type MarkKind = EntityKind | 'unnamed-actor' | 'victim-cell'

export interface Mark {
  readonly label: string
  readonly plural: string
  /** Unique; read aloud and printed where a shape cannot be. */
  readonly letter: string
  /** Okabe–Ito hex, or `ink` where the theme's text colour stands in. Never orange or yellow: those mean selection. */
  readonly colour: string
  readonly fill: 'filled' | 'hollow'
  /** The outline is broken (regions: an area without an exact border). */
  readonly dashed: boolean
  /** SVG path in a box of ±1 around the origin, made of absolute M, L, C and Z only. */
  readonly path: string
  /** Drawn over `path`, filled with `colour` while `path` stays hollow. */
  readonly inner?: string
}

const circle = circlePath(1)
const hexagon = 'M0,-1L0.866,-0.5L0.866,0.5L0,1L-0.866,0.5L-0.866,-0.5Z'
const diamond = 'M0,-1.1L1.1,0L0,1.1L-1.1,0Z'
const triangle = 'M0,-1.05L1.08,0.82L-1.08,0.82Z'
const inverted = 'M0,1.05L1.08,-0.82L-1.08,-0.82Z'

const vermilion = '#d55e00'
const blue = '#0072b2'
const sky = '#56b4e9'
const green = '#009e73'
const purple = '#cc79a7'

/** The one language of marks (desk.md): shape first, colour second; graph, map, lists, legend and PDF all draw from here. */
export const marks: Readonly<Record<MarkKind, Mark>> = {
  actor: mark('Actor', 'Actors', 'A', vermilion, diamond),
  'unnamed-actor': mark('Unnamed actor', 'Unnamed actors', 'U', vermilion, diamond, 'hollow'),
  campaign: mark(
    'Campaign',
    'Campaigns',
    'G',
    vermilion,
    'M-0.8,-1L1,-0.55L-0.5,0.1L-0.5,1L-0.8,1Z',
  ),
  country: mark('Country', 'Countries', 'C', blue, circle),
  region: { ...mark('Region', 'Regions', 'R', blue, circle, 'hollow'), dashed: true },
  place: mark(
    'Place',
    'Places',
    'L',
    blue,
    'M0,1.1C-0.3,0.55 -0.75,0.2 -0.75,-0.35C-0.75,-0.77 -0.42,-1.1 0,-1.1C0.42,-1.1 0.75,-0.77 0.75,-0.35C0.75,0.2 0.3,0.55 0,1.1Z',
  ),
  sector: mark('Sector', 'Sectors', 'S', sky, hexagon),
  organization: mark(
    'Organisation',
    'Organisations',
    'O',
    sky,
    'M-0.86,-0.86L0.86,-0.86L0.86,0.86L-0.86,0.86Z',
  ),
  'victim-cell': {
    ...mark('Sector in a country', 'Sectors in countries', 'X', sky, circlePath(1.1), 'hollow'),
    inner: scalePath(hexagon, 0.7),
  },
  malware: mark('Malware', 'Malware', 'M', purple, triangle),
  tool: mark('Tool', 'Tools', 'T', purple, triangle, 'hollow'),
  vulnerability: mark('Vulnerability', 'Vulnerabilities', 'V', green, inverted),
  product: mark('Product', 'Products', 'P', green, inverted, 'hollow'),
  technique: mark(
    'Technique',
    'Techniques',
    'H',
    'ink',
    'M-0.75,-1L0.15,-1L0.95,0L0.15,1L-0.75,1L0.05,0Z',
  ),
  indicator: mark('Indicator', 'Indicators', 'I', 'ink', circlePath(0.5)),
  vendor: mark(
    'Vendor or source',
    'Vendors and sources',
    'N',
    green,
    'M0,-0.55C-0.35,-0.85 -0.7,-0.85 -1.1,-0.75L-1.1,0.7C-0.7,0.6 -0.35,0.6 0,0.9C0.35,0.6 0.7,0.6 1.1,0.7L1.1,-0.75C0.7,-0.85 0.35,-0.85 0,-0.55Z',
    'hollow',
    'M0,-0.55L0,0.9',
  ),
}

/** In the order of legends. */
export const markKinds: readonly MarkKind[] = [
  'actor',
  'unnamed-actor',
  'campaign',
  'victim-cell',
  'country',
  'region',
  'place',
  'sector',
  'organization',
  'malware',
  'tool',
  'vulnerability',
  'product',
  'technique',
  'indicator',
  'vendor',
]

export function markKindOf(entity: Pick<Entity, 'kind' | 'unnamed'>): MarkKind {
  return entity.kind === 'actor' && entity.unnamed ? 'unnamed-actor' : entity.kind
}

/** The mark's outline at a radius in pixels, for `<path d>` or `Path2D`. */
export function markPath(kind: MarkKind, radius: number): string {
  return scalePath(marks[kind].path, radius)
}

export function markInnerPath(kind: MarkKind, radius: number): string | undefined {
  const { inner } = marks[kind]
  return inner === undefined ? undefined : scalePath(inner, radius)
}

/** `relation`: every predicate but `targets`. */
export type LineKind = Outcome | 'relation'
export type Arrowhead = 'filled' | 'open' | 'half' | 'none'

export interface LineStyle {
  readonly kind: LineKind
  /** In multiples of the line's width, as d3 and SVG dashes alternate; empty: solid. */
  readonly dash: readonly number[]
  readonly arrowhead: Arrowhead
  /** Hedged: two hairlines with a gap, and "~" before the word. */
  readonly hollow: boolean
  /** Denied: a bar across the middle. */
  readonly barred: boolean
  /** "compromised", "~ targeted", "denied: attempted", "uses": for legends, tooltips and screen readers. */
  readonly label: string
}

const lineKinds: Readonly<Record<LineKind, Pick<LineStyle, 'dash' | 'arrowhead'>>> = {
  compromised: { dash: [], arrowhead: 'filled' },
  targeted: { dash: [5, 3], arrowhead: 'open' },
  attempted: { dash: [0.1, 2.6], arrowhead: 'half' },
  relation: { dash: [], arrowhead: 'none' },
}

export interface LineFacts {
  readonly predicate: Predicate
  readonly outcome?: Outcome | undefined
  readonly hedged: boolean
  readonly polarity: Polarity
}

/** A `targets` link without an outcome is drawn as targeted: no more is claimed than is known. */
export function lineStyle({ predicate, outcome, hedged, polarity }: LineFacts): LineStyle {
  const kind = predicate === 'targets' ? (outcome ?? 'targeted') : 'relation'
  const word = predicate === 'targets' ? kind : predicateLabels[predicate]
  const barred = polarity === 'denied'
  return {
    kind,
    ...lineKinds[kind],
    hollow: hedged,
    barred,
    label: `${barred ? 'denied: ' : ''}${hedged ? '~ ' : ''}${word}`,
  }
}

export const predicateLabels: Readonly<Record<Predicate, string>> = {
  targets: 'targets',
  uses: 'uses',
  exploits: 'exploits',
  'originates-from': 'originates from',
  'based-in': 'is based in',
  'alias-of': 'is also called',
  'attributed-to': 'attributed to',
  'reported-by': 'reported by',
  'related-to': 'related to',
}

/** Line widths in pixels by independent origins, never documents. */
export const widthSteps = [
  { from: 1, label: '1', width: 1.25 },
  { from: 2, label: '2', width: 2.25 },
  { from: 3, label: '3–4', width: 3.5 },
  { from: 5, label: '5+', width: 5 },
] as const

export function lineWidth(origins: number): number {
  return (widthSteps.findLast((step) => origins >= step.from) ?? widthSteps[0]).width
}

function mark(
  label: string,
  plural: string,
  letter: string,
  colour: string,
  path: string,
  fill: Mark['fill'] = 'filled',
  inner?: string,
): Mark {
  const plain = { label, plural, letter, colour, fill, dashed: false, path }
  return inner === undefined ? plain : { ...plain, inner }
}

/** Four cubic arcs; the constant is the usual one for a quarter circle. */
function circlePath(r: number): string {
  const k = round(0.5523 * r)
  return `M0,${-r}C${k},${-r} ${r},${-k} ${r},0C${r},${k} ${k},${r} 0,${r}C${-k},${r} ${-r},${k} ${-r},0C${-r},${-k} ${-k},${-r} 0,${-r}Z`
}

function scalePath(path: string, factor: number): string {
  return path.replace(/-?\d+(?:\.\d+)?/g, (number) => String(round(Number(number) * factor)))
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0
}

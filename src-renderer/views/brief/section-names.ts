import { wordsHeadings } from '@core/brief/draft/draft-words'
import type { FactsId, PlanSection, WordsRole } from '@core/brief/plan/brief-plan'
import { factsIds, wordsRoles } from '@core/brief/plan/brief-plan'

/** Short names of the blocks in the composer's list. */
const factsNames: Readonly<Record<FactsId, string>> = {
  scope: 'Scope',
  summary: 'Summary',
  map: 'Map',
  graph: 'Graph',
  timeline: 'Activity in time',
  victims: 'Victims',
  software: 'Software and vulnerabilities',
  techniques: 'ATT&CK techniques',
  diamond: 'Diamond summary',
  gaps: 'Intelligence gaps',
  changes: 'Changed since the last issue',
  'source-summary': 'Source summary statement',
  sources: 'Sources',
  quotations: 'Evidence, word for word',
  names: 'Names as worn',
  indicators: 'Indicators (defanged)',
  method: 'Method',
  scales: 'Scales',
}

export function sectionName(section: PlanSection): string {
  return section.type === 'facts'
    ? factsNames[section.facts]
    : (section.heading ?? wordsHeadings[section.role])
}

/** Every block that could stand in a brief, as a section of its own. */
export function allSections(): readonly PlanSection[] {
  return [...wordsRoles.map(wordsSection), ...factsIds.map(factsSection)]
}

function wordsSection(role: WordsRole): PlanSection {
  return { key: role, type: 'words', role }
}

function factsSection(facts: FactsId): PlanSection {
  return { key: facts, type: 'facts', facts }
}

import type {
  BriefPlan,
  BriefSubject,
  FactsId,
  PlanSection,
  TemplateId,
  WordsRole,
} from './brief-plan'

interface Template {
  readonly name: string
  /** What it is for, in the words of the list from which it is chosen. */
  readonly purpose: string
  readonly sections: readonly (`words:${WordsRole}` | FactsId)[]
}

const annex: readonly FactsId[] = ['gaps', 'source-summary', 'sources', 'quotations']
const appendices: readonly FactsId[] = ['names', 'indicators', 'method', 'scales']

/** The order is that of a professional product: answer first, evidence behind, method last (ICD 203; tradecraft). */
export const templates: Readonly<Record<TemplateId, Template>> = {
  actor: {
    name: 'Threat actor',
    purpose: 'Who it is, whom it went after and how far it got',
    sections: [
      'words:bluf',
      'words:judgements',
      'scope',
      'summary',
      'map',
      'graph',
      'timeline',
      'victims',
      'software',
      'techniques',
      'diamond',
      'words:alternatives',
      'words:outlook',
      'changes',
      ...annex,
      ...appendices,
    ],
  },
  victim: {
    name: 'Victim country or sector',
    purpose: 'Who went after a country, a sector or an organisation',
    sections: [
      'words:bluf',
      'words:judgements',
      'scope',
      'summary',
      'victims',
      'timeline',
      'map',
      'graph',
      'software',
      'techniques',
      'words:outlook',
      'changes',
      ...annex,
      ...appendices,
    ],
  },
  campaign: {
    name: 'Campaign',
    purpose: 'One stretch of activity: when, against whom, with what',
    sections: [
      'words:bluf',
      'words:judgements',
      'scope',
      'timeline',
      'summary',
      'victims',
      'map',
      'graph',
      'software',
      'techniques',
      'words:alternatives',
      ...annex,
      ...appendices,
    ],
  },
  digest: {
    name: 'Weekly digest',
    purpose: 'What the reports of the last days say',
    sections: ['words:bluf', 'changes', 'summary', 'victims', 'map', ...annex, 'names', 'method'],
  },
  blank: {
    name: 'Blank',
    purpose: 'Only the sources and their words; everything else is yours',
    sections: ['words:assessment', 'source-summary', 'sources', 'quotations', 'method'],
  },
}

/** A plan as the template has it; every key is its place, so that the same template gives the same plan. */
export function newPlan(
  template: TemplateId,
  subject: BriefSubject = {},
  facts: Partial<BriefPlan> = {},
): BriefPlan {
  return {
    template,
    subject,
    version: 1,
    paper: 'A4',
    ink: 'colour',
    yardstick: 'icd203',
    sections: templates[template].sections.map(sectionOf),
    ...facts,
  }
}

function sectionOf(name: Template['sections'][number]): PlanSection {
  if (!name.startsWith('words:'))
    // What is not of the words is of the facts: the type of `sections` says so.
    return { key: name, type: 'facts', facts: name as FactsId }
  // The prefix was just seen.
  const role = name.slice('words:'.length) as WordsRole
  return { key: role, type: 'words', role }
}

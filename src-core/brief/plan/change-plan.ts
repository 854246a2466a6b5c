import { omit } from '../../lib/omit'
import type { BriefPlan, PlanSection, Statement } from './brief-plan'

/** Whether a person's words stand in it: what no rule could draft again. */
export function isAuthored({ sections }: BriefPlan): boolean {
  return sections.some((section) => section.type === 'words' && section.statements !== undefined)
}

/** A field set, or taken out where the value is undefined or blank: an absent field means the default. */
export function withField<Key extends 'title' | 'number' | 'requirement' | 'author' | 'ceiling'>(
  plan: BriefPlan,
  key: Key,
  value: BriefPlan[Key],
): BriefPlan {
  const rest = omit(plan, key)
  // Every field that may be taken out is optional in a plan.
  return (value === undefined || value === '' ? rest : { ...rest, [key]: value }) as BriefPlan
}

/** Moves a section by so many places; at either end it stays. */
export function moveSection(plan: BriefPlan, key: string, by: number): BriefPlan {
  const from = plan.sections.findIndex((section) => section.key === key)
  const to = Math.max(0, Math.min(plan.sections.length - 1, from + by))
  const moved = plan.sections[from]
  if (!moved || from === to) return plan
  const rest = plan.sections.filter((section) => section !== moved)
  return { ...plan, sections: [...rest.slice(0, to), moved, ...rest.slice(to)] }
}

export function removeSection(plan: BriefPlan, key: string): BriefPlan {
  return { ...plan, sections: plan.sections.filter((section) => section.key !== key) }
}

/** Puts a section in; one that is there already stays where it is. */
export function addSection(plan: BriefPlan, section: PlanSection): BriefPlan {
  return plan.sections.some(({ key }) => key === section.key)
    ? plan
    : { ...plan, sections: [...plan.sections, section] }
}

/** The analyst's statements for a section of words; undefined hands it back to the rules. */
export function setStatements(
  plan: BriefPlan,
  key: string,
  statements: readonly Statement[] | undefined,
): BriefPlan {
  return {
    ...plan,
    sections: plan.sections.map((section) => {
      if (section.key !== key || section.type !== 'words') return section
      const bare = omit(section, 'statements')
      return statements ? { ...bare, statements } : bare
    }),
  }
}

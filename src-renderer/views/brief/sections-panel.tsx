import { draftWords } from '@core/brief/draft/draft-words'
import type { FactParts } from '@core/brief/facts/fact-parts'
import type { BriefFinding } from '@core/brief/language/finding'
import { addSection, moveSection, removeSection, setStatements } from '@core/brief/plan/change-plan'
import type { BriefPlan, PlanSection } from '@core/brief/plan/brief-plan'
import { draftParts } from '@core/brief/words-block'
import { Button, Menu } from '@mantine/core'
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, GripVertical, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../components/icon-button'
import classes from './brief-view.module.css'
import { allSections, sectionName } from './section-names'
import { StatementsEditor } from './statements-editor'

export interface SectionsPanelProps {
  readonly plan: BriefPlan
  readonly parts: FactParts
  readonly findings: readonly BriefFinding[]
  readonly change: (plan: BriefPlan, typing?: string) => void
  /** Key of the section that is open for writing. */
  readonly open: string | undefined
  readonly setOpen: (key: string | undefined) => void
}

/** The brief's blocks in their order: drag, or move with the arrows; words open to be written. */
export function SectionsPanel(props: SectionsPanelProps) {
  const { plan, parts, findings, change, open, setOpen } = props
  const [dragged, setDragged] = useState<string>()
  const missing = allSections().filter(
    ({ key }) => !plan.sections.some((section) => section.key === key),
  )
  const dropOn = (target: string) => {
    const places = plan.sections.map(({ key }) => key)
    if (dragged !== undefined && dragged !== target)
      change(moveSection(plan, dragged, places.indexOf(target) - places.indexOf(dragged)))
    setDragged(undefined)
  }
  return (
    <div>
      <ol className={classes.sections}>
        {plan.sections.map((section, i) => (
          <li
            key={section.key}
            className={classes.section}
            data-dragged={dragged === section.key || undefined}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              setDragged(section.key)
            }}
            onDragEnd={() => {
              setDragged(undefined)
            }}
            onDragOver={(event) => {
              if (dragged !== undefined) event.preventDefault()
            }}
            onDrop={(event) => {
              event.preventDefault()
              dropOn(section.key)
            }}
          >
            <SectionHead
              section={section}
              isOpen={open === section.key}
              isDrafted={
                section.type === 'words' && draftWords(section.role, draftParts(parts)).length > 0
              }
              isFirst={i === 0}
              isLast={i === plan.sections.length - 1}
              troubles={findings.filter((finding) => finding.section === section.key).length}
              toggle={() => {
                setOpen(open === section.key ? undefined : section.key)
              }}
              move={(by) => {
                change(moveSection(plan, section.key, by))
              }}
              remove={() => {
                change(removeSection(plan, section.key))
              }}
            />
            {section.type === 'words' && open === section.key && (
              <StatementsEditor
                role={section.role}
                statements={section.statements}
                drafts={draftWords(section.role, draftParts(parts))}
                parts={parts}
                findings={findings.filter((finding) => finding.section === section.key)}
                change={(statements, typing) => {
                  change(setStatements(plan, section.key, statements), typing)
                }}
              />
            )}
          </li>
        ))}
      </ol>
      {missing.length > 0 && (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" variant="default" leftSection={<Plus size={14} />}>
              Add a block
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {missing.map((section) => (
              <Menu.Item
                key={section.key}
                onClick={() => {
                  change(addSection(plan, section))
                }}
              >
                {sectionName(section)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

interface SectionHeadProps {
  readonly section: PlanSection
  readonly isOpen: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly troubles: number
  readonly isDrafted: boolean
  readonly toggle: () => void
  readonly move: (by: number) => void
  readonly remove: () => void
}

function SectionHead(props: SectionHeadProps) {
  const { section, isOpen, isFirst, isLast, troubles, toggle, move, remove } = props
  const draftWord = props.isDrafted ? 'drafted' : 'not written'
  const name = sectionName(section)
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div className={classes.sectionHead}>
      <GripVertical size={14} aria-hidden className={classes.grip} />
      {section.type === 'words' ? (
        <button className={classes.sectionName} aria-expanded={isOpen} onClick={toggle}>
          <Chevron size={14} aria-hidden />
          {name}
          <span className={classes.tag}>{section.statements ? 'yours' : draftWord}</span>
          {troubles > 0 && (
            <span className={classes.troubles} title={`${troubles} to check`}>
              {troubles}
            </span>
          )}
        </button>
      ) : (
        <span className={classes.sectionName}>{name}</span>
      )}
      <span className={classes.sectionTools}>
        <IconButton
          icon={ArrowUp}
          label={`Move ${name} up`}
          disabled={isFirst}
          onClick={() => move(-1)}
        />
        <IconButton
          icon={ArrowDown}
          label={`Move ${name} down`}
          disabled={isLast}
          onClick={() => move(1)}
        />
        <IconButton icon={X} label={`Leave out ${name}`} onClick={remove} />
      </span>
    </div>
  )
}

import { isAuthored } from '@core/brief/plan/change-plan'
import { templateIds, type TemplateId } from '@core/brief/plan/brief-plan'
import { newPlan, templates } from '@core/brief/plan/templates'
import { Button, Menu } from '@mantine/core'
import { ChevronDown, Redo2, Undo2 } from 'lucide-react'
import { IconButton } from '../../components/icon-button'
import { useDesk } from '../../components/desk-services'
import type { BriefPlanState } from '../../data/use-brief-plan'
import classes from './brief-view.module.css'

/** The template, undo and redo of the composer's own steps, and whether all is on disk. */
export function ComposerHead({ state }: { readonly state: BriefPlanState }) {
  const { plan, change, undo, redo, failure, isSaved } = state
  const { commands } = useDesk()
  const start = (template: TemplateId) => {
    const { sections } = newPlan(template)
    change({ ...plan, template, sections })
    if (isAuthored(plan) && undo)
      commands.say('The blocks are the template’s. Your sentences are one undo away.', {
        label: 'Undo',
        run: () => {
          change(plan)
        },
      })
  }
  return (
    <div className={classes.head}>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button size="compact-md" variant="default" rightSection={<ChevronDown size={14} />}>
            {templates[plan.template].name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {templateIds.map((id) => (
            <Menu.Item
              key={id}
              onClick={() => {
                start(id)
              }}
            >
              {templates[id].name}
              <div className={classes.faint}>{templates[id].purpose}</div>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <IconButton
        icon={Undo2}
        label="Undo in the composer"
        disabled={!undo}
        onClick={() => undo?.()}
      />
      <IconButton
        icon={Redo2}
        label="Redo in the composer"
        disabled={!redo}
        onClick={() => redo?.()}
      />
      <span className={classes.saved} role="status">
        {failure ? 'Not saved: the disk refused it' : isSaved ? 'Saved' : 'Saving'}
      </span>
    </div>
  )
}
